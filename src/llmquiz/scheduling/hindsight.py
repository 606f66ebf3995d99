"""Hindsight: what the scheduler expected before each answer, from the log as columns.

It follows the fold (`fold.replay`), event for event, but keeps of each card only what the expectation needs, and no due
dates: a test holds the two equal. Days are local day numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from llmquiz.core.answers import Rating
from llmquiz.core.events import Amend, FactChanged, Parameters, Renamed, Reset, Retract, Review
from llmquiz.core.logged import Logged
from llmquiz.core.states import Phase
from llmquiz.scheduling.formulas import first_memory, next_memory, recall
from llmquiz.scheduling.parameters import DEFAULT_KNOWN, DEFAULT_PARAMETERS, ParameterSet, read_parameters
from llmquiz.scheduling.steps import advance

_SILENT = {Amend.kind, Retract.kind, Parameters.kind}
"""Kinds that say nothing of a card by themselves."""


@dataclass(slots=True)
class Trace:
    """What is left of a card's answers."""

    stability: float = 0.0
    difficulty: float = 0.0
    last_day: int | None = None
    phase: Phase = Phase.NEW
    step: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that stands, as last amended, with what was known before it."""

    logged: Logged
    rating: Rating
    predicted: float | None
    """The probability of recall; None where there was none to predict: new cards, the same day, practice."""
    in_review: bool
    """Whether the card had left its learning steps."""


class Hindsight:
    """One reading of the log."""

    def __init__(self, rows: Iterable[Logged]) -> None:
        self._rows = tuple(rows)
        self._retracted = {row.target for row in self._rows if row.kind == Retract.kind}
        self._amended = {row.target: row.rating for row in self._rows if row.kind == Amend.kind}
        self._known = dict(DEFAULT_KNOWN) | dict(_parameters(self._rows))
        self.traces: dict[str, Trace] = {}
        """The memory of each card after what was read."""

    def answers(self) -> Iterator[Answered]:
        """Every answer that stands, practice too, in the log's order."""
        for row in self._rows:
            if row.kind == Review.kind:
                if row.id not in self._retracted:
                    yield self._answer(row)
            elif row.card and row.kind not in _SILENT:
                self._follow(row)

    def _answer(self, row: Logged) -> Answered:
        trace = self.traces.setdefault(row.card, Trace())
        rating = Rating(self._amended.get(row.id) or row.rating or Rating.AGAIN)
        if row.practice:
            return Answered(row, rating, None, in_review=False)
        parameters = self._known.get(row.parameters or "", DEFAULT_PARAMETERS)
        answered = Answered(row, rating, _predicted(trace, row.day, parameters), trace.phase == Phase.REVIEW)
        trace.phase, trace.step = advance(trace.phase, trace.step, rating, parameters)
        _remember(trace, rating, row.day, parameters)
        return answered

    def _follow(self, row: Logged) -> None:
        """An event that is no answer; whatever it is, the card is known from now on."""
        if row.kind == Renamed.kind:
            old = self.traces.get(row.old or "")
            self.traces.setdefault(row.card, replace(old) if old else Trace())
            return
        trace = self.traces.setdefault(row.card, Trace())
        if row.kind == Reset.kind:
            self.traces[row.card] = Trace()
        elif row.kind == FactChanged.kind and trace.phase != Phase.NEW:
            difficulty = trace.difficulty
            parameters = self._known.get(row.parameters or "", DEFAULT_PARAMETERS)
            _remember(trace, Rating.AGAIN, row.day, parameters)
            trace.difficulty, trace.phase, trace.step = difficulty, Phase.RELEARNING, 0


def _parameters(rows: Iterable[Logged]) -> Iterator[tuple[str, ParameterSet]]:
    for row in rows:
        if row.kind == Parameters.kind and (parsed := read_parameters(row.values or "")) is not None:
            yield row.parameters or "", parsed


def _predicted(trace: Trace, day: int, parameters: ParameterSet) -> float | None:
    if trace.last_day is None or day <= trace.last_day:
        return None
    return recall(trace.stability, day - trace.last_day, parameters.weights)


def _remember(trace: Trace, rating: Rating, day: int, parameters: ParameterSet) -> None:
    """What an answer on `day` leaves; days only go forward."""
    if trace.last_day is None:
        trace.stability, trace.difficulty = first_memory(rating, parameters.weights)
        trace.last_day = day
        return
    elapsed = max(day - trace.last_day, 0)
    trace.stability, trace.difficulty = next_memory(
        trace.stability, trace.difficulty, elapsed, rating, parameters.weights
    )
    trace.last_day += elapsed
