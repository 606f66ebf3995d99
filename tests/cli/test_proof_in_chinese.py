"""`prove` and `sheet` for a reader of Chinese: tables, headings, violations and boxes; what programs read stays."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from llmquiz.core.text import width

Llmquiz = Callable[..., Result]
PROVE = ("prove", "--seeds", "1", "--jobs", "1")
_WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
_NAMES = re.compile(r"`[^`]*`")


def english_in(told: str) -> list[str]:
    """The lines in which two English words follow each other, out of quotation."""
    return [line for line in told.splitlines() if _WORDS.search(_NAMES.sub("", line))]


def test_the_table_and_the_verdict_are_chinese_and_stand_in_columns(
    stranger: Llmquiz, small: Callable[..., Path]
) -> None:
    rack = small()
    shown = stranger("--lang", "zh", *PROVE, rack)
    head, *lines = shown.stdout.splitlines()
    assert ["题型", "已检查", "未通过，按规则"] == head.split()
    ends = {found.end() for line in lines if (found := re.match(r"\S+ +[\d,]+", line))}
    assert {width(head.partition("  未通过")[0])} == ends
    assert re.search(r"^检查了 29 张卡片的 [\d,]+ 道题，\d+ 张卡片没有可出的题，0 处违规$", shown.stderr, re.MULTILINE)
    assert shown.stdout.splitlines()[1:] == stranger("--lang", "en", *PROVE, rack).stdout.splitlines()[1:]


def test_the_report_is_chinese_under_chinese_and_english_under_english(
    stranger: Llmquiz, small: Callable[..., Path]
) -> None:
    rack = small()
    chinese, english = (stranger("--lang", lang, *PROVE, "--report", rack).stdout for lang in ("zh", "en"))
    assert [] == english_in(chinese)
    headings = [line for line in chinese.splitlines() if line.startswith("#")]
    assert ["# 问什么", "## 按题型", "## 按主题", "## 按属性", "## 题型少于 3 种的卡片"] == headings
    assert "| 显卡 | " in chinese
    assert "| Graphics cards | " in english
    assert len(english.splitlines()) == len(chinese.splitlines())


@pytest.mark.usefixtures("lying")
def test_a_violation_is_told_in_chinese_and_named_as_ever(llmquiz: Llmquiz, small: Callable[..., Path]) -> None:
    rack = small()
    shown = llmquiz("--lang", "zh", *PROVE, rack)
    assert "应有至少两个选项，其中恰好一个正确。" in shown.stdout
    assert re.search(r"^E01 fact:\S+ choice-3 zh 种子 0：", shown.stdout, re.MULTILINE)
    found = json.loads(llmquiz("--lang", "zh", *PROVE, "--json", rack).stdout)["violations"]
    assert ["rule", "card", "form", "lang", "seed", "message"] == list(found[0])
    assert "应有至少两个选项，其中恰好一个正确。" in {violation["message"] for violation in found}


def test_the_sheet_is_chinese_and_its_table_keeps_its_names(stranger: Llmquiz) -> None:
    shown = stranger("--lang", "zh", "sheet", "--items", "5")
    assert shown.stdout.startswith("# 审题表，种子 1\n")
    assert 5 == shown.stdout.count("[ ] 可用 [ ] 另有正确答案 [ ] 有误 [ ] 别扭")
    assert "5 道题，种子 1\n" == shown.stderr
    heads = {stranger("--lang", lang, "sheet", "--items", "5", "--format", "csv").stdout[:60] for lang in ("en", "zh")}
    assert 1 == len(heads)


def test_what_else_is_accepted_is_told_in_chinese(stranger: Llmquiz) -> None:
    shown = stranger("--lang", "zh", "sheet", "--items", "60").stdout
    assert "- 也算对：" in shown
    assert "also accepted" not in shown
