"""What a memory would be if practice counted."""

import pytest

from llmquiz.core.answers import Rating
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.memory import remember, retrievability
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS
from llmquiz.scheduling.rehearsal import Practised, rehearsed

WEIGHTS = DEFAULT_PARAMETERS.weights
KNOWN = CardState("a", Phase.REVIEW, stability=5.0, difficulty=5.0, due_day=105, last_day=100, last_at=1000)


def practised(day, rating=Rating.GOOD, at=2000):
    return Practised("a", day, at, int(rating))


@pytest.mark.parametrize("rating", list(Rating))
def test_an_answer_counts_as_if_it_had_been_scheduled(rating):
    wanted = remember(KNOWN, rating, 104, DEFAULT_PARAMETERS)
    found = rehearsed(KNOWN, [practised(104, rating)], WEIGHTS)
    assert (pytest.approx(wanted.stability), pytest.approx(wanted.difficulty)) == (found.stability, found.difficulty)
    assert 104 == found.last_day


def test_a_new_card_that_was_practised_has_a_memory():
    found = rehearsed(CardState("a"), [practised(104), practised(106)], WEIGHTS)
    assert 106 == found.last_day
    assert 0 < retrievability(found, 110) < 1


def test_practice_before_the_last_scheduled_answer_is_in_it_already():
    assert KNOWN == rehearsed(KNOWN, [practised(99, at=900)], WEIGHTS)


def test_only_the_memory_changes():
    found = rehearsed(KNOWN, [practised(104)], WEIGHTS)
    assert (KNOWN.phase, KNOWN.due_day, KNOWN.repetitions) == (found.phase, found.due_day, found.repetitions)


def test_days_only_go_forward():
    assert 100 == rehearsed(KNOWN, [practised(98)], WEIGHTS).last_day
