"""One learner on a machine of his own: a forest to study, a clock that a test moves, and every answer at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from catalogues import Folder
from llmquiz.core.answers import Answer, Chosen, DontKnow, Listed, Matched, Ordered, Rated, Rating, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Match, NumberEntry, Order, SelfRate, TextEntry
from llmquiz.files.device import device_id
from llmquiz.files.paths import Home
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.scheduling.fold import replay
from llmquiz.storage.index import Index
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.session import Session
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FeedbackView, FinishedView, LessonView, QuestionView, View, WaitingView

MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Shelf:
    """Questions that nobody changes, compiled once; what is put together of them serves every learner of a day."""

    questions: Path
    index: Path

    @classmethod
    def of(cls, folder: Folder, root: Path) -> "Shelf":
        """Write a folder under `root`, and compile it."""
        made = cls(folder.write(root / "questions"), root / "index.db")
        made.library(MORNING.date())
        return made

    @cache  # noqa: B019 -- shelves live as long as the tests
    def library(self, today: date) -> Library:
        """What stands on the shelf on a day."""
        with Index.open(self.index) as index:
            library = Library(self.questions, (), today, index)
            assert library.generator.cards  # read while the index is open
            return library


@dataclass
class Desk:
    """Where the learner sits: his home folder, the questions and the clock."""

    home: Home
    questions: Path | Shelf
    clock: SetClock = field(default_factory=lambda: SetClock(MORNING))
    settings: Settings = field(default_factory=Settings)

    @classmethod
    def at(cls, root: Path, questions: Path | Shelf) -> "Desk":
        """A new learner."""
        root.mkdir(parents=True, exist_ok=True)
        return cls(Home(root), questions)

    @contextmanager
    def trainer(self, lang: str = "en", **settings: object) -> Iterator[Trainer]:
        """The program, opened; closed again afterwards."""
        self.settings = replace(self.settings, **settings)
        with self.store() as store, self._library() as library:
            yield Trainer(library, store, self.settings, self.clock, lang)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The learner's file alone."""
        with Store.open(self.home.database(), device_id(self.home.device)) as store:
            yield store

    @contextmanager
    def _library(self) -> Iterator[Library]:
        today = self.clock.now().date()
        if isinstance(self.questions, Shelf):
            yield self.questions.library(today)
            return
        with Index.open(self.home.index) as index:
            yield Library(self.questions, (), today, index)

    def kinds(self) -> list[str]:
        """What the log holds, in order, without the parameters."""
        with self.store() as store:
            return [event.kind for event in store.events() if event.kind != "parameters"]

    def assert_states_are_the_log(self) -> None:
        """What is derived equals a replay; of what was taken back whole, nothing may be left or a new card's state."""
        with self.store() as store:
            assert store.unlike(replay(list(store.events())).values()) == ()


def right(item: Item) -> Answer:
    """An answer that is right."""
    match item.response:
        case TextEntry(answer) | NumberEntry(answer=answer):
            return Typed(answer)
        case SelfRate():
            return Rated(Rating.GOOD)
        case Order(right=order):
            return Ordered(order)
        case Match(pairs=pairs):
            return Matched(pairs)
        case ListEntry(members):
            return Listed(tuple(member.answer for member in members))
    return Chosen(tuple(option.id for option in item.options if option.right))


def wrong(item: Item) -> Answer:
    """An answer that is wrong."""
    match item.response:
        case TextEntry() | NumberEntry():
            return Typed("nothing of the sort")
        case SelfRate():
            return Rated(Rating.AGAIN)
        case Order(right=order):
            return Ordered(order[::-1])
        case Match():
            return Matched(())
        case ListEntry():
            return Listed(("nothing of the sort",))
    return Chosen(tuple(option.id for option in item.options if not option.right)[:1])


def to_question(session: Session) -> QuestionView:
    """Read lessons until something is asked."""
    view = session.view
    while not isinstance(view, QuestionView):
        assert not isinstance(view, FinishedView | WaitingView), view
        view = session.read() if isinstance(view, LessonView) else session.next()
    return view


def to_hinted(session: Session) -> QuestionView:
    """Go on to a question, and take every hint there is."""
    to_question(session)
    while session.hint():
        pass
    assert isinstance(session.view, QuestionView)
    return session.view


def answer_right(session: Session) -> FeedbackView:
    """Come to the next question and answer it rightly."""
    return session.answer(right(to_question(session).item))


def study(session: Session, clock: SetClock, most: int = 200) -> list[View]:
    """Study to the end, everything right, waiting where one has to; all views on the way."""
    views = [session.view]
    for _ in range(most):
        view = session.view
        clock.move(seconds=5)
        if isinstance(view, LessonView):
            session.read()
        elif isinstance(view, QuestionView):
            session.answer(right(view.item))
        elif isinstance(view, WaitingView):
            clock.move(minutes=view.minutes)
            session.next()
        elif isinstance(view, FinishedView):
            return views
        else:
            session.next()
        views.append(session.view)
    raise AssertionError(f"not finished after {most} steps")


def first_day(desk: Desk) -> None:
    """Study forty cards and their steps: a past that several tests have in common."""
    with desk.trainer(new_per_day=40) as trainer:
        study(trainer.study(), desk.clock, 400)


def days_later(desk: Desk, days: int) -> None:
    """Another morning."""
    desk.clock.moment = desk.clock.moment.replace(hour=9, minute=0, second=0)
    desk.clock.move(days=days)


GIVE_UP = DontKnow()
