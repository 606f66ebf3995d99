"""A learner who does anything in any order, as Hypothesis draws it."""

from dataclasses import dataclass, field

from hypothesis import strategies as st
from trainer_samples import GIVE_UP, right, wrong

from llmquiz.core.answers import Rating
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
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


@dataclass
class Learner:
    """One learner at one file; takes an action where the view offers it."""

    library: Library
    store: Store
    clock: SetClock
    settings: Settings = field(default_factory=Settings)

    def __post_init__(self):
        self.sit_down()

    def sit_down(self):
        self.trainer = Trainer(self.library, self.store, self.settings, self.clock, "en")
        self.session = self.trainer.study()

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
