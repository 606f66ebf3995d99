"""Replay codes: written and read back, and marked by everything that can be seen of an item."""

from dataclasses import replace
from decimal import Decimal

import pytest

from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.core.replay import ReplayCode, code_in, code_of, mark, packed, unpacked
from llmquiz.core.responses import ListEntry, NumberEntry, One, Option, Order, SelfRate, TextEntry

OPTIONS = (Option("a", "Ada", True, "She did."), Option("b", "Bob", False, "He did not."))
ITEM = Item("fact:x/y#value", "choice-3", "en", 7, "Who?", One(OPTIONS), "Ada did.", "A book", "t", Tier.CORE)


@pytest.mark.parametrize("drawn", ["", "1f"])
@pytest.mark.parametrize("card", ["fact:gpt-4o/context_window#value", "skill:compare/release", "bank:my-course/q.1"])
def test_a_code_is_read_as_it_was_written(card, drawn):
    code = ReplayCode(card, "choice-4", "zh", 12, "9f3a2c1b", drawn)
    assert code == code_in(f" {code} ")


def test_a_code_is_one_word():
    assert f"fact:x/y#value@choice-3.en.7.{mark(ITEM)}" == str(code_of(ITEM))


@pytest.mark.parametrize("text", ["", "fact:x/y#value", "fact:x@typed.en.1.zz", "card:x@typed.en.1.9f3a2c1b", "x y"])
def test_anything_else_is_no_code(text):
    assert code_in(text) is None


@pytest.mark.parametrize(
    "change",
    [
        {"stem": "Who else?"},
        {"explanation": "It was Ada."},
        {"source": "Another book"},
        {"response": One(OPTIONS[::-1])},
        {"response": One((replace(OPTIONS[0], because="She really did."), OPTIONS[1]))},
        {"response": One((replace(OPTIONS[0], right=False), replace(OPTIONS[1], right=True)))},
    ],
)
def test_the_mark_changes_with_everything_that_is_seen(change):
    assert mark(ITEM) != mark(replace(ITEM, **change))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TextEntry("Ada"), TextEntry("Ada", ("Ada L.",))),
        (NumberEntry(Decimal(3), "3"), NumberEntry(Decimal(3), "3", "legs")),
        (NumberEntry(Decimal(3), "3"), NumberEntry(Decimal(3), "3", also=(Decimal(4),))),
        (SelfRate("so"), SelfRate("so", ("and so",))),
        (Order(OPTIONS, ("a", "b")), Order(OPTIONS, ("b", "a"))),
        (ListEntry((TextEntry("Ada"),)), ListEntry((TextEntry("Bob"),))),
        (ListEntry((TextEntry("Ada"),)), ListEntry((TextEntry("Ada"),), (TextEntry("Bob"),))),
    ],
)
def test_the_mark_changes_with_what_is_right(one, other):
    assert mark(replace(ITEM, response=one)) != mark(replace(ITEM, response=other))


def test_what_a_learner_does_not_see_leaves_the_mark():
    assert mark(ITEM) == mark(replace(ITEM, topic="another", tier=Tier.DETAIL))


@pytest.mark.parametrize("names", [set(), {"b"}, {"a", "c"}, {"a", "b", "c"}])
def test_names_are_packed_among_others(names):
    assert frozenset(names) == unpacked(packed(names, ("a", "b", "c")), ("a", "b", "c"))
