"""All four outcomes before the answer: what is shown is what will happen."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from scheduling_samples import CARD, amend, review

from llmquiz.core.answers import Rating
from llmquiz.core.forms import Asking
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.fold import apply, refold
from llmquiz.scheduling.preview import amendment, outcome, outcomes

AGAIN, HARD, GOOD, EASY = Rating
KNOWN = CardState(CARD, Phase.REVIEW, stability=25.0, difficulty=5.0, due_day=125, last_day=100, repetitions=4)


def plan(state):
    """Choice below thirty days, typed above."""
    return Asking("choice4", 4, 1) if state.stability < 30 else Asking("typed", 0, 3)


def test_the_four_outcomes_of_a_card_in_review():
    found = outcomes(KNOWN, review(125), plan)
    assert {
        rating: (o.state.phase.value, o.state.due_day - 125, o.review.planned_form, o.review.planned_options)
        for rating, o in found.items()
    } == {
        AGAIN: ("relearning", 0, "choice4", 4),
        HARD: ("review", 51, "typed", 0),
        GOOD: ("review", 69, "typed", 0),
        EASY: ("review", 111, "typed", 0),
    }


def test_the_form_is_planned_for_the_memory_after_the_answer():
    young = replace(KNOWN, stability=12.0, last_day=118)
    assert [o.review.planned_form for o in outcomes(young, review(132), plan).values()] == [
        "choice4",
        "choice4",
        "typed",
        "typed",
    ]


def test_a_planned_choice_shortens_the_interval_that_is_shown():
    choice = outcome(KNOWN, review(125), lambda _: Asking("boolean", 2, 1))
    typed = outcome(KNOWN, review(125), lambda _: Asking("typed", 0, 3))
    assert choice.state.due_day < typed.state.due_day
    assert choice.state.stability == typed.state.stability


def test_a_card_without_a_next_form_is_planned_as_an_open_one():
    found = outcome(KNOWN, review(125, planned_form="old", planned_options=4), lambda _: None)
    assert (found.review.planned_form, found.review.planned_options) == ("", 0)


@given(st.sampled_from(Rating), st.integers(100, 300), st.sampled_from([0.8, 0.9, 0.95]), st.booleans())
def test_what_is_logged_folds_to_what_was_shown(rating, day, retention, new):
    before = CardState(CARD) if new else KNOWN
    shown = outcomes(before, review(day, retention=retention), plan)[rating]
    assert shown.review.rating == rating
    assert shown.state == apply(before, shown.review)


def test_a_second_word_leads_where_the_first_would_have_led():
    first = outcome(KNOWN, review(125, AGAIN, id="r"), plan)
    second = amendment(KNOWN, first.review, amend("r", EASY), plan)
    assert (second.planned_form, second.planned_options) == ("typed", 0)
    history = [review(80, EASY, id="q")]
    before = refold(CARD, history)
    second = amendment(before, outcome(before, first.review, plan).review, amend("r", AGAIN, guessed=True), plan)
    state = refold(CARD, [*history, first.review, second])
    assert outcome(before, review(125, AGAIN, id="r", guessed=True), plan).state == state
    assert state.lapses == 0
