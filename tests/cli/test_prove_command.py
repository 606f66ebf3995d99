"""`llmquiz prove`: a table by form, every violation with its place, and an exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from llmquiz.generate.lessons import Lessons

Llmquiz = Callable[..., Result]


def test_what_was_checked_is_a_table_by_form(stranger: Llmquiz, rack: Path) -> None:
    shown = stranger("prove", "--seeds", "1", "--jobs", "1", rack)
    head, *lines = shown.stdout.splitlines()
    assert 0 == shown.exit_code
    assert ["form", "checked", "refused,", "by", "rule"] == head.split()
    checked = {line.split()[0]: int(line.split()[1].replace(",", "")) for line in lines}
    assert 20 == checked["choice-3"]
    assert f"{sum(checked.values()):,} items of 36 cards checked, " in shown.stderr
    assert shown.stderr.endswith(" 0 violations\n")


def test_json_counts_the_same(stranger: Llmquiz, rack: Path) -> None:
    shown = stranger("prove", "--seeds", "2", "--jobs", "1", "--json", rack)
    found = json.loads(shown.stdout)
    assert {"seeds", "cards", "dormant", "items", "refused", "violations"} == found.keys()
    assert (0, 2, []) == (shown.exit_code, found["seeds"], found["violations"])
    assert f"{len(found['dormant'])} cards dormant" in shown.stderr


@pytest.mark.usefixtures("lying")
def test_a_violation_is_told_with_rule_card_form_language_and_seed(
    llmquiz: Llmquiz, small: Callable[..., Path]
) -> None:
    rack = small()
    shown = llmquiz("prove", "--seeds", "1", "--jobs", "1", rack)
    assert 1 == shown.exit_code
    assert "\nE01 fact:rtx-4090/memory#value choice-3 zh seed 0: " in shown.stdout
    found = json.loads(llmquiz("prove", "--seeds", "1", "--jobs", "1", "--json", rack).stdout)["violations"]
    assert {"rule", "message", "card", "form", "lang", "seed"} == found[0].keys()


def test_a_card_without_a_lesson_is_told_with_its_language_and_without_a_form(
    llmquiz: Llmquiz, small: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lessons, "lesson", lambda *_: None)
    rack = small()
    for lang, line in (
        ("en", "lesson fact:rtx-4090/memory#value zh: The card has no lesson."),
        ("zh", "lesson fact:rtx-4090/memory#value zh：这张卡片没有课文。"),
    ):
        assert line in llmquiz("--lang", lang, "prove", "--seeds", "1", "--jobs", "1", rack).stdout.splitlines()


def test_knowledge_with_errors_is_not_proved(llmquiz: Llmquiz, small: Callable[..., Path]) -> None:
    shown = llmquiz("prove", "--seeds", "1", "--jobs", "1", small(wheels=4))
    assert 1 == shown.exit_code
    assert "unknown-attribute: `wheels` is not an attribute." in shown.stderr


def test_the_proof_is_the_same_on_any_number_of_processors(stranger: Llmquiz, rack: Path) -> None:
    alone, shared = (
        json.loads(stranger("prove", "--seeds", "2", "--jobs", jobs, "--json", rack).stdout) for jobs in "12"
    )
    assert 36 == alone["cards"]
    assert alone == shared


def test_a_report_can_be_made_again_as_on_its_day(stranger: Llmquiz, rack: Path) -> None:
    shown = stranger("prove", "--seeds", "1", "--jobs", "1", "--report", "--day", "2026-03-01", rack)
    assert 0 == shown.exit_code
    assert "`llmquiz prove --report --day 2026-03-01`" in shown.stdout
