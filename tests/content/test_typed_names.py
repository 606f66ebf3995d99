"""What is typed of the shipped questions: the answer to one is no typing error of the answer to another."""

from collections import Counter, defaultdict

import pytest

from llmquiz.core.answers import Listed, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import TextEntry
from llmquiz.study.grading import grade
from llmquiz.study.spelling import meant, spelled

_ERRORS = 2
"""No more typing errors than these are forgiven: each puts in, leaves out or changes one letter, or swaps two."""


@pytest.fixture(scope="module")
def asked(shipped):
    """One item a typed answer, in both languages."""
    drawn = (
        shipped.item(card.key, form, lang, 0)
        for card in shipped.cards
        for form in ("typed", "cloze")
        if form in card.forms
        for lang in ("en", "zh")
    )
    items = (item for item in drawn if isinstance(item, Item) and isinstance(item.response, TextEntry))
    return tuple({(item.card, item.lang): item for item in items}.values())


def names(item):
    return (item.response.answer, *item.response.accept)


def singular(name):
    return spelled(name).singular


def length(name):
    return len(spelled(name).folded)


def letters(name):
    """Which letters stand in a name, and how often, as a set of bits: it spares comparing nearly every pair in full."""
    often, bits = Counter(), 0
    for char in spelled(name).folded:
        bits |= 1 << (8 * (ord(char) % 128) + min(often[char], 7))
        often[char] += 1
    return bits


def near(name, by_length):
    """The names that would be forgiven as `name` if nothing else were called so."""
    mine, here = letters(name), length(name)
    lengths = range(here - _ERRORS, here + _ERRORS + 1)
    alike = (other for each in lengths for other, has in by_length[each] if (mine ^ has).bit_count() <= 2 * _ERRORS)
    return (other for other in alike if meant(other, [name], ()))


def test_no_answer_is_taken_for_a_misspelt_one_of_another_question(asked):
    by_length = defaultdict(list)
    for name in {name: None for item in asked for name in names(item) if spelled(name).latin}:
        by_length[length(name)].append((name, letters(name)))
    for item in {frozenset(names(item)): item for item in asked}.values():
        own = {singular(name) for name in names(item)}
        others = {other for name in names(item) if spelled(name).latin for other in near(name, by_length)}
        taken = [other for other in others if singular(other) not in own and grade(item, Typed(other)).spelling]
        assert not taken, (item.card, taken)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("card", "typed"),
    [
        ("generative-pre-training/decoder", "encoder-only"),
        ("decoder-only/definition", "encoder-only"),
        ("tokenisation/not-sampling", "tokens"),
        ("preference-tuning/classification", "unsupervised learning"),
        ("swiglu/replaced", "GELU activation"),
    ],
)
def test_what_has_a_name_of_its_own_is_no_typing_error(shipped, card, typed, lang):
    assert not grade(shipped.item(f"concept:{card}", "typed", lang, 0), Typed(typed)).right


def test_neither_is_it_one_in_a_list_from_memory(shipped):
    item = shipped.item("concept:agents/stages", "recall", "en", 0)
    named = [member.answer for member in item.response.members]
    assert "task execution" in named
    for typed, right in (("task execution", True), ("task exection", True), ("code execution", False)):
        assert right == grade(item, Listed(tuple(typed if name == "task execution" else name for name in named))).right


def test_nearly_every_name_is_still_known_with_a_letter_too_few(asked):
    long = [(item, name) for item in asked[::8] for name in names(item)[:2] if name.isascii() and name.isalpha()]
    misspelt = [(item, name[:3] + name[4:]) for item, name in long if len(name) >= 6]
    refused = [(item.card, typed) for item, typed in misspelt if not grade(item, Typed(typed)).right]
    assert len(refused) < len(misspelt) / 20, refused


def test_the_names_that_a_typing_error_is_held_against_are_the_same_object_everywhere(asked):
    assert len({id(item.response.rivals) for item in asked if item.response.rivals}) == 1
