"""What can be done with the card that is shown, beside answering it: put it aside or off, note something, report it.

Each is logged at once.
"""

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TypedDict

from llmquiz.core.events import Bury, Flag, Note, Suspend
from llmquiz.core.problems import Place
from llmquiz.files.cleaning import clean
from llmquiz.library.library import Library
from llmquiz.trainer.clock import Moment
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView, View


class _Stamp(TypedDict):
    """What each event of a card has."""

    card: str
    at: int
    day: int
    offset: int


class CardActs(ABC):
    """Shows one card after the other."""

    view: View
    _library: Library
    _memory: Memory

    @abstractmethod
    def next(self) -> View:
        """Go on: what comes next, or the end."""

    @property
    def card(self) -> str:
        """The key of the card that is shown. Raises RuntimeError where none is."""
        match self.view:
            case LessonView(lesson):
                return lesson.card
            case QuestionView(item) | FeedbackView(QuestionView(item)):
                return item.card
        raise RuntimeError("no card is shown")

    def suspend(self) -> View:
        """Put the card aside, until the learner takes it up again, and go on."""
        return self._put_off(Suspend(on=True, **self._stamp()))

    def bury(self) -> View:
        """Put the card off until tomorrow, and go on."""
        return self._put_off(Bury(until=self._now().day + 1, **self._stamp()))

    @property
    def note(self) -> str:
        """The learner's note on the card; empty without one."""
        return self._memory.note(self.card)

    def write_note(self, text: str) -> View:
        """Keep a note on the card; an empty one takes it away."""
        text = clean(text).strip()
        if text != self.note:
            self._memory.log(Note(text=text, **self._stamp()))
        self.view = _noted(self.view, text)
        return self.view

    @property
    def code(self) -> str:
        """The replay code of the question that is shown, or was answered. Raises RuntimeError where there is none."""
        match self.view:
            case (QuestionView() as question) | FeedbackView(question):
                return question.code
        raise RuntimeError("no question is shown")

    def flag(self, text: str) -> None:
        """Report the question: something is wrong with it."""
        self._memory.log(Flag(text=clean(text).strip(), code=self.code, **self._stamp()))

    @property
    def place(self) -> Place | None:
        """Where the card stands in the file it comes from."""
        return self._library.place(self.card)

    @abstractmethod
    def _dropped(self, action: Suspend | Bury) -> None:
        """A card was put off: it is not asked here any more."""

    @abstractmethod
    def _now(self) -> Moment:
        """The moment."""

    def _put_off(self, draft: Suspend | Bury) -> View:
        action = self._memory.log(draft)
        assert isinstance(action, Suspend | Bury)
        self._dropped(action)
        return self.next()

    def _stamp(self) -> _Stamp:
        now = self._now()
        return {"card": self.card, "at": now.at, "day": now.day, "offset": now.offset}


def _noted(view: View, note: str) -> View:
    match view:
        case LessonView() | QuestionView():
            return replace(view, note=note)
        case FeedbackView(question):
            return replace(view, question=replace(question, note=note))
    return view
