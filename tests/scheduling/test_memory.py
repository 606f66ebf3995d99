"""The memory agrees with the package on whole histories, and the formula for the home screen agrees with both."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.answers import Rating
from llmquiz.core.states import CardState
from llmquiz.scheduling.memory import remember, retrievability
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, SCHEDULER
from tables import every_row

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FITTED = tuple(weight * 1.05 for weight in DEFAULT_WEIGHTS[:4]) + DEFAULT_WEIGHTS[4:20] + (0.2,)
HISTORIES = [
    [(0, 3), (2, 3), (13, 3), (59, 3), (222, 3)],
    [(0, 1), (0, 3), (0, 3), (1, 3), (3, 1), (3, 3), (4, 2), (9, 4)],
    [(100, 4), (108, 4), (160, 1), (160, 1), (161, 3), (161, 3), (200, 2)],
    [(19_000, 2), (19_000, 2), (19_400, 1), (19_401, 3), (19_403, 3)],
]


def direct(history, weights=DEFAULT_WEIGHTS, retention=0.9, maximum=365):
    """Stability, difficulty and interval after each answer, from the package alone."""
    scheduler = fsrs.Scheduler(weights, retention, (), (), maximum, enable_fuzzing=False)
    card = fsrs.Card(card_id=1, due=EPOCH)
    told = []
    for day, rating in history:
        moment = EPOCH + timedelta(days=day)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), moment)
        told.append((card.stability, card.difficulty, (card.due - moment).days))
    return told


def ours(history, parameters=DEFAULT_PARAMETERS, retention=0.9):
    state = CardState("fact:x/y#value")
    told = []
    for day, rating in history:
        memory = remember(state, Rating(rating), day, parameters, retention)
        state = CardState(state.card, stability=memory.stability, difficulty=memory.difficulty, last_day=day)
        told.append((memory.stability, memory.difficulty, memory.interval))
    return told


@every_row("history", HISTORIES)
@every_row("retention", [0.8, 0.9, 0.925, 0.95])
def test_a_whole_history_is_remembered_as_the_package_remembers_it(history, retention):
    assert direct(history, retention=retention) == ours(history, retention=retention)


@given(
    gaps=st.lists(st.tuples(st.integers(0, 400), st.integers(1, 4)), min_size=1, max_size=12),
    retention=st.sampled_from([0.8, 0.9, 0.925, 0.95, 0.99]),
)
def test_any_history_is_remembered_as_the_package_remembers_it(gaps, retention):
    day, history = 0, []
    for gap, rating in gaps:
        day += gap
        history.append((day, rating))
    assert direct(history, retention=retention) == ours(history, retention=retention)


def test_fitted_weights_are_used_as_given():
    parameters = type(DEFAULT_PARAMETERS)(weights=FITTED, maximum_interval=50)
    assert direct(HISTORIES[0], FITTED, maximum=50) == ours(HISTORIES[0], parameters)


def test_good_answers_on_the_day_due_give_these_intervals():
    day, history = 0, []
    for _ in range(6):
        history.append((day, 3))
        day += ours(history)[-1][2]
    assert [interval for _, _, interval in ours(history)] == [2, 11, 46, 163, 365, 365]


def test_a_card_answered_twice_on_one_day_is_as_far_apart_as_no_days():
    assert pytest.approx(2.3065) == ours([(5, 3)])[0][0]
    assert direct([(5, 3), (5, 3)]) == ours([(5, 3), (5, 3)])
    assert ours([(5, 3), (5, 3)])[1][0] < ours([(5, 3), (6, 3)])[1][0]


@every_row("days", [0, 1, 7, 30, 365, 4000])
@every_row("stability", [0.001, 0.5, 3.7, 120.0, 5000.0])
def test_retrievability_is_the_packages(days, stability):
    card = fsrs.Card(1, fsrs.State.Review, stability=stability, difficulty=5.0, due=EPOCH, last_review=EPOCH)
    expected = fsrs.Scheduler().get_card_retrievability(card, EPOCH + timedelta(days=days))
    state = CardState("c", stability=stability, difficulty=5.0, last_day=0)
    assert expected == pytest.approx(retrievability(state, days), rel=1e-12)


def test_a_new_card_is_not_recalled():
    assert retrievability(CardState("c"), 100) == 0.0


def test_a_card_from_the_future_is_recalled_for_sure():
    assert retrievability(CardState("c", stability=3.0, last_day=10), 5) == 1.0


def test_the_default_weights_and_the_version_are_the_packages():
    assert tuple(fsrs.Scheduler().parameters) == DEFAULT_WEIGHTS
    assert f"fsrs {version('fsrs')}, rules {DEFAULT_PARAMETERS.rules}" == SCHEDULER


def test_the_package_is_imported_only_when_a_card_is_answered():
    program = (
        "import sys; import llmquiz.scheduling.fold, llmquiz.scheduling.preview as p;"
        "from llmquiz.scheduling.memory import retrievability; from llmquiz.core.states import CardState;"
        "retrievability(CardState('c', stability=1.0, last_day=0), 3);"
        "sys.exit('fsrs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
