"""Statistics: what the states tell at once (`Overview`), and what only a replay of the log tells (`Record`).

The log is read once and replayed as the scheduler saw it: what it predicted stands beside what came. Days are local day
numbers, times seconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from llmquiz.core.answers import Rating
from llmquiz.core.events import Taught
from llmquiz.core.logged import Logged
from llmquiz.core.states import CardState
from llmquiz.library.library import Library
from llmquiz.scheduling.hindsight import Answered, Hindsight
from llmquiz.scheduling.target import target
from llmquiz.stats.activity import Streak, streak
from llmquiz.stats.effort import effort
from llmquiz.stats.hardest import hardest
from llmquiz.stats.recall import Attempt, Calibration, Week, calibration, weeks
from llmquiz.trainer.contrasting import Pair
from llmquiz.trainer.views import TopicView

_TITLES = "en"
"""The language that the titles of cards are in; in others the question says what a card is about."""


@dataclass(frozen=True, slots=True)
class HardCard:
    """A card that is answered wrongly again and again."""

    card: str
    title: str
    answers: int
    right: int
    lapses: int
    difficulty: float
    """Between 1 and 10."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known without the log's details."""

    day: int
    answers: Mapping[int, int]
    """How many by day; practice is left out."""
    streak: Streak
    forecast: tuple[int, ...]
    """Cards that each of the coming days asks for, today first."""
    topics: tuple[TopicView, ...]
    hardest: tuple[HardCard, ...]

    @property
    def total(self) -> int:
        """All answers ever."""
        return sum(self.answers.values())


@dataclass(frozen=True, slots=True)
class Record:
    """What the log tells."""

    retention: float
    """The share that the learner wants to remember."""
    weeks: tuple[Week, ...]
    calibration: Calibration
    seconds: Mapping[int, float]
    """Time spent by day: lessons, answers and feedback, practice too."""
    reviews: int
    """Answers that the time went into, practice too."""
    confusions: tuple[Pair, ...] = ()
    """What is mixed up, the most frequent first."""


def overview(
    library: Library,
    states: Mapping[str, CardState],
    ahead: tuple[int, ...],
    counts: Mapping[int, int],
    topics: Iterable[TopicView],
    day: int,
    lang: str,
) -> Overview:
    """How things stand on `day`; `ahead`: what it and the coming days ask for."""
    return Overview(
        day=day,
        answers=counts,
        streak=streak(counts, day),
        forecast=ahead,
        topics=tuple(topics),
        hardest=tuple(_hard(library, state, lang) for state in hardest(states.values())),
    )


def record(log: Iterable[Logged], day: int, retention: float) -> Record:
    """What the log tells on `day`. `retention`: the learner's own."""
    rows = tuple(log)
    answers = tuple(Hindsight(rows).answers())
    attempts = [attempt for answer in answers if (attempt := _attempt(answer)) is not None]
    standing = {answer.logged.id for answer in answers}
    moments = ((row.day, row.at, row.elapsed or 0) for row in rows if row.kind == Taught.kind or row.id in standing)
    return Record(retention, weeks(attempts, day), calibration(attempts), effort(moments), len(answers))


def _attempt(answer: Answered) -> Attempt | None:
    """An answer that tells something of the prediction before it."""
    row = answer.logged
    if answer.predicted is None:
        return None
    return Attempt(
        day=row.day,
        form=row.form or "",
        predicted=answer.predicted,
        aim=target(row.retention or 0.0, row.options or 0),
        right=answer.rating > Rating.AGAIN,
        in_review=answer.in_review,
    )


def _hard(library: Library, state: CardState, lang: str) -> HardCard:
    return HardCard(
        card=state.card,
        title=_title(library, state.card, lang),
        answers=state.repetitions,
        right=state.right,
        lapses=state.lapses,
        difficulty=state.difficulty or 0.0,
    )


def _title(library: Library, key: str, lang: str) -> str:
    """What a card is about; its key, when the library has it no longer."""
    card = library.card(key)
    if card is None:
        return key
    item = None if lang == _TITLES or not card.forms else library.item(key, card.forms[0], lang, 0)
    return item.stem if item else card.title
