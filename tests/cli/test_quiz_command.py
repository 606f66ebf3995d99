"""`llmquiz quiz`: which cards it asks, that nothing is scheduled, its result as data, wrong usage in a sentence."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]
DOCUMENT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTION = DOCUMENT.partition("\n## `llmquiz quiz")[2].partition("\n## ")[0]
GIVE_UP = ":d\n\n" * 30


def result(told: Result) -> dict[str, Any]:
    """What was printed at the end."""
    assert 0 == told.exit_code, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def asked(told: Result) -> set[str]:
    return {card["card"] for card in result(told)["cards"]}


@pytest.fixture
def studied(llmquiz: Llmquiz, surroundings: Surroundings) -> Surroundings:
    """Two cards of the bank were answered, one rightly and one wrongly."""
    llmquiz("study", "--plain", "--topic", "garden", typed="green\n\n1\n\n:q\n")
    return surroundings


def test_a_search_is_asked_and_nothing_of_it_is_scheduled(llmquiz: Llmquiz) -> None:
    found = result(llmquiz("quiz", "--json", "--", "topic:garden", "-moss", typed=GIVE_UP))
    assert (4, 0) == (found["answered"], found["right"])
    assert "0\n" == llmquiz("due").stdout
    reviews = [json.loads(line) for line in llmquiz("log").stdout.splitlines()]
    assert {True} == {event["practice"] for event in reviews if event["kind"] == "review"}


def test_without_a_query_the_cards_you_have_met_are_asked(llmquiz: Llmquiz, studied: Surroundings) -> None:
    assert {"bank:garden/green", "bank:garden/fruit"} == asked(llmquiz("quiz", "--json", typed=GIVE_UP))


def test_only_mistakes_of_today(llmquiz: Llmquiz, studied: Surroundings) -> None:
    assert {"bank:garden/fruit"} == asked(llmquiz("quiz", "--json", "--mistakes", typed=GIVE_UP))
    assert set() == asked(llmquiz("quiz", "--json", "--mistakes", "grass", typed=GIVE_UP))


@pytest.mark.parametrize(
    ("asking", "said"),
    [
        ((), "No card was met yet.\n"),
        (("--mistakes",), "There were no mistakes today.\n"),
        (("is:suspended",), "There is no question about this.\n"),
        (("--mistakes", "grass"), "There is no question about this.\n"),
        (("--before", "2027-02-01"), "On 2027-02-01 you would still know everything with 90 % or more.\n"),
    ],
)
def test_where_there_is_no_question_it_says_why_as_the_app_does(llmquiz: Llmquiz, asking, said: str) -> None:
    assert said == llmquiz("--lang", "en", "quiz", "--json", *asking).stderr


def test_the_limit_counts_questions(llmquiz: Llmquiz) -> None:
    assert 2 == result(llmquiz("quiz", "--json", "--limit", "2", "topic:garden", typed=GIVE_UP))["answered"]
    assert 20 == result(llmquiz("quiz", "--json", "topic:forest", typed=GIVE_UP))["answered"]


def test_before_a_date_todays_part_is_asked_and_told(llmquiz: Llmquiz, studied: Surroundings) -> None:
    told = llmquiz("--lang", "en", "quiz", "--json", "--before", "2027-02-01", typed=GIVE_UP)
    plan = result(told)["plan"]
    assert {"before": "2027-02-01", "days_left": 70, "endangered": 2, "done_today": 0, "today": 1} == plan
    assert 1 == len(asked(told))
    assert "2 cards would be below 90 % on 2027-02-01. Today's part: 1 card. Time left: 70 days." in told.stderr
    again = llmquiz("--lang", "en", "quiz", "--json", "--before", "2027-02-01", typed=GIVE_UP)
    assert "Today's part is done. Time left: 70 days." in again.stderr
    assert 1 == len(asked(llmquiz("quiz", "--json", "--before", "2027-02-01", "--limit", "5", typed=GIVE_UP)))


def test_the_keys_are_the_documented_ones(llmquiz: Llmquiz, studied: Surroundings) -> None:
    found = result(llmquiz("quiz", "--json", "--before", "2027-02-01", typed=GIVE_UP))
    named = set(re.findall(r"`([a-z_]+)`", SECTION))
    assert set() == {*found, *found["plan"], *found["cards"][0]} - named


def test_plain_is_the_plain_session(llmquiz: Llmquiz) -> None:
    told = llmquiz("--lang", "en", "quiz", "--plain", "topic:garden grass", typed=":d\n\n")
    assert "Practice: nothing here changes your schedule." in told.stdout
    assert "Which colour has grass?" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--plain", "topic:gardn"], "Place 7: “gardn” cannot stand here. Possible: garden."),
        (["--plain", "--before", "2020-01-01"], "2020-01-01 is over."),
        (["--plain", "--before", "soon"], "`soon` is no day. Write it with the year first: 2026-12-10."),
        (["--plain", "--before", "2026-13-01"], "`2026-13-01` is no day."),
        (["topic:garden"], "The app needs a terminal."),
    ],
)
def test_wrong_usage_of_quiz_is_told_in_a_sentence(llmquiz: Llmquiz, arguments: list[str], sentence: str) -> None:
    told = llmquiz("quiz", *arguments)
    assert (2, "") == (told.exit_code, told.stdout)
    assert sentence in told.stderr


def test_what_is_mixed_up_is_in_the_statistics(llmquiz: Llmquiz) -> None:
    llmquiz("study", "--plain", "--topic", "garden", typed="red\n\n:q\n")
    (pair,) = json.loads(llmquiz("stats", "--json").stdout)["confusions"]
    assert {"green", "red"} == set(pair["pair"])
    assert (1, "2026-11-23", ["bank:garden/green"]) == (pair["count"], pair["last"], pair["cards"])
    told = llmquiz("--lang", "en", "stats").stdout
    assert "Mix-ups" in told
    assert "1 time, last 2026-11-23" in told


def test_what_is_mixed_up_is_in_the_report_too(llmquiz: Llmquiz, tmp_path: Path) -> None:
    llmquiz("study", "--plain", "--topic", "garden", typed="red\n\n:q\n")
    llmquiz("--lang", "en", "stats", "--html", tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<h2>What you mix up</h2>" in page
    assert "↔" in page
    assert "1 time, last 2026-11-23" in page
