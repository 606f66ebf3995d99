"""What the learner mixes up comes first among the wrong options, and every item stays sound and repeatable."""

from dataclasses import replace

import pytest
from generate_samples import rules

from forests import forest
from llmquiz.core.items import Item

FORMS = ("choice-3", "choice-4", "true-false")
CARD = "fact:babarin/developer#value"


@pytest.fixture(scope="module")
def generator(tmp_path_factory):
    return forest(6).generator(tmp_path_factory.mktemp("preferences") / "forest")


def asked(generator):
    """Every card with a choice, and the ids of its wrong options."""
    for card in generator.cards:
        if card.key.startswith(("fact:", "concept:")):
            yield card.key, generator.drawn_from(card.key, "en")


def shown(item):
    return {option.id for option in item.options}


def test_a_preferred_option_is_among_those_shown(generator):
    met = 0
    for key, others in asked(generator):
        for other in others:
            for seed in range(3):
                item = generator.item(key, "choice-4", "en", seed, None, (other,))
                if isinstance(item, Item) and item.preferred:
                    met += 1
                    assert other in shown(item), (key, other, seed)
    assert met > 100


def test_one_option_is_left_to_chance(generator):
    others = generator.drawn_from(CARD, "en")
    items = [generator.item(CARD, "choice-3", "en", seed, None, others[:1]) for seed in range(20)]
    assert 1 < len({frozenset(shown(item)) for item in items})


def test_the_same_inputs_give_the_same_item(generator):
    for key, others in asked(generator):
        for form in FORMS:
            first = generator.item(key, form, "en", 3, None, others[:2])
            assert first == generator.item(key, form, "en", 3, None, others[1::-1])
            if isinstance(first, Item):
                assert first == generator.item(key, form, "en", 3, None, first.preferred)


def test_without_a_preference_nothing_is_otherwise(generator):
    for key, _others in asked(generator):
        for form in FORMS:
            made = generator.item(key, form, "en", 5, None, ("no such option",))
            assert generator.item(key, form, "en", 5) == made
            assert not isinstance(made, Item) or made.preferred == ()


def test_a_preference_never_costs_an_item(generator):
    for key, others in asked(generator):
        for form in FORMS:
            plain = generator.item(key, form, "en", 1)
            assert isinstance(plain, Item) == isinstance(generator.item(key, form, "en", 1, None, others[:3]), Item)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_item_with_a_preference_is_proved(generator, lang):
    for key, others in asked(generator):
        for form in FORMS:
            made = [generator.item(key, form, lang, 2, None, (other,)) for other in others]
            different = {replace(item, preferred=()): item for item in made if isinstance(item, Item)}
            for item in different.values():
                assert set() == rules(item, generator), (key, form, item.preferred)


def test_a_false_sentence_says_what_is_mixed_up(generator):
    others = generator.drawn_from(CARD, "en")
    wrong = {
        option.id
        for seed in range(20)
        for option in generator.item(CARD, "true-false", "en", seed, None, others[:1]).options
    }
    stems = {generator.item(CARD, "true-false", "en", seed, None, others[:1]).stem for seed in range(20)}
    assert {"right", "wrong"} == wrong
    assert 2 == len(stems)
