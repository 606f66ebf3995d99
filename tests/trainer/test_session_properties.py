"""Whatever a learner does, in whatever order: the derived states are what the log says."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trainer_samples import GIVE_UP, MORNING, right, wrong

from llmquiz.core.answers import Rating
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.scheduling.fold import replay
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView

ACTIONS = st.lists(
    st.sampled_from(
        ["right", "right", "right", "wrong", "give up", "hint", "override", "guessed", "undo", "read", "read", "know",
         "next", "next", "minutes", "hours", "days", "restart", "speak"]
    ),
    max_size=40,
)  # fmt: skip


@pytest.fixture(scope="module")
def library(compiled_forest):
    return compiled_forest.library(MORNING.date())


@dataclass
class Learner:
    """One learner at one file; takes an action where the view offers it."""

    library: Library
    store: Store
    clock: SetClock

    def __post_init__(self):
        self.sit_down()

    def sit_down(self):
        trainer = Trainer(self.library, self.store, Settings(), self.clock, "en")
        self.session = trainer.study()

    def take(self, action):
        self.clock.move(seconds=4)
        match action:
            case "minutes":
                self.clock.move(minutes=11)
            case "hours":
                self.clock.move(hours=7)
            case "days":
                self.clock.move(days=9)
            case "restart":
                self.sit_down()
            case "undo":
                self.session.undo()
            case "speak":
                self.session.speak("zh" if self.session.lang == "en" else "en")
            case _:
                self._take_if_offered(action)

    def _take_if_offered(self, action):
        view, session = self.session.view, self.session
        if isinstance(view, QuestionView):
            give = {"right": right, "wrong": wrong, "hint": right, "give up": lambda _: GIVE_UP}.get(action)
            if give:
                while action == "hint" and session.hint():
                    pass
                session.answer(give(view.item))
        elif isinstance(view, LessonView):
            if action in ("read", "know"):
                getattr(session, action)()
        elif isinstance(view, FeedbackView) and action == "override":
            session.override(Rating.HARD)
        elif isinstance(view, FeedbackView) and action == "guessed":
            session.guessed()
        elif action == "next":
            session.next()


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
