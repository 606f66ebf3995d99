"""After a pause: what is usual, how much a day holds, how long catching up takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import DAY, Learner, asked, by_key, card, due, taught

from llmquiz.study.catching_up import (
    LEAST,
    days_away,
    days_to_catch_up,
    most_reviews,
    spread,
    usual_load,
)
from llmquiz.study.selection import Limits

COUNTS = st.lists(st.integers(0, 300), min_size=2, max_size=30)


def test_usual_is_the_median_of_the_latest_days_of_study_before_today():
    answers = {1: 900, **dict.fromkeys(range(10, 17), 20), **dict.fromkeys(range(20, 27), 50), 30: 7}
    assert 50 == usual_load(answers, 30)


def test_who_has_just_begun_has_no_usual_day():
    assert (0, 0) == (usual_load({30: 12}, 30), days_away({30: 12}, 30))


@pytest.mark.parametrize(
    ("usual", "wanted", "most"), [(0, 200, LEAST), (20, 200, LEAST), (60, 200, 90), (180, 200, 200), (60, 15, 15)]
)
def test_a_day_holds_half_as_much_again_as_usual_ten_minutes_at_least_and_never_more_than_wanted(usual, wanted, most):
    assert most == most_reviews(usual, wanted)


def test_days_away_are_those_without_an_answer_before_today():
    assert 12 == days_away({80: 5, 87: 30, 100: 3}, 100)


def test_what_a_day_does_not_hold_goes_to_the_next():
    assert (40, 40, 23, 3) == spread((90, 10, 3, 3), 40)


@given(COUNTS, st.integers(1, 80))
def test_no_day_is_asked_for_more_than_it_holds_and_nothing_is_asked_before_it_is_due(counts, cap):
    shared = spread(counts, cap)
    assert max(shared) <= cap
    assert all(sum(shared[:day]) <= sum(counts[:day]) for day in range(len(counts)))


@given(COUNTS, st.integers(1, 80))
def test_on_the_day_that_is_foretold_everything_due_is_asked(counts, cap):
    days = days_to_catch_up(counts, cap)
    if days <= len(counts):
        assert sum(counts[:days]) == sum(spread(counts, cap)[:days])
    else:
        assert sum(counts) > sum(spread(counts, cap))


def reviews(count):
    """So many cards, the later ones the more endangered, all overdue."""
    cards = [card(f"r{at:03}") for at in range(count)]
    return cards, by_key(*(due(each.key, last=DAY - 10 - at) for at, each in enumerate(cards)))


def test_the_most_endangered_come_first_and_new_cards_wait():
    cards, states = reviews(60)
    fresh = [card("new")]
    learner = Learner(cards + fresh, states, limits=Limits(reviews=40, new_waits=True))
    assert (40, 0, 20) == (learner.queue.counts().due, learner.queue.counts().new, learner.queue.counts().later)
    learner.study()
    assert {each.key for each in cards[20:]} == set(asked(learner.steps))


def test_new_cards_come_again_when_a_day_holds_all_that_is_due():
    cards, states = reviews(40)
    learner = Learner([*cards, card("new")], states, limits=Limits(reviews=40, new_waits=True))
    learner.study()
    assert 1 == len(taught(learner.steps))


@pytest.mark.parametrize("stop", [1, 17, 39, 40])
def test_todays_share_stays_what_it_was_wherever_one_stops(stop):
    cards, states = reviews(60)
    learner = Learner([*cards, card("new")], states, limits=Limits(reviews=40, new_waits=True), wrong={3, 7})
    while len(set(asked(learner.steps))) < stop:
        learner.take(learner.queue.next_step(learner.now))
    counts = learner.rebuilt().counts()
    assert (20, 0) == (counts.later, counts.new)
    assert 40 == counts.due + len(set(asked(learner.steps)))
