"""Hints over the shipped questions: none takes the key away, none tells what is not so, none leaves nothing to do."""

from collections import Counter
from decimal import Decimal

import pytest

from llmquiz.core.answers import Hint
from llmquiz.core.hints import (
    About,
    Beginnings,
    Between,
    Digits,
    First,
    HowMany,
    Length,
    Neighbour,
    OnlyStrong,
    Pair,
    Reminder,
    Without,
    Years,
)
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import ValueOf
from llmquiz.core.responses import Many, Match, NumberEntry, One, Order
from llmquiz.core.rules.quantities import date, quantity
from llmquiz.library.sampling import sample
from llmquiz.trainer.records import answers


@pytest.fixture(scope="module")
def hinted(shipped):
    """Items of every form, topic and language, with their hints."""
    return [(item, shipped.hints(item)) for item in sample(shipped.generator, shipped.cards, 700, 11)]


def clues(hinted, kind):
    """The hints of one kind with their items; there are some."""
    found = [(item, clue) for item, given in hinted for clue in given if isinstance(clue, kind)]
    assert found
    return found


def squeezed(text):
    """Without spaces."""
    return "".join(text.split())


def test_a_gentle_hint_comes_before_the_strong_one(hinted):
    for _item, given in hinted:
        assert [clue.level for clue in given] in (
            [],
            [Hint.CATEGORY],
            [Hint.NONE, Hint.REVEALING],
            [Hint.CATEGORY, Hint.REVEALING],
        )


def test_most_questions_have_a_hint_and_many_a_gentle_one(hinted):
    asked = [(item, given) for item, given in hinted if item.response.name != "self-rate"]
    gentle = sum(any(clue.level is Hint.CATEGORY for clue in given) for _, given in asked)
    assert len(asked) * 0.5 < gentle
    several = [given for item, given in asked if not (isinstance(item.response, One) and len(item.options) < 3)]
    assert all(given for given in several)


def test_the_key_is_never_taken_away_and_a_wrong_option_is_always_left(hinted):
    for item, clue in clues(hinted, Without):
        left = [option for option in item.options if option.id not in clue.options]
        assert [option for option in item.options if option.right] == [option for option in left if option.right]
        assert any(not option.right for option in left)
        assert 1 <= len(clue.options) <= 2


def test_the_years_hold_the_answer(hinted):
    for item, clue in clues(hinted, Years):
        (answer,) = answers(item)
        assert clue.first <= int(date(answer)[0]) <= clue.last


def test_the_magnitude_holds_the_answer(hinted):
    for item, clue in clues(hinted, Between):
        value = item.response.value if isinstance(item.response, NumberEntry) else quantity(answers(item)[0]).value
        low, high = (leading(text) for text in (clue.low, clue.high))
        assert low <= value < high, (item.stem, answers(item), clue)


def leading(text):
    """The number that a text begins with, whatever unit follows; an amount in dollars."""
    bare = text.lstrip("CN¥$")
    read = [parse_number(bare[:end]) for end in range(len(bare), 0, -1)]
    return next(number for number in read if number is not None)


def test_what_is_told_about_the_answer_is_a_fact_of_it_that_others_lack(hinted, shipped):
    catalogue = shipped.generator.knowledge.catalogue
    for item, clue in clues(hinted, About):
        entity = next((option.id for option in item.options if option.right), "")
        if isinstance(item.predicate, ValueOf):
            entity = catalogue.facts[item.predicate.entity, item.predicate.attribute].value
        declared = {each.name.in_language(item.lang): each for each in catalogue.attributes.values()}
        assert clue.value in told(shipped, entity, declared[clue.attribute], item.lang)
        assert squeezed(clue.value) not in squeezed(" ".join(answers(item)))


def told(shipped, entity, attribute, lang):
    """A fact as a card of its own tells it, read from the file anew."""
    fact = shipped.generator.knowledge.catalogue.facts[entity, attribute.id]
    names = shipped.generator.knowledge.catalogue.value_names(attribute)
    if isinstance(fact.value, str):
        return names[fact.value].name.in_language(lang)
    return f"{fact.value.parts[0]} 年"


def test_a_neighbour_is_declared_and_a_reminder_is_the_definition(hinted, shipped):
    sheets = shipped.generator.knowledge.sheets
    terms = {(sheet.term.in_language(lang), lang): sheet for sheet in sheets.values() for lang in ("en", "zh")}
    for item, clue in clues(hinted, Neighbour):
        sheet = sheets[item.card.removeprefix("concept:").partition("/")[0]]
        assert terms[clue.term, item.lang].id in (sheet.prerequisites if clue.before else sheet.related)
    for item, clue in clues(hinted, Reminder):
        assert terms[clue.term, item.lang].definition.in_language(item.lang) == clue.definition
        if {"right", "wrong"} != {option.id for option in item.options}:
            assert not any(squeezed(answer) in squeezed(clue.definition) for answer in answers(item))


def test_counts_lengths_beginnings_and_digits_are_those_of_the_answer(hinted):
    for item, clue in clues(hinted, HowMany):
        assert isinstance(item.response, Many)
        assert len(answers(item)) == clue.count
    for item, clue in clues(hinted, Length):
        assert (len(answers(item)[0].split()), len(squeezed(answers(item)[0]))) == (clue.words, clue.characters)
    for item, clue in clues(hinted, Beginnings):
        for answer, start, characters in zip(answers(item), clue.starts, clue.characters, strict=True):
            assert answer.startswith(start)
            assert answer != start
            assert len(squeezed(answer)) == characters
    for item, clue in clues(hinted, Digits):
        written = f"{item.response.value:f}"
        assert clue.count == len(written.partition(".")[0])
        assert written.startswith(clue.start)
        assert parse_number(written) != parse_number(clue.start or "-1")


def test_what_comes_first_and_what_belongs_together_is_so(hinted):
    for item, clue in clues(hinted, First):
        assert isinstance(item.response, Order)
        assert answers(item)[0] == clue.text
    for item, clue in clues(hinted, Pair):
        assert isinstance(item.response, Match)
        assert f"{clue.left} – {clue.right}" in answers(item)


def test_only_where_no_gentle_hint_is_found_the_strong_one_is_announced(hinted):
    kinds = Counter(type(clue) for _, given in hinted for clue in given)
    assert kinds[OnlyStrong] < kinds[Without] + kinds[First] + kinds[Pair] + kinds[Digits] + kinds[Beginnings]
    assert Decimal(0) < kinds[OnlyStrong]
