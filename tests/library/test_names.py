"""What cards are called and found by, in every language, whoever wrote them."""

import pytest

from catalogues import TODAY
from forests import forest
from llmquiz.library.library import Library
from llmquiz.storage.index import Index

BANK = """\
bank: garden
title: Garden
source: A book
questions:
  - { id: moss, kind: flashcard, question: { en: What is moss?, zh: 苔藓是什么？ }, answer: { en: a plant, zh: 植物 } }
  - { id: sun, kind: typed, question: Which star is near?, answer: sun, tags: [Ｓky] }
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A library with a bank, opened cold and then warm."""
    root = tmp_path_factory.mktemp("names")
    questions = forest(3).write(root / "forest")
    (root / "garden.yaml").write_text(BANK, encoding="utf-8")

    def library():
        with Index.open(root / "index.db") as index:
            made = Library(questions, (root / "garden.yaml",), TODAY, index)
            return made, made.searched

    return library(), library()


@pytest.fixture(scope="module")
def library(opened):
    return opened[0][0]


def test_in_english_it_is_the_cards_title(library):
    cards = [card for card in library.cards if not card.key.startswith("skill:")]
    assert [card.title for card in cards] == [library.named(card.key, "en")[0] for card in cards]


def test_in_another_language_too_it_says_what_it_is_about(library):
    assert ("Babarin：开发者", "Babarin 由谁开发？") == library.named("fact:babarin/developer#value", "zh")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_card_is_without_title_and_question(library, lang):
    assert [] == [card.key for card in library.cards if not all(library.named(card.key, lang))]


def test_a_banks_question_is_its_title(library):
    assert ("What is moss?", "What is moss?") == library.named("bank:garden/moss", "en")
    assert "苔藓是什么？" == library.named("bank:garden/moss", "zh")[0]
    assert "Which star is near?" == library.named("bank:garden/sun", "zh")[0]


def test_what_is_searched_holds_every_language_and_the_tags_folded(library):
    texts = {card.key: text for card, text in zip(library.cards, library.searched, strict=True)}
    assert "what is moss?" in texts["bank:garden/moss"]
    assert "苔藓是什么?" in texts["bank:garden/moss"]
    assert texts["bank:garden/sun"].endswith("sky")
    assert "babarin:开发者" in texts["fact:babarin/developer#value"]


def test_a_warm_library_says_the_same(opened):
    assert opened[0][1] == opened[1][1]
