"""Whatever a learner does, in whatever order: the derived states are what the log says."""

import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from trainer_acting import ACTIONS, Learner
from trainer_samples import MORNING

from llmquiz.scheduling.fold import replay
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock


@pytest.fixture(scope="module")
def after(tmp_path_factory, compiled_forest, blank):
    """A new learner's file and what he sees, after some actions."""

    @contextmanager
    def acted(actions):
        path = shutil.copy(blank, tmp_path_factory.mktemp("learner"))
        with Store.open(Path(path), "0123abcd") as store:
            learner = Learner(compiled_forest.library(MORNING.date()), store, SetClock(MORNING))
            for action in actions:
                learner.take(action)
            yield store, learner.session

    return acted


@settings(max_examples=settings.default.max_examples // 2, suppress_health_check=[HealthCheck.too_slow])
@given(actions=ACTIONS)
def test_the_states_are_the_log_after_any_sequence_of_actions(after, actions):
    with after(actions) as (store, _):
        events = list(store.events())
        assert replay(events) == store.states()
        ids = [event.id for event in events]
        assert sorted(set(ids)) == ids
        for state in store.states().values():
            assert state.right <= state.repetitions
            assert state.lapses <= state.repetitions


@settings(max_examples=settings.default.max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
@given(actions=ACTIONS)
def test_undoing_everything_leaves_nothing_but_lessons(after, actions):
    with after(actions) as (store, session):
        while session.undo() is not None:
            pass
        assert all(state.repetitions == 0 and state.stability is None for state in store.states().values())
        assert replay(list(store.events())) == store.states()
