"""Whatever is wrong is told in the learner's language: one broken bank and one broken folder, in Chinese throughout."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from racks import gpus
from tables import every_row

Llmquiz = Callable[..., Result]
_ENGLISH = re.compile(r"[A-Za-z]{2,},? [A-Za-z]{2,}")
_CODE = re.compile(r"`[^`]*`|“[^”]*”|\{[^}]*\}")
_PLACE = re.compile(r"\S+:\d+:\d+: [\w-]+: ")
BANK = """\
bank: bad
title: { en: Bad, xx: "{name}" }
topic: Bad Topic
lang: fr
silence: [E99, E12]
colour: red
questions:
  - { id: one, kind: choise, question: What is, options: [{text: a, right: true}, {text: a}] }
  - { id: two, kind: choice, question: Which of these is not an option?, options: [{text: 4-8}, {text: 8-16}] }
  - { id: two, kind: choice, question: true, options: [{text: "{x}", right: true}] }
  - { id: a, kind: choice, question: Which is an?, options: [{text: pear, right: true}, {text: 5}, {text: always it}] }
  - { id: b, kind: choice, question: Who?, options: [{text: 100, right: true}, {text: 101}, {text: all of the above}] }
  - { id: c, kind: typed, question: "Is it a transformer?", answer: transformer, accept: {} }
  - { id: d, kind: numeric, question: How large is Llama-7B?, answer: many, tolerance: -1 }
  - { id: e, kind: numeric, question: How large is Llama 7B?, answer: 7B }
  - { id: f, kind: true-false, question: So it is, answer: yes, tags: [], tags: [] }
  - { kind: choice, question: Which?, options: [{text: more and larger, right: true}, {text: less and larger}] }
  - { id: g, kind: !tag typed, question: "", answer: *nothing, <<: x, 1, [a]: b }
  - a text
"""
BROKEN_YAML = [
    "a: b: c", "a: @b", "a: \tb: c", "a: [b", 'a: "b', "\tb", "a: 'b' c", 'a: "\\q"', "a\nb: c", "a: - b", "- a\nb: c",
    "a: !x!y z", "%x", "---\n---\n", "a:\n\u3000b: c", "a: [[]", "a: \x1b[31m", "",
]  # fmt: skip


def english_in(told: str) -> list[str]:
    """What an instructor without English would have to look up; code and what was written are no English."""
    sentences = (_CODE.sub("", _PLACE.sub("", line)) for line in told.splitlines())
    return [sentence for sentence in sentences if _ENGLISH.search(sentence)]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank with a mistake in every line."""
    path = tmp_path / "bad.yaml"
    path.write_text(BANK, encoding="utf-8")
    return path


def test_a_broken_bank_is_told_in_chinese(llmquiz: Llmquiz, bank: Path) -> None:
    english, chinese = llmquiz("check", bank), llmquiz("--lang", "zh", "check", bank)
    assert [] == english_in(chinese.stdout + chinese.stderr)
    assert _PLACE.findall(english.stdout) == _PLACE.findall(chinese.stdout)
    assert f"{bank}:6:1: unknown-field: 这里没有 `colour` 这个字段。\n    建议: " in chinese.stdout
    assert "个错误，" in chinese.stderr


def test_its_mistakes_are_of_many_kinds(llmquiz: Llmquiz, bank: Path) -> None:
    codes = {place.split()[1] for place in _PLACE.findall(llmquiz("check", bank).stdout)}
    assert len(codes) > 20


def test_at_length_and_as_json_as_well(llmquiz: Llmquiz, bank: Path) -> None:
    assert (
        "错误[unknown-field]: 这里没有 `colour` 这个字段。" in llmquiz("--lang", "zh", "check", "--long", bank).stdout
    )
    told = [json.loads(line) for line in llmquiz("--lang", "zh", "check", "--json", bank).stdout.splitlines()]
    assert [] == [each for each in told if english_in(each["message"]) or english_in(each["hint"])]
    assert {"error", "warning"} == {each["severity"] for each in told}


def test_the_settings_choose_the_language_where_no_option_does(llmquiz: Llmquiz, bank: Path) -> None:
    llmquiz("config", "lang", "zh")
    assert "这里没有 `colour` 这个字段。" in llmquiz("check", bank).stdout


@every_row("text", BROKEN_YAML)
def test_broken_yaml_is_told_in_chinese(llmquiz: Llmquiz, tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    told = llmquiz("--lang", "zh", "check", tmp_path / "broken.yaml").stdout
    assert "。" in told
    assert [] == english_in(told)


def test_a_broken_knowledge_folder_is_told_in_chinese(llmquiz: Llmquiz, tmp_path: Path) -> None:
    rack = gpus()
    rack.entity("h100")["facts"] |= {"wheels": 4, "memory": "much"}
    rack.entity("h100")["kind"] = "cart"
    rack.topics += [{"id": "more"}, {"id": "gpu", "name": {"en": "Twice"}}]
    told = llmquiz("--lang", "zh", "check", rack.write(tmp_path / "rack")).stdout
    assert "`wheels` 不是属性。" in told
    assert "没有 `cart` 这个种类。" in told
    assert [] == english_in(told)


def test_a_file_that_cannot_be_used_is_told_in_chinese(llmquiz: Llmquiz, tmp_path: Path) -> None:
    told = llmquiz("--lang", "zh", "check", tmp_path / "nothing.yaml", tmp_path).stdout
    assert [f"{tmp_path}/nothing.yaml:0:0: not-found: 没有这个文件。", "    建议: 请检查文件名和所在文件夹。"] == [
        line for line in told.splitlines() if "nothing" in line or "文件名" in line
    ]
    assert [] == english_in(told)
