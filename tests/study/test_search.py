"""The search over cards: every documented term works, parts bind as documented, mistakes are told with their place."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import DAY, card, due

from llmquiz.core.answers import Rating
from llmquiz.core.cards import Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.core.text import plain_each
from llmquiz.study.search.finding import find
from llmquiz.study.search.query import Deck, Mistake
from llmquiz.study.search.reading import read
from llmquiz.study.search.terms import TERMS, Vocabulary
from tables import every_row

DOCUMENT = (Path(__file__).parents[2] / "docs" / "searching.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| `([^`]+)` \|", DOCUMENT, re.MULTILINE)
NEW = CardState("")


def new(key, **fields):
    return CardState(key, **fields)


CARDS = {
    card("plain"): (NEW, "How long is it?"),
    card("llama", topic="scale", forms=("typed",)): (due("llama", day=DAY + 20), "Llama: context WINDOW　上下文长度"),
    card("late", topic="scale"): (due("late", day=DAY - 9), "Late"),
    card("week", tags=("Week-1",)): (due("week", day=DAY - 3, stability=3.0), "Alpaca: window of the context"),
    card("hard", tier=Tier.DETAIL): (due("hard", day=DAY + 1, lapses=9), "A hard one"),
    card("aside"): (due("aside", suspended=True), "Put aside"),
    card("buried"): (due("buried", buried_until=DAY + 5), "Buried"),
    card("flagged"): (due("flagged", day=DAY + 30), "Reported"),
    card("noted"): (due("noted", day=DAY + 40), "Noted"),
    card("dormant", forms=()): (NEW, "Dormant"),
    card("known", topic="other"): (
        CardState("known", Phase.REVIEW, stability=40.0, difficulty=8.5, due_day=DAY + 90, last_day=DAY, repetitions=9),
        "Well known",
    ),
}
KNOWN = Vocabulary.of(CARDS, ("t", "scale", "other"))
DECK = Deck(
    cards=list(CARDS),
    states=[state for state, _ in CARDS.values()],
    texts=plain_each(text for _, text in CARDS.values()),
    day=DAY,
    leech=8,
    flagged={"fact:flagged/a#value"},
    noted={"fact:noted/a#value"},
    answered=lambda day: [
        (key, int(rating))
        for key, on, rating in (
            ("fact:week/a#value", DAY, Rating.AGAIN),
            ("fact:hard/a#value", DAY - 6, Rating.GOOD),
            ("fact:known/a#value", DAY - 7, Rating.GOOD),
        )
        if on >= day
    ],
)


def found(line):
    """The names of the cards that a line finds."""
    query = read(line, KNOWN)
    assert not isinstance(query, Mistake), query
    return {DECK.cards[place].key.removeprefix("fact:").removesuffix("/a#value") for place in find(query, DECK)}


def mistake(line):
    """What is wrong with a line."""
    query = read(line, KNOWN)
    assert isinstance(query, Mistake), query
    return query


@every_row("line", EXAMPLES)
def test_every_documented_example_finds_some_cards_and_not_all(line):
    assert 0 < len(found(line)) < len(CARDS)


def test_every_term_is_documented():
    assert set(TERMS) == {line.partition(":")[0] for line in EXAMPLES if re.fullmatch(r"[a-z]+:.*", line)}


def test_every_word_behind_is_and_state_is_documented():
    for name in ("is", "state", "tier"):
        for value in TERMS[name].possible(KNOWN):
            assert f"`{value}`" in DOCUMENT or f"`{name}:{value}`" in DOCUMENT, value


@pytest.mark.parametrize("line", ["", "   ", "　", '""'])
def test_an_empty_line_finds_everything(line):
    assert len(CARDS) == len(found(line))


@every_row(
    ("line", "names"),
    [
        ("context window", {"llama", "week"}),
        ("WINDOW context", {"llama", "week"}),
        ('"context window"', {"llama"}),
        ("ｗｉｎｄｏｗ", {"llama", "week"}),
        ("上下文", {"llama"}),
        ("lla", {"llama"}),
        ("due:today", {"week", "late"}),
        ("due:<=1", {"week", "late", "hard"}),
        ("due:1", {"hard"}),
        ("due:5", {"buried"}),
        ("is:due", {"week", "late"}),
        ("rated:1", {"week"}),
        ("rated:7", {"week", "hard"}),
        ("rated:8", {"week", "hard", "known"}),
        ("rated:7:again", {"week"}),
        ("rated:7:3", {"hard"}),
        ("stability:<7", {"week"}),
        ("tag:week-1", {"week"}),
        ('tag:"week-1"', {"week"}),
        ("state:suspended", {"aside"}),
        ("state:buried", {"buried"}),
        ("is:leech", {"hard"}),
        ("lapses:>2", {"hard"}),
        ("asked:9", {"known"}),
        ("is:new", {"plain", "dormant"}),
    ],
)
def test_what_a_line_finds(line, names):
    assert names == found(line)


@every_row(
    ("line", "names"),
    [
        ("topic:scale or topic:other", {"llama", "late", "known"}),
        ("is:leech or context llama", {"hard", "llama"}),
        ("window -llama", {"week"}),
        ("-(llama or alpaca) window", set()),
        ("(llama or alpaca) window", {"llama", "week"}),
        ("--llama", {"llama"}),
        ("（llama OR alpaca）　－topic：scale", {"week"}),
        ('"or"', {"flagged", "dormant"}),
        ("“context window”", {"llama"}),
    ],
)
def test_how_parts_are_put_together(line, names):
    assert names == found(line)


def test_found_cards_keep_the_order_of_the_deck():
    query = read("noted or llama or hard", KNOWN)
    places = find(query, DECK)
    assert sorted(places) == places


@every_row(
    ("line", "code", "at"),
    [
        ('a "b c', "unclosed-quote", 3),
        ("(a or b", "unclosed-group", 1),
        ("a) b", "unopened-group", 2),
        ("a or", "nothing-here", 5),
        ("or a", "nothing-here", 1),
        ("a -", "nothing-here", 4),
        ("()", "nothing-here", 2),
        ("a colour:red", "unknown-term", 3),
        ("a is:red", "unknown-value", 6),
        ("due:soon", "unknown-value", 5),
        ("rated:0", "unknown-value", 7),
        ("rated:7:5", "unknown-value", 7),
        ("(" * 40 + "a", "too-deep", 31),
        ("-" * 40 + "a", "too-deep", 31),
    ],
)
def test_a_mistake_is_told_with_its_place(line, code, at):
    assert (code, at) == (mistake(line).code, mistake(line).at)


@pytest.mark.parametrize(
    ("line", "possible"),
    [
        ("topic:sc", ("scale",)),
        ("topic:scael", ("scale",)),
        ("topic:", ("t", "scale", "other")),
        ("is:f", ("flagged",)),
        ("stat:new", ("state",)),
        ("tier:hard", ("core", "detail", "archive")),
    ],
)
def test_what_could_stand_there_is_told(line, possible):
    assert possible == mistake(line).possible


@given(st.text(alphabet='ab"()-: oris:newdue<=1：（“上', max_size=40))
def test_any_line_is_read_or_told_what_is_wrong(line):
    query = read(line, KNOWN)
    if isinstance(query, Mistake):
        assert 1 <= query.at <= len(line) + 1
    else:
        find(query, DECK)
