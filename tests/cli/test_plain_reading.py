"""What a typed line means, in tables."""

from dataclasses import replace
from decimal import Decimal

import pytest

from llmquiz.cli.plain.reading import Command, answer_in, command_in
from llmquiz.core.answers import Answer, Chosen, Listed, Matched, Ordered, Rated, Rating, Typed
from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.core.responses import (
    ListEntry,
    Many,
    Match,
    NumberEntry,
    One,
    Option,
    Order,
    Response,
    SelfRate,
    TextEntry,
)
from tables import every_row

OPTIONS = tuple(
    Option(name, text, right=name == "b") for name, text in (("a", "16"), ("b", "Llama 3"), ("c", "通义千问"))
)


def item(response: Response) -> Item:
    """An item that is answered so."""
    return Item("bank:x/y", "choice", "en", 0, "?", response, "", "", "x", Tier.CORE)


@every_row(
    ("line", "command"),
    [
        (":u", Command("u")),
        ("：ｕ", Command("u")),
        ("  :Q ", Command("q")),
        (":o 3", Command("o", "3")),
        (":o3", Command("o", "3")),
        ("：o ３", Command("o", "３")),
        (":l zh", Command("l", "zh")),
        (":", Command("")),
        (":quit", Command("q", "uit")),
        ("u", None),
        ("", None),
        ("a:b", None),
    ],
)
def test_a_line_that_begins_with_a_colon_is_a_command(line: str, command: Command | None) -> None:
    assert command == command_in(line)


@every_row(
    ("line", "answer"),
    [
        ("1", Chosen(("a",))),
        (" ２ ", Chosen(("b",))),
        ("3", Chosen(("c",))),
        ("llama 3", Chosen(("b",))),
        ("通义千问", Chosen(("c",))),
        ("16", Chosen(("a",))),
        ("4", None),
        ("0", None),
        ("1 2", None),
        ("llama", None),
        ("²", Chosen(("b",))),
    ],
)
def test_one_option_is_named_by_its_number_or_its_text(line: str, answer: Answer | None) -> None:
    assert answer == answer_in(line, item(One(OPTIONS)))


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("1 3", Chosen(("a", "c"))),
        ("3,1", Chosen(("a", "c"))),
        ("１、２", Chosen(("a", "b"))),
        ("2", Chosen(("b",))),
        ("1 4", None),
        ("", None),
    ],
)
def test_several_options_are_named_by_their_numbers(line: str, answer: Answer | None) -> None:
    assert answer == answer_in(line, item(Many(OPTIONS)))


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("128k", Typed("128k")),
        ("１２８", Typed("１２８")),
        ("12.8 万", Typed("12.8 万")),
        ("many", None),
        ("8 apples", None),
    ],
)
def test_what_is_no_number_is_no_answer_to_a_number(line: str, answer: Answer | None) -> None:
    assert answer == answer_in(line, item(NumberEntry(Decimal(128000), "128k", "tokens")))


@pytest.mark.parametrize(
    ("line", "answer"), [("4", Rated(Rating.EASY)), ("１", Rated(Rating.AGAIN)), ("5", None), ("good", None)]
)
def test_a_flashcard_is_rated_by_a_number(line: str, answer: Answer | None) -> None:
    assert answer == answer_in(line, item(SelfRate("moss")))


def test_typed_text_is_kept_as_it_was_typed() -> None:
    assert Typed("  Llama－３ ") == answer_in("  Llama－３ ", item(TextEntry("Llama-3")))


def test_an_option_that_is_a_number_is_named_by_its_place_first() -> None:
    options = (replace(OPTIONS[0], text="2"), replace(OPTIONS[1], text="1"))
    assert Chosen(("a",)) == answer_in("1", item(One(options)))


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("3 1 2", Ordered(("c", "a", "b"))),
        ("３、１、２", Ordered(("c", "a", "b"))),
        ("312", Ordered(("c", "a", "b"))),
        ("3 1", None),
        ("1 1 2", None),
        ("1 2 4", None),
        ("first", None),
    ],
)
def test_an_order_is_all_the_numbers(line: str, answer: Answer | None) -> None:
    assert answer == answer_in(line, item(Order(OPTIONS, ("a", "b", "c"))))


@every_row(
    ("line", "answer"),
    [
        ("1b 2a", Matched((("a", "y"), ("b", "x")))),
        ("１ｂ，２Ａ", Matched((("a", "y"), ("b", "x")))),
        ("1-b 2=a", Matched((("a", "y"), ("b", "x")))),
        ("b a", Matched((("a", "y"), ("b", "x")))),
        ("2c", Matched((("b", "z"),))),
        ("1b 1a", None),
        ("3a", None),
        ("1d", None),
        ("1b and 2a", None),
        ("a", None),
    ],
)
def test_pairs_are_a_number_and_a_letter(line: str, answer: Answer | None) -> None:
    right = tuple(Option(name, name, right=True) for name in "xyz")
    assert answer == answer_in(line, item(Match(OPTIONS[:2], right, (("a", "x"), ("b", "y")))))


def test_a_list_has_commas_of_any_width() -> None:
    response = ListEntry((TextEntry("GPT-4"), TextEntry("通义千问")))
    assert Listed(("GPT-4", "Llama 3", "通义千问")) == answer_in("GPT-4， Llama 3、通义千问;", item(response))
