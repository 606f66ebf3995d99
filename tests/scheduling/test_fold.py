"""The fold of single events and whole histories: what an answer, a lesson, a reset does to a card."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from scheduling_samples import CARD, MINUTE, amend, retract, review

from llmquiz.core.answers import Rating
from llmquiz.core.events import Bury, FactChanged, Flag, Note, Reset, Suspend, Taught
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.fold import apply, refold, replay
from llmquiz.scheduling.fuzz import fuzz_bounds, fuzzed
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, parameters_event
from tables import every_row

AGAIN, HARD, GOOD, EASY = Rating
PLACE = {"card": CARD, "at": 7, "day": 3, "offset": 0}
IN_REVIEW = CardState(
    CARD,
    Phase.REVIEW,
    stability=40.0,
    difficulty=5.0,
    due_day=140,
    last_day=100,
    repetitions=6,
    rung=3,
    introduced=True,
)


def fold(*events):
    return refold(CARD, events)


def package(history):
    """Stability and unfuzzed interval after each (day, rating, retention), from the package driven by itself."""
    card, told = fsrs.Card(card_id=9, due=datetime(2000, 1, 1, tzinfo=UTC)), []
    for day, rating, retention in history:
        scheduler = fsrs.Scheduler(DEFAULT_WEIGHTS, retention, [], [], 365, False)
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), moment)
        told.append((card.stability, (card.due - moment).days))
    return told


def test_a_card_that_is_always_good_on_the_day_it_is_due():
    state, intervals = CardState(CARD), []
    for _ in range(8):
        day = state.due_day or 0
        state = apply(state, review(day))
        intervals.append(state.due_day - day)
    assert intervals == [0, 2, 12, 52, 173, 345, 348, 352]


def test_a_card_that_is_hard_to_keep():
    ratings = [AGAIN, GOOD, GOOD, GOOD, AGAIN, GOOD, HARD, GOOD, AGAIN, GOOD, GOOD]
    state, seen = CardState(CARD), []
    for rating in ratings:
        day = state.due_day or 0
        state = apply(state, review(day, rating))
        seen.append((state.phase.value, state.due_day - day, state.lapses))
    assert seen == [
        ("learning", 0, 0), ("learning", 0, 0), ("review", 1, 0), ("review", 2, 0), ("relearning", 0, 1),
        ("review", 1, 1), ("review", 1, 1), ("review", 2, 1), ("relearning", 0, 2), ("review", 1, 2), ("review", 1, 2),
    ]  # fmt: skip


def test_a_whole_history_has_the_packages_memory_and_its_fuzzed_intervals():
    history = [(0, 3, 0.9), (0, 3, 0.925), (3, 3, 0.95), (12, 1, 0.9), (12, 3, 0.9), (15, 4, 0.9), (90, 2, 0.8)]
    options = {0.9: 0, 0.925: 4, 0.95: 2, 0.8: 0}
    state, folded = CardState(CARD), []
    for day, rating, target in history:
        retention = 0.8 if target == 0.8 else 0.9
        state = apply(state, review(day, rating, retention=retention, planned_options=options[target]))
        folded.append((state.stability, state.due_day - day if state.phase == Phase.REVIEW else None))
    expected = [
        (stability, None if repetition in (1, 4) else fuzzed(interval, 365, CARD, repetition))
        for repetition, (stability, interval) in enumerate(package(history), 1)
    ]
    assert expected == folded


def test_a_planned_choice_brings_the_card_back_sooner_than_an_open_form():
    answered = [replace(review(140), planned_options=options) for options in (0, 4, 3, 2)]
    dues = [apply(IN_REVIEW, event).due_day - 140 for event in answered]
    assert sorted(dues, reverse=True) == dues
    assert dues[0] > dues[3]


@pytest.mark.parametrize(
    ("ratings", "phase", "step", "minutes"),
    [
        ([AGAIN], Phase.LEARNING, 0, 1),
        ([HARD], Phase.LEARNING, 0, 1),
        ([GOOD], Phase.LEARNING, 1, 10),
        ([GOOD, HARD], Phase.LEARNING, 1, 10),
        ([GOOD, AGAIN], Phase.LEARNING, 0, 1),
        ([GOOD, GOOD, AGAIN], Phase.RELEARNING, 0, 10),
        ([GOOD, GOOD, AGAIN, HARD], Phase.RELEARNING, 0, 10),
    ],
)
def test_steps_run_in_wall_time(ratings, phase, step, minutes):
    state = fold(*(review(5, rating, at=1000 + n) for n, rating in enumerate(ratings)))
    due = 1000 + len(ratings) - 1 + minutes * MINUTE
    assert (phase, step, 5, due) == (state.phase, state.step, state.due_day, state.due_at)


@pytest.mark.parametrize("ratings", [[EASY], [GOOD, GOOD], [GOOD, GOOD, AGAIN, GOOD]])
def test_a_graduate_is_due_on_a_day_and_no_minute(ratings):
    state = fold(*(review(5, rating) for rating in ratings))
    assert (state.phase, state.step, state.due_at) == (Phase.REVIEW, 0, None)
    assert state.due_day > 5


def test_a_lapse_counts_from_review_only_and_not_for_a_guess():
    failed = apply(IN_REVIEW, review(140, AGAIN))
    assert [
        failed.lapses,
        apply(failed, review(140, AGAIN)).lapses,
        apply(IN_REVIEW, review(140, AGAIN, guessed=True)).lapses,
        fold(review(0, AGAIN), review(0, AGAIN)).lapses,
    ] == [1, 1, 0, 0]
    assert apply(IN_REVIEW, review(140, AGAIN, guessed=True)).phase == Phase.RELEARNING


def test_an_answer_leaves_its_traces():
    state = fold(
        review(1, AGAIN, form="choice3", rung=0),
        review(1, form="choice4", rung=1),
        review(2, HARD, form="choice3", rung=1, at=99),
    )
    assert (
        state.repetitions, state.right, state.rung, state.failed, state.recent_forms, state.last_day, state.last_at,
    ) == (3, 2, 1, False, ("choice4", "choice3"), 2, 99)  # fmt: skip
    assert apply(state, review(3, AGAIN)).failed


@pytest.mark.parametrize("card", ["skill:compare/price", "fact:a/b#value"])
def test_a_skill_comes_back_within_thirty_days(card):
    state = refold(card, [review(day, EASY, card=card) for day in (0, 30, 60, 90)])
    interval = state.due_day - 90
    assert (interval <= 30) == card.startswith("skill:")


def test_days_only_go_forward():
    later = fold(review(10), review(10))
    assert apply(later, review(12)) == replace(apply(later, review(12, at=0)), last_at=review(12).at)
    assert replace(apply(later, review(4)), last_at=0) == replace(apply(later, review(10)), last_at=0)


@every_row(
    ("event", "changes"),
    [
        (Taught(**PLACE), {"introduced": True}),
        (Suspend(**PLACE, on=True), {"suspended": True}),
        (Bury(**PLACE, until=4), {"buried_until": 4}),
        (Flag(**PLACE, text="wrong"), {}),
        (Note(**PLACE, text="mine"), {}),
        (amend("r", EASY), {}),
        (retract("r"), {}),
        (parameters_event(DEFAULT_PARAMETERS, at=0, day=0, offset=0), {}),
        (review(140, AGAIN, practice=True), {}),
    ],
)
def test_other_events_change_only_what_they_are_about(event, changes):
    before = replace(IN_REVIEW, introduced=False)
    assert replace(before, **changes) == apply(before, event)


def test_a_suspended_card_is_taken_up_again():
    assert apply(apply(IN_REVIEW, Suspend(**PLACE, on=True)), Suspend(**PLACE, on=False)) == IN_REVIEW


def test_a_reset_begins_anew_with_the_lesson():
    assert CardState(CARD) == apply(replace(IN_REVIEW, suspended=True, lapses=4), Reset(**PLACE))


def test_a_changed_fact_is_relearned_at_once_without_a_lapse():
    event = FactChanged(card=CARD, at=77, day=120, offset=0, old="128k", new="200k", fingerprint="f")
    state = apply(IN_REVIEW, event)
    assert (
        state.phase, state.step, state.due_day, state.due_at, state.lapses, state.repetitions, state.failed,
    ) == (Phase.RELEARNING, 0, 120, 77, 0, 6, False)  # fmt: skip
    assert package([(0, 3, 0.9)])[0][0] < state.stability < 10
    assert state.difficulty == IN_REVIEW.difficulty
    assert apply(state, review(120)).due_day - 120 < fuzz_bounds(12, 365)[1]


def test_a_changed_fact_that_was_never_asked_stays_new():
    taught = CardState(CARD, introduced=True)
    assert taught == apply(taught, FactChanged(**PLACE, old="1", new="2", fingerprint="f"))


def test_parameters_are_found_in_the_log_by_their_id():
    slow = replace(DEFAULT_PARAMETERS, learning_steps=(300,), maximum_interval=20)
    events = [parameters_event(slow, at=0, day=0, offset=0), review(0, AGAIN, parameters=slow.id, at=0)]
    assert replay(events)[CARD].due_at == 300_000
    events += [review(day, EASY, parameters=slow.id) for day in (0, 20, 40)]
    assert replay(events)[CARD].due_day <= 60


def test_a_review_of_unknown_parameters_is_folded_with_the_default_ones():
    assert replay([review(0)]) == replay([review(0, parameters="lost")])


def test_replay_keeps_cards_apart():
    states = replay([review(0), review(0, EASY, card="bank:a/b"), Taught(card="concept:x/y", at=0, day=0, offset=0)])
    assert list(states) == [CARD, "bank:a/b", "concept:x/y"]
    assert refold("bank:a/b", [review(0, EASY, card="bank:a/b")]) == states["bank:a/b"]
    assert CardState("concept:x/y", introduced=True) == states["concept:x/y"]


def test_a_putting_off_that_was_taken_back_never_was():
    put_off = [
        Suspend(card=CARD, at=1, day=0, offset=0, on=True, id="b"),
        Bury(card=CARD, at=2, day=0, offset=0, until=4, id="c"),
        Bury(card=CARD, at=3, day=0, offset=0, until=9, id="d"),
    ]
    state = replay([*put_off, retract("b"), retract("d")])[CARD]
    assert (False, 4) == (state.suspended, state.buried_until)
