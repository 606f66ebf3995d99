"""Recall: what was predicted before each answer beside what came, by week and by form. Shares lie between 0 and 1.

Only answers to cards that were last answered on an earlier day tell something: within a day everything is remembered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log, sqrt

from llmquiz.stats.activity import monday_of

WEEKS = 26
_WEEK = 7
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
_SURE = 1.96
"""Standard errors beyond which a difference is no chance, in 95 of 100 cases."""
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer with what was known before it."""

    day: int
    form: str
    predicted: float
    """The probability of recall that the scheduler saw."""
    aim: float
    """The share of right answers that the learner's retention comes to, lucky guesses among the options included."""
    right: bool
    in_review: bool
    """Whether the card had left its learning steps: what "true retention" is counted of."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Answers of one kind: how many, what was predicted on average, what came."""

    answers: int
    expected: float
    right: int

    @property
    def share(self) -> float:
        """Of right answers."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def surprise(self) -> int:
        """1 when more was right than chance explains, -1 when less, else 0."""
        if not self.answers:
            return 0
        error = sqrt(max(self.expected * (1 - self.expected), _LEAST) / self.answers)
        distance = (self.share - self.expected) / error
        return (distance > _SURE) - (distance < -_SURE)


@dataclass(frozen=True, slots=True)
class Week:
    """True retention of one week; `expected` is the target."""

    monday: int
    recall: Recall


@dataclass(frozen=True, slots=True)
class Calibration:
    """How good the predictions were: over all, by form (the most asked first), and by what was predicted."""

    all: Recall
    forms: dict[str, Recall]
    bins: dict[tuple[float, float], Recall]
    """By the lower and upper bound of the prediction; empty ones are left out."""
    log_loss: float | None
    """Mean surprise in nats; None without answers. Less is better."""


def weeks(attempts: Iterable[Attempt], today: int, count: int = WEEKS) -> tuple[Week, ...]:
    """The last `count` weeks from the first that has a review, the present one last; those without reviews too."""
    first = monday_of(today) - _WEEK * (count - 1)
    found: dict[int, list[Attempt]] = {}
    for attempt in attempts:
        if attempt.in_review and first <= attempt.day <= today:
            found.setdefault(monday_of(attempt.day), []).append(attempt)
    mondays = range(min(found), monday_of(today) + 1, _WEEK) if found else ()
    return tuple(Week(monday, _recall(found.get(monday, ()), lambda attempt: attempt.aim)) for monday in mondays)


def calibration(attempts: Iterable[Attempt]) -> Calibration:
    """Predictions beside outcomes."""
    attempts = tuple(attempts)
    forms: dict[str, list[Attempt]] = {}
    bins: dict[tuple[float, float], list[Attempt]] = {}
    for attempt in attempts:
        forms.setdefault(attempt.form, []).append(attempt)
        bins.setdefault(_bin(attempt.predicted), []).append(attempt)
    ordered = sorted(forms, key=lambda form: (-len(forms[form]), form))
    return Calibration(
        all=_recall(attempts, _predicted),
        forms={form: _recall(forms[form], _predicted) for form in ordered},
        bins={bounds: _recall(bins[bounds], _predicted) for bounds in sorted(bins)},
        log_loss=sum(map(_loss, attempts)) / len(attempts) if attempts else None,
    )


def _recall(attempts: Iterable[Attempt], expected: Callable[[Attempt], float]) -> Recall:
    attempts = tuple(attempts)
    mean = sum(map(expected, attempts)) / len(attempts) if attempts else 0.0
    return Recall(len(attempts), mean, sum(attempt.right for attempt in attempts))


def _predicted(attempt: Attempt) -> float:
    return attempt.predicted


def _bin(predicted: float) -> tuple[float, float]:
    upper = next(bound for bound in _BINS[1:] if predicted < bound or bound == _BINS[-1])
    return _BINS[_BINS.index(upper) - 1], upper


def _loss(attempt: Attempt) -> float:
    return -log(max(attempt.predicted if attempt.right else 1 - attempt.predicted, _LEAST))
