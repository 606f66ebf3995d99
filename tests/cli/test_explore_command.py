"""`llmquiz explore`: data for scripts, pages of text, a quiz line by line."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]


def rows(result: Result) -> list[dict]:
    """What was printed, parsed."""
    assert 0 == result.exit_code, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("kind", ["model", "models"])
def test_a_kind_of_entity_is_printed_with_its_facts(llmquiz: Llmquiz, kind: str) -> None:
    first, *others = rows(llmquiz("--lang", "en", "explore", "--json", kind))
    assert 11 == len(others)
    assert ("entity:babarin", "Babarin", "model") == (first["subject"], first["name"], first["kind"])
    assert {
        "status": "known",
        "text": "1k",
        "value": "1000",
        "as_of": "2024-06",
        "source": "The Book of Trees · A press · 2024",
        "archive": False,
    } == first["facts"]["context"]
    assert first["facts"]["price_input"]["archive"]


def test_concepts_are_printed_in_full(llmquiz: Llmquiz) -> None:
    found = {row["subject"]: row for row in rows(llmquiz("--lang", "zh", "explore", "--json", "concepts"))}
    assert 4 == len(found)
    assert "剪枝" == found["sheet:pruning"]["name"]
    assert ["剪枝减少的是权重的数目。"] == [each["text"] for each in found["sheet:pruning"]["statements"]]


def test_the_timeline_is_printed_by_date(llmquiz: Llmquiz) -> None:
    dates = [row["date"] for row in rows(llmquiz("explore", "--json", "timeline"))]
    assert 12 == len(dates)
    assert sorted(dates) == dates


def test_the_plot_is_printed_as_points(llmquiz: Llmquiz) -> None:
    points = rows(llmquiz("explore", "--json", "plot"))
    assert 12 == len(points)
    assert {"subject", "name", "price_input", "parameters"} == set(points[0])


@pytest.mark.parametrize(("lang", "name"), [("en", "pruning"), ("zh", "pruning"), ("en", "权重剪枝")])
def test_a_page_is_found_by_any_of_its_names(llmquiz: Llmquiz, lang: str, name: str) -> None:
    shown = llmquiz("--lang", lang, "explore", "--plain", name)
    assert 0 == shown.exit_code
    assert shown.stdout.startswith({"en": "pruning\n", "zh": "剪枝\n"}[lang])
    assert {"en": "Sources", "zh": "来源"}[lang] in shown.stdout


def test_an_entitys_page_tells_every_fact_with_its_date(llmquiz: Llmquiz) -> None:
    page = llmquiz("--lang", "en", "explore", "--plain", "Babarin").stdout
    assert "context window  1k tokens  (2024-06) [1]" in page
    assert "A dated offer" in page


def test_a_quiz_is_logged_as_practice(llmquiz: Llmquiz) -> None:
    shown = llmquiz("--lang", "en", "explore", "--quiz", "Babarin", typed=":d\n\n:d\n:q\n")
    assert 0 == shown.exit_code
    assert "Practice: nothing here changes your schedule." in shown.stdout
    assert "It was practice: your schedule is as it was." in shown.stdout
    reviews = [event for event in rows(llmquiz("log")) if event["kind"] == "review"]
    assert [True, True] == [event["practice"] for event in reviews]
    assert "0\n" == llmquiz("due").stdout


@pytest.mark.usefixtures("not_begun")
def test_exploring_makes_no_learners_file(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    llmquiz("explore", "--json", "model")
    llmquiz("explore", "--plain", "pruning")
    assert not surroundings.database.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--json", "trees"], "There is no `trees`; there are"),
        (["--plain", "prunning"], "There is nothing called `prunning`. Did you mean `pruning`?"),
        (["--quiz", "nobody at all"], "There is nothing called `nobody at all`."),
        (["--plain", "pruning", "--json", "model"], "Choose one of --json, --plain and --quiz."),
        ([], "The app needs a terminal."),
    ],
)
def test_wrong_usage_of_explore_is_told_in_a_sentence(llmquiz: Llmquiz, arguments: list[str], sentence: str) -> None:
    told = llmquiz("explore", *arguments)
    assert (2, "") == (told.exit_code, told.stdout)
    assert sentence in told.stderr
