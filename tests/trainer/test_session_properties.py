"""Whatever a learner does, in whatever order: the derived states are what the log says."""

import pytest
from hypothesis import HealthCheck, given, settings
from trainer_acting import ACTIONS, Learner
from trainer_samples import MORNING

from llmquiz.scheduling.fold import replay
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock


@pytest.fixture(scope="module")
def library(compiled_forest):
    return compiled_forest.library(MORNING.date())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=ACTIONS)
def test_the_states_are_the_log_after_any_sequence_of_actions(tmp_path_factory, library, actions):
    path = tmp_path_factory.mktemp("learner") / "llmquiz.db"
    with Store.open(path, "0123abcd") as store:
        learner = Learner(library, store, SetClock(MORNING))
        for action in actions:
            learner.take(action)
        events = list(store.events())
        assert replay(events) == store.states()
        ids = [event.id for event in events]
        assert sorted(set(ids)) == ids
        for state in store.states().values():
            assert state.right <= state.repetitions
            assert state.lapses <= state.repetitions


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=ACTIONS)
def test_undoing_everything_leaves_nothing_but_lessons(tmp_path_factory, library, actions):
    path = tmp_path_factory.mktemp("learner") / "llmquiz.db"
    with Store.open(path, "0123abcd") as store:
        learner = Learner(library, store, SetClock(MORNING))
        for action in actions:
            learner.take(action)
        while learner.session.undo() is not None:
            pass
        assert all(state.repetitions == 0 and state.stability is None for state in store.states().values())
        assert replay(list(store.events())) == store.states()
