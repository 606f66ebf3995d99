"""From items to codes and back, for every shipped form, for skills that drew from a few entities, and for banks."""

from datetime import date

import pytest

from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.replay import code_in
from llmquiz.library.library import Library
from llmquiz.library.replaying import replay_code, replayed
from llmquiz.library.sampling import sample

TODAY = date(2026, 11, 2)
BANK = """\
bank: own
title: Own
source: A book
questions:
  - { id: one, kind: choice, question: Which one?, options: [{text: this, right: true}, {text: that}, {text: those}] }
"""


def test_every_shipped_item_is_made_again_from_its_code(shipped):
    for item in sample(shipped.generator, shipped.cards, 300, 5):
        assert item == replayed(shipped, code_in(str(replay_code(shipped, item))))


@pytest.mark.parametrize("seed", range(6))
def test_a_skill_is_made_again_from_the_entities_it_drew_from(shipped, seed):
    made = 0
    for card in shipped.cards:
        if card.key.startswith("skill:"):
            known = frozenset(by_rank(shipped.generator.drawn_from(card.key, "en"), str, "known", seed)[:9])
            for form in card.forms:
                item = shipped.item(card.key, form, "en", seed, known)
                if isinstance(item, Item):
                    made += 1
                    assert item == replayed(shipped, code_in(str(replay_code(shipped, item, known))))
    assert made


def test_a_bank_question_has_a_code_that_ends_with_the_question(tmp_path, shipped):
    path = tmp_path / "own.yaml"
    path.write_text(BANK, encoding="utf-8")
    library = Library(tmp_path / "nothing", [path], TODAY, None)
    item = library.item("bank:own/one", "choice", "en", 3)
    code = replay_code(library, item)
    assert item == replayed(library, code)
    path.write_text(BANK.replace("Which one?", "Which?"), encoding="utf-8")
    assert replayed(Library(tmp_path / "nothing", [path], TODAY, None), code) is None
    path.write_text(BANK.replace("id: one", "id: two"), encoding="utf-8")
    assert replayed(Library(tmp_path / "nothing", [path], TODAY, None), code) is None


@pytest.mark.parametrize(
    "text",
    [
        "fact:nobody/developer#value@choice-3.en.0.00000000",
        "concept:attention/definition@choice-3.xx.0.00000000",
        "concept:attention/definition@no-such-form.en.0.00000000",
    ],
)
def test_what_there_is_not_is_not_made_again(shipped, text):
    assert replayed(shipped, code_in(text)) is None
