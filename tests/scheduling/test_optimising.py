"""Weights of one's own: found again where they made the answers, and judged by what they have not seen."""

from dataclasses import replace

import pytest
from scheduling_samples import CARD, amend, retract, review
from test_hindsight import HEIR, columns, when

from llmquiz.core.answers import Rating
from llmquiz.core.events import FactChanged, Renamed, Reset, Taught
from llmquiz.core.hashing import draw, fraction
from llmquiz.core.states import CardState
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.formulas import first_memory, next_memory, recall
from llmquiz.scheduling.optimising import Fit, Turn, fit, histories
from llmquiz.scheduling.parameters import (
    DEFAULT_PARAMETERS,
    DEFAULT_WEIGHTS,
    ParameterSet,
    adopted_weights,
    adoption,
    known_parameters,
)

QUICK = (0.05, 0.2, 0.4, 1.5, *DEFAULT_WEIGHTS[4:])
"""Somebody who forgets five times as fast."""


def learned(weights, cards=250, answers=8):
    """Answers drawn from these weights, spread over a year."""
    rows = []
    for card in range(cards):
        day, stability, difficulty = draw(200, "start", card), 0.0, 0.0
        for turn in range(answers):
            gap = 1 + draw(12, "gap", card, turn)
            right = fraction("right", card, turn) < (recall(stability, gap, weights) if turn else 0.7)
            rating = Rating.GOOD if right else Rating.AGAIN
            day += gap if turn else 0
            first = first_memory(rating, weights)
            stability, difficulty = next_memory(stability, difficulty, gap, rating, weights) if turn else first
            rows.append(review(day, rating, card=f"fact:{card}/x#value"))
    return columns(sorted(rows, key=lambda event: event.day))


def lives(events):
    """The memories behind these events."""
    return [[(turn.rating, turn.day, turn.number) for turn in life] for life in histories(columns(events)).lives]


def steps():
    """What progress is told to."""
    told = []
    return told, told.append


def test_weights_that_made_the_answers_predict_new_ones_better():
    told = histories(learned(QUICK))
    done, step = steps()
    found = fit(told, DEFAULT_WEIGHTS, step)
    assert found.better
    assert pytest.approx(QUICK[2], rel=0.25) == found.weights[2]
    assert (2000, 3 * len(told.lives)) == (found.reviews, sum(done))
    assert 21 == len(found.weights)


def test_they_are_judged_by_the_newest_fifth_alone():
    told = histories(learned(QUICK))
    found = fit(told, DEFAULT_WEIGHTS, lambda _count: None)
    late = [turn.number for life in told.lives for turn in life[1:] if turn.number >= 1600]
    assert len(late) == found.tested


def test_the_same_log_gives_the_same_weights():
    rows = learned(QUICK, cards=150)
    first, second = (fit(histories(rows), DEFAULT_WEIGHTS, lambda _count: None) for _run in range(2))
    assert first == second


def test_what_is_no_better_is_not_to_be_used():
    assert not Fit(QUICK, 1000, 200, 0.4, 0.4).better


def test_answers_are_as_amended_and_what_was_taken_back_or_practised_is_left_out():
    events = [review(0, id="a"), review(9, id="b"), amend("a", Rating.AGAIN), retract("b"), review(9, practice=True),
              review(10)]  # fmt: skip
    assert [[(1, 0, 0), (3, 10, 1)]] == lives(events)


def test_a_card_that_begins_anew_has_two_lives():
    assert [[(3, 0, 0)], [(3, 5, 1)]] == lives([review(0), Reset(**when(4)), review(5)])


def test_a_changed_fact_is_a_fall_that_nobody_answered():
    changed = FactChanged(**when(4), old="1", new="2", fingerprint="f")
    assert [[(3, 0, 0), (1, 4, None), (3, 5, 1)]] == lives([review(0), changed, review(5)])


def test_a_card_that_took_over_goes_on_with_the_old_ones_life():
    events = [review(0), Renamed(**when(4, HEIR), old=CARD), Taught(**when(4, HEIR)), review(6, card=HEIR)]
    assert [[(3, 0, 0), (3, 6, 1)]] == lives(events)


def test_turns_are_plain():
    assert Turn(3, 0, 0) == histories(columns([review(0)])).lives[0][0]


# What is adopted

OWN = replace(DEFAULT_PARAMETERS, weights=QUICK)


def adopted(parameters, at):
    return adoption(parameters, at=at, day=0, offset=0)


def test_the_published_weights_are_in_use_until_others_are_adopted():
    other_steps = ParameterSet(learning_steps=(60,), weights=QUICK)
    spelt = replace(adopted(OWN, 1), parameters=other_steps.id, values=other_steps.values)
    assert DEFAULT_WEIGHTS == adopted_weights([spelt])
    assert QUICK == adopted_weights([adopted(OWN, 1)])


def test_the_latest_adoption_counts_and_each_is_an_event_of_its_own():
    there_and_back = [adopted(OWN, 1), adopted(DEFAULT_PARAMETERS, 2), adopted(OWN, 3)]
    assert 3 == len({event.parameters for event in there_and_back})
    assert QUICK == adopted_weights(there_and_back)
    assert DEFAULT_WEIGHTS == adopted_weights(there_and_back[:2])


def test_replay_schedules_each_answer_with_the_weights_it_names():
    events = [replace(adopted(OWN, 1), parameters=OWN.id), review(0, id="a"), review(10, id="b", parameters=OWN.id)]
    before = replay(events[:2])[CARD]
    expected = next_memory(before.stability, before.difficulty, 10, Rating.GOOD, QUICK)
    state: CardState = replay(events)[CARD]
    assert pytest.approx(expected) == (state.stability, state.difficulty)
    assert OWN == known_parameters(events)[OWN.id]
