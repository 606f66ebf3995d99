"""Help and wrong usage in the learner's language, click's own words among them."""

import os
import re
from collections.abc import Callable

import pytest
from click.testing import Result

from llmquiz.cli.commands import COMMANDS
from llmquiz.core.text import width
from tables import every_row

Llmquiz = Callable[..., Result]
_ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
_CODE = re.compile(r"`[^`]*`|'[^']*'|--[a-z]+ [A-Z]+|^用法: .*")
WRONG = [
    ["--wrong"], ["stduy"], ["xyz"], ["check"], ["study"], ["study", "--topics", "x"], ["study", "--plain", "--limit"],
    ["study", "--plain", "--limit", "0"], ["study", "--plain", "--limit", "a"], ["study", "--plain=1"],
    ["study", "--plain", "--topic", "gardn"], ["quiz", "--before", "soon"],
    ["quiz", "--plain", "--before", "2020-01-01"],
    ["completion", "csh"], ["due", "a", "b"], ["show", "x"], ["questions"], ["questions", "--json", "--lang", "fr"],
    ["explore", "--json", "x"], ["explore", "--plain", "x"], ["explore", "--json", "x", "--plain", "y"],
    ["config", "x"], ["config", "retentoin"], ["config", "keys", "x"], ["config", "lang", "--simulate"],
    ["optimise", "--dry-run", "--reset"], ["prove", "/nowhere"], ["--profile", "A b", "due"],
    ["--lang", "zh", "--profile"],
]  # fmt: skip


def english_in(told: str) -> list[str]:
    """What would have to be looked up; what was typed, and names, are no English."""
    return [line for line in told.splitlines() if _ENGLISH.search(_CODE.sub("", line))]


@every_row("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_chinese_and_keeps_its_width(llmquiz: Llmquiz, arguments: list[str]) -> None:
    told = llmquiz("--lang", "zh", *arguments)
    assert (0, []) == (told.exit_code, english_in(told.stdout))
    assert "用法: llmquiz" in told.stdout
    assert "显示这份帮助并退出。" in told.stdout
    assert [] == [line for line in told.stdout.splitlines() if width(line) > 80]


def test_help_is_asked_for_before_the_language_or_after_it(llmquiz: Llmquiz) -> None:
    assert llmquiz("--lang", "zh", "--help").stdout == llmquiz("--help", "--lang", "zh").stdout


@every_row("arguments", WRONG)
def test_wrong_usage_is_told_in_chinese(llmquiz: Llmquiz, arguments: list[str]) -> None:
    told = llmquiz("--lang", "zh", *arguments)
    assert (2, "", []) == (told.exit_code, told.stdout, english_in(told.stderr))
    assert "错误：" in told.stderr


def test_a_mistake_before_the_language_is_told_in_it(llmquiz: Llmquiz) -> None:
    assert "错误：没有选项 '--wrong'。" in llmquiz("--wrong", "--lang", "zh").stderr


def test_the_settings_and_the_environment_choose_it_too(llmquiz: Llmquiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "选项:" in llmquiz("study", "--help").stdout
    assert "没有选项" in llmquiz("study", "--wrong").stderr
    assert "Options:" in llmquiz("--lang", "en", "study", "--help").stdout
    llmquiz("config", "lang", "en")
    assert "No such option" in llmquiz("study", "--wrong").stderr


@pytest.mark.parametrize("before", [None, "fr"])
def test_the_environment_is_left_as_it_was(
    llmquiz: Llmquiz, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before is not None:
        monkeypatch.setenv("LANGUAGE", before)
    llmquiz("--lang", "zh", "study", "--wrong")
    assert before == os.environ.get("LANGUAGE")
