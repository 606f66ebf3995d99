"""A bank's table of contents: its cards and how they are asked, without the bank."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from llmquiz.banks.bank import Bank
from llmquiz.banks.contents import (
    Contents,
    Entry,
    contents_cards,
    contents_of,
    contents_record,
    entry_traits,
    recorded,
)
from llmquiz.banks.reading import read_bank
from llmquiz.core.cards import Card, Tier
from llmquiz.core.forms import FormTraits

BANK = """\
bank: b
title: {en: Bank, zh: 题库}
source: A paper
tags: [t]
questions:
  - id: named
    kind: choice
    question: {en: Which one?, zh: 哪个？}
    explanation: e
    options: [{id: this, text: Tranformer, right: true}, {id: that, text: Perceptron}, {id: it, text: Hopfield}]
  - id: placed
    kind: choice
    question: {en: How large?, zh: 多大？}
    explanation: e
    options: [{text: 70B}, {text: 7B, right: true}, {text: 13B}]
  - id: many
    kind: multi-choice
    question: {en: Which of them?, zh: 哪些？}
    explanation: e
    options: [{text: A, right: true}, {text: B, right: true}, {text: C}]
  - id: name
    kind: typed
    question: Who?
    answer: {en: The Transformer, zh: 变换器}
    explanation: e
  - id: number
    kind: numeric
    question: {en: How many?, zh: 多少？}
    answer: 1024
    explanation: e
  - id: judged
    kind: true-false
    question: {en: It is so., zh: 是这样。}
    answer: false
    explanation: e
  - id: flash
    kind: flashcard
    tier: detail
    tags: [t, u]
    question: "[MASK]"
    answer: the back
    explanation: e
"""
IDS = ("named", "placed", "many", "name", "number", "judged", "flash")


def read(folder: Path, text: str = BANK) -> Bank:
    """The bank of this text."""
    path = folder / "b.yaml"
    path.write_text(text, encoding="utf-8")
    bank, _ = read_bank(path)
    assert bank is not None
    assert IDS == tuple(question.id for question in bank.questions)
    return bank


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    """Of the bank above."""
    return contents_of(read(tmp_path))


def test_contents_survive_json(contents: Contents) -> None:
    assert recorded(json.loads(json.dumps(contents_record(contents)))) == contents


def test_what_is_empty_at_the_end_of_an_entry_is_not_kept(contents: Contents) -> None:
    whole, bare = contents.entries[0], Entry("q", "flashcard", "core", "Why?")
    kept = contents_record(replace(contents, entries=(whole, bare)))["entries"]
    assert [list(whole[: len(kept[0])]), ["q", "flashcard", "core", "Why?"]] == list(map(list, kept))
    assert not any(whole[len(kept[0]) :])


def test_cards_stand_in_the_order_of_the_file(contents: Contents) -> None:
    cards = tuple(contents_cards(contents, 100))

    assert [card.key for card in cards] == [f"bank:b/{name}" for name in IDS]
    assert [card.order for card in cards] == list(range(100, 107))
    assert {card.topic for card in cards} == {"b"}
    assert cards[3].kin == {"answer:the transformer"}
    assert cards[-1] == Card(
        "bank:b/flash", "b", Tier.DETAIL, 106, "[MASK]", tags=("t", "u"), fact="bank:b/flash", forms=("flashcard",)
    )


def test_traits_tell_how_easily_a_guess_is_right(contents: Contents) -> None:
    traits = {entry.id: entry_traits(entry) for entry in contents.entries}

    assert traits["named"] == FormTraits("choice", (0, 1, 2, 3), 3)
    assert {name: each.options for name, each in traits.items()} == {
        "named": 3, "placed": 3, "many": 0, "name": 0, "number": 0, "judged": 2, "flash": 0,
    }  # fmt: skip


def test_languages_are_those_of_the_question_else_of_the_bank(contents: Contents, tmp_path: Path) -> None:
    assert {entry.id: tuple(entry.languages) for entry in contents.entries} == dict.fromkeys(IDS, ("en", "zh")) | {
        "name": (), "flash": (),
    }  # fmt: skip
    english = contents_of(read(tmp_path, BANK.replace("bank: b\n", "bank: b\nlang: en\n")))
    assert {("en",)} == {tuple(entry.languages) for entry in english.entries}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Tranformer", "Transformer", []),
        ("text: 7B,", "text: 7 B,", []),
        ("text: A,", "text: an A,", []),
        ("The Transformer", "Transformer", []),
        ("answer: the back", "answer: another back", []),
        ("Which one?", "Which of them?", []),
        ("answer: 1024", "answer: 1,024", []),
        ("text: Perceptron}", "text: Perceptron}, {id: more, text: LSTM}", []),
        ("answer: 1024", "answer: 2048", ["number"]),
        ("answer: false", "answer: true", ["judged"]),
        ("{text: B, right: true}", "{text: B}", ["many"]),
        ("text: Tranformer, right: true}, {id: that,", "text: T}, {id: that, right: true,", ["named"]),
        ("{text: 70B}, {text: 7B, right: true}", "{text: 70B, right: true}, {text: 7B}", ["placed"]),
    ],
)
def test_a_fingerprint_follows_what_is_right_and_never_how_it_is_worded(
    tmp_path: Path, before: str, after: str, changed: list[str]
) -> None:
    assert before in BANK
    old, new = (
        {entry.id: entry.fingerprint for entry in contents_of(read(tmp_path, text)).entries}
        for text in (BANK, BANK.replace(before, after))
    )
    assert changed == [name for name in IDS if old[name] != new[name]]


def test_what_was_reworded_would_be_announced_by_its_fingerprint_so_prose_has_none(contents: Contents) -> None:
    assert ["name", "flash"] == [entry.id for entry in contents.entries if not entry.fingerprint]


def test_the_contents_know_where_the_bank_names_itself_and_its_topic(contents: Contents, tmp_path: Path) -> None:
    assert ((1, 7), None) == (contents.id_at, contents.topic_at)
    named = contents_of(read(tmp_path, BANK.replace("bank: b\n", "topic: shelf\nbank: b\n")))
    assert ((2, 7), (1, 8), "shelf") == (named.id_at, named.topic_at, named.topic)
