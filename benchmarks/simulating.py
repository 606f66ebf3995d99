"""Half a year of a simulated learner: one sitting a day through the real trainer, in a home of its own.

The clock is set, the store and the questions are real, and every day opens the program anew. Prints what a learner
would notice: the load, what is remembered when it comes back, what is asked twice, too soon, too late or never.
"""

import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.learner import Learner, answer_to
from benchmarks.reporting import Line, lines
from benchmarks.watching import Watch
from llmquiz.core.answers import Answer
from llmquiz.core.events import AnyEvent, Review
from llmquiz.core.states import CardState
from llmquiz.files.device import device_id
from llmquiz.files.paths import Home
from llmquiz.files.settings import Settings
from llmquiz.scheduling.fold import apply
from llmquiz.scheduling.memory import retrievability
from llmquiz.storage.store import Store
from llmquiz.study.pace import SECONDS_AN_ANSWER
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.session import Session
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FeedbackView, FinishedView, LessonView, QuestionView, WaitingView

_START = datetime(2026, 1, 5, 9, tzinfo=UTC)
_SECONDS_A_LESSON = 20.0


def rows(days: int, seed: int, extra: int, lessons: float) -> Iterator[Line]:
    """Study `days` days with the shipped questions and a bank of `extra` made-up ones; one line a finding."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        if extra:
            home.banks.mkdir(parents=True, exist_ok=True)
            home.banks.joinpath("made-up.yaml").write_text(_bank(extra), encoding="utf-8")
        watch = _studied(home, days, Learner(seed, lessons))
    yield from lines(watch, Settings())


def _studied(home: Home, days: int, learner: Learner) -> Watch:
    watch = Watch(Settings().retention)
    for past in range(days):
        clock = SetClock(_START + timedelta(days=past))
        with opened(home, lang="en", clock=clock) as trainer:
            _sit(trainer, clock, learner, watch)
    with Store.open(home.database(), device_id(home.device)) as store:
        watch.beliefs = list(_beliefs(store.events()))
    return watch


def _beliefs(events: Iterable[AnyEvent]) -> Iterator[float]:
    """The chance of recall that the program itself expected, review by review; 0 for new cards."""
    states: dict[str, CardState] = {}
    for event in events:
        before = states.get(event.card) or CardState(event.card)
        if isinstance(event, Review):
            yield retrievability(before, event.day)
        states[event.card] = apply(before, event)


def _sit(trainer: Trainer, clock: SetClock, learner: Learner, watch: Watch) -> None:
    """One sitting, to the end of the day's queue."""
    start = clock.now()
    home = trainer.home()
    watch.begin(home.day, home)
    session = trainer.study()
    while not isinstance(session.view, FinishedView):
        _step(session, trainer, clock, learner, watch)
    watch.days[-1].minutes = (clock.now() - start).total_seconds() / 60


def _step(session: Session, trainer: Trainer, clock: SetClock, learner: Learner, watch: Watch) -> None:
    match session.view:
        case LessonView(lesson):
            card = trainer.library.card(lesson.card)
            assert card is not None
            watch.lesson(card)
            learner.taught(card.key)
            clock.move(seconds=_SECONDS_A_LESSON)
            session.read()
        case QuestionView(item, asking):
            clock.move(seconds=SECONDS_AN_ANSWER)
            card = trainer.library.card(item.card)
            assert card is not None
            recall = learner.asked(card.key, asking.options, watch.days[-1].number)
            feedback, seconds = _answer(session, answer_to(item, right=recall.right))
            watch.answer(card, feedback, recall, _planned(trainer, card.key))
            watch.times.append(seconds)
        case WaitingView(minutes):
            clock.move(minutes=minutes)
            session.next()
        case other:
            raise RuntimeError(f"nobody expected {other}")


def _answer(session: Session, answer: Answer) -> tuple[FeedbackView, float]:
    """The feedback, and the seconds from the answer to the next question."""
    start = time.perf_counter()
    feedback = session.answer(answer)
    session.next()
    return feedback, time.perf_counter() - start


def _planned(trainer: Trainer, card: str) -> int:
    """The options of the form that the card's latest review planned."""
    last = [event for event in trainer.log(card) if event["kind"] == "review"][-1]
    return int(last["planned_options"])


def _bank(count: int) -> str:
    """A bank of made-up questions, open ones and choices in turn."""
    head = "bank: made-up\ntitle: Made up\nsource: { title: Nobody }\nquestions:\n"
    return head + "".join(_question(number) for number in range(count))


def _question(number: int) -> str:
    head = f"  - id: q{number}\n    question: What is called number {number}?\n    explanation: It is made up.\n"
    if number % 2:
        return f"{head}    kind: typed\n    answer: thing {number}\n"
    shown = (f"{{ id: o{n}, text: thing {number + n}, right: {str(not n).lower()} }}" for n in range(4))
    options = "".join(f"      - {option}\n" for option in shown)
    return f"{head}    kind: choice\n    options:\n{options}"
