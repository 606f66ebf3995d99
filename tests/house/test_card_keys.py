"""Identity: the key of every card is built of declared slugs alone, and none is used twice."""

import re

from llmquiz.core.cards import Direction, bank_key, concept_key, fact_key, kind_of, skill_key
from llmquiz.files.paths import questions_root
from llmquiz.generate.forms import FORMS
from llmquiz.library.ledger import LEDGER, vanished

SLUG = r"[a-z0-9]+(?:[-._][a-z0-9]+)*"
GRAMMAR = {
    "fact": re.compile(rf"fact:(?:{SLUG}:)?{SLUG}/{SLUG}(?:/{SLUG})?#(?:value|entity)"),
    "concept": re.compile(rf"concept:(?:{SLUG}:)?{SLUG}/{SLUG}"),
    "skill": re.compile(rf"skill:{SLUG}/{SLUG}"),
    "bank": re.compile(rf"bank:{SLUG}/{SLUG}"),
}


def test_the_four_kinds_of_keys():
    assert "fact:gpt-4o/context_window#value" == fact_key("gpt-4o", "context_window", Direction.VALUE)
    assert "fact:gpt-4o/modalities/text#entity" == fact_key("gpt-4o", "modalities", Direction.ENTITY, "text")
    assert "fact:mine:oak/age#value" == fact_key("oak", "age", Direction.VALUE, catalogue="mine")
    assert "concept:embeddings/near" == concept_key("embeddings", "near")
    assert "concept:mine:embeddings/near" == concept_key("embeddings", "near", "mine")
    assert "skill:compare/parameters" == skill_key("compare", "parameters")
    assert "bank:basics/one" == bank_key("basics", "one")
    assert ["fact", "bank"] == [kind_of("fact:a/b#value"), kind_of("bank:a/b")]


def test_every_shipped_card_has_a_key_of_this_grammar(shipped):
    assert {"fact", "concept", "skill"} == {kind_of(card.key) for card in shipped.cards}
    assert [] == [card.key for card in shipped.cards if not GRAMMAR[kind_of(card.key)].fullmatch(card.key)]


def test_no_key_is_used_twice(shipped):
    made = [card.key for card in shipped.generator.cards]
    assert sorted(set(made)) == sorted(made)
    assert len(made) == len(shipped.cards)


def test_every_part_of_a_key_is_declared(shipped):
    knowledge = shipped.generator.knowledge
    for card in shipped.cards:
        kind, _, rest = card.key.partition(":")
        first, second = rest.partition("#")[0].split("/")[:2]
        if kind == "fact":
            assert first in knowledge.catalogue.entities, card.key
            assert second in knowledge.catalogue.attributes, card.key
        elif kind == "concept":
            sheet = knowledge.sheets[first]
            assert second == "definition" or second in sheet.elements or second in sheet.lists, card.key
        else:
            assert first in FORMS, card.key
            assert second in knowledge.catalogue.attributes, card.key


def test_what_a_card_needs_first_is_a_card_that_exists_and_needs_it_not(shipped):
    for card in shipped.cards:
        assert card.key not in card.prerequisites
        for key in card.prerequisites:
            assert GRAMMAR[kind_of(key)].fullmatch(key), key


def released() -> list[str]:
    return (questions_root() / LEDGER).read_text(encoding="utf-8").splitlines()


def test_the_released_keys_stand_in_the_ledger_once_each_and_in_order():
    keys = released()
    assert len(keys) > 1500
    assert sorted(set(keys)) == keys
    assert [] == [key for key in keys if not GRAMMAR[kind_of(key)].fullmatch(key)]


def test_no_released_key_has_vanished_without_a_new_name_or_a_tombstone(shipped):
    assert [] == [problem for problem in shipped.problems if problem.code == "vanished-key"]


def test_a_released_key_that_vanishes_is_told_with_its_line():
    keys = released()
    lost = keys[7]
    (found,) = vanished(questions_root(), {key for key in keys if key != lost})
    assert ("vanished-key", 8) == (found.code, found.place.line)
    assert f"`{lost}`" in found.message
