"""What is typed of the shipped questions: another name is no typing error, and a typing error is no other name.

That no answer is taken for a misspelt one to another question is proved of all of them (`llmquiz prove`, C30).
"""

import pytest

from llmquiz.core.answers import Listed, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import TextEntry
from llmquiz.study.grading import grade


@pytest.fixture(scope="module")
def asked(shipped):
    """One item a typed answer, in both languages, of every eighth card."""
    drawn = (
        shipped.item(card.key, form, lang, 0)
        for card in shipped.cards[::8]
        for form in ("typed", "cloze")
        if form in card.forms
        for lang in ("en", "zh")
    )
    items = (item for item in drawn if isinstance(item, Item) and isinstance(item.response, TextEntry))
    return tuple({(item.card, item.lang): item for item in items}.values())


def names(item):
    return (item.response.answer, *item.response.accept)


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
    long = [(item, name) for item in asked for name in names(item)[:2] if name.isascii() and name.isalpha()]
    misspelt = [(item, name[:3] + name[4:]) for item, name in long if len(name) >= 6]
    refused = [(item.card, typed) for item, typed in misspelt if not grade(item, Typed(typed)).right]
    assert len(refused) < len(misspelt) / 20, refused


def test_the_names_that_a_typing_error_is_held_against_are_the_same_object_everywhere(asked):
    assert len({id(item.response.rivals) for item in asked if item.response.rivals}) == 1
