"""`llmquiz browse`: cards as data, found by a line of search; documented keys; mistakes in a sentence."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Llmquiz = Callable[..., Result]
DOCUMENT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTION = DOCUMENT.partition("\n## `llmquiz browse")[2].partition("\n## ")[0]


def cards(result: Result) -> dict[str, dict]:
    """What was printed, parsed, by key."""
    assert 0 == result.exit_code, result.stderr
    return {row["card"]: row for row in map(json.loads, result.stdout.splitlines())}


def test_without_a_query_every_card_is_printed(llmquiz: Llmquiz) -> None:
    found = cards(llmquiz("browse", "--json"))
    assert {"bank:garden/moss", "fact:babarin/developer#value"} <= found.keys()


def test_the_words_of_a_query_need_no_quotes(llmquiz: Llmquiz) -> None:
    assert {"bank:garden/moss"} == cards(llmquiz("browse", "--json", "topic:garden", "what", "moss")).keys()
    assert {"bank:garden/moss"} == cards(llmquiz("browse", "--json", "topic:garden 苔藓")).keys()
    assert 4 == len(cards(llmquiz("browse", "--json", "--", "-moss", "topic:garden")))


def test_the_keys_are_the_documented_ones(llmquiz: Llmquiz) -> None:
    (card,) = cards(llmquiz("browse", "--json", "topic:garden moss")).values()
    assert set() == card.keys() - set(re.findall(r"`([a-z_]+)`", SECTION))


def test_a_card_tells_how_it_stands(llmquiz: Llmquiz) -> None:
    llmquiz("study", "--plain", "--topic", "garden", typed="green\n:q\n")
    found = cards(llmquiz("--lang", "en", "browse", "--json", "topic:garden"))
    asked = [card for card in found.values() if card["asked"]]
    assert [("Which colour has grass?", "garden", "learning", "2026-11-23", 1, 1, "2026-11-23")] == [
        (card["question"], card["topic"], card["state"], card["due"], card["asked"], card["ways"], card["last"])
        for card in asked
    ]
    assert [None] * 4 == [card["due"] for card in found.values() if not card["asked"]]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("topic:gardn", "Place 7: “gardn” cannot stand here. Possible: garden."),
        ('a "b', "Place 3: a quotation is not closed."),
        ("colour:red", "there is no term “colour:”"),
    ],
)
def test_a_mistake_is_told_with_its_place(llmquiz: Llmquiz, query: str, sentence: str) -> None:
    told = llmquiz("browse", "--json", query)
    assert (2, "") == (told.exit_code, told.stdout)
    assert sentence in told.stderr


def test_the_app_needs_a_terminal(llmquiz: Llmquiz) -> None:
    told = llmquiz("browse", "is:due")
    assert 2 == told.exit_code
    assert "The app needs a terminal." in told.stderr
