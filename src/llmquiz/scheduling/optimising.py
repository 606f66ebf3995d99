"""Weights of a learner's own: fitted to the older answers by the optional package `fsrs-rs-python`, judged by us.

The only module that touches that package. Fitted weights are worth nothing unless they predict answers that they have
not seen: the newest fifth is held out, and both weights are judged by it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import log

from llmquiz.core.answers import Rating
from llmquiz.core.events import Amend, FactChanged, Renamed, Reset, Retract, Review
from llmquiz.core.logged import Logged
from llmquiz.scheduling.formulas import first_memory, next_memory, recall
from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS

LEAST = 1000
"""Reviews from which fitting is worth while."""
TRAINED = 0.8
"""The share of them, the oldest ones, that are fitted to."""
PACKAGE = "fsrs_rs_python"
_DECIMALS = 4
_SURE = 1e-6
"""No prediction counts as surer than this: one surprise would outweigh all others."""

Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer in the life of a memory; `number` counts the answers of the whole log, None: nothing was asked."""

    rating: int
    day: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Histories:
    """What was answered, memory by memory: a card that began anew has two."""

    lives: tuple[tuple[Turn, ...], ...]
    reviews: int

    @property
    def newest(self) -> int:
        """The number of the first answer that is held out."""
        return int(self.reviews * TRAINED)


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of it. Log losses in nats, on the answers that were held out; less is better."""

    weights: Weights
    reviews: int
    tested: int
    """How many of the held-out answers came a day or more after the one before: only these tell something."""
    before: float
    after: float

    @property
    def better(self) -> bool:
        """Whether the fitted weights are to be used."""
        return self.after < self.before


def histories(log_rows: Iterable[Logged]) -> Histories:
    """The memories behind a log, answers as last amended; practice and what was taken back are left out."""
    rows = tuple(log_rows)
    retracted = {row.target for row in rows if row.kind == Retract.kind}
    amended = {row.target: row.rating for row in rows if row.kind == Amend.kind}
    lives: dict[str, list[Turn]] = {}
    ended: list[list[Turn]] = []
    reviews = 0
    for row in rows:
        if row.kind == Review.kind and row.id not in retracted and not row.practice:
            rating = amended.get(row.id) or row.rating or Rating.AGAIN
            lives.setdefault(row.card, []).append(Turn(int(rating), row.day, reviews))
            reviews += 1
        elif row.kind == Reset.kind:
            ended.append(lives.pop(row.card, []))
        elif row.kind == FactChanged.kind and row.card in lives:
            lives[row.card].append(Turn(int(Rating.AGAIN), row.day, None))
        elif row.kind == Renamed.kind and row.card not in lives:
            lives[row.card] = lives.pop(row.old or "", [])
    return Histories(tuple(tuple(life) for life in (*ended, *lives.values()) if life), reviews)


def fit(told: Histories, current: Weights, step: Callable[[int], None]) -> Fit:
    """Fit weights to the older answers, and judge them and the `current` ones by the newest.

    `step` is told how many memories were gone through, each three times in all. Raises ModuleNotFoundError without the
    extra.
    """
    fitted = _trained(told)
    step(len(told.lives))
    before, after = ([*_surprises(told, weights, step)] for weights in (current, fitted))
    return Fit(fitted, told.reviews, len(before), _mean(before), _mean(after))


def _trained(told: Histories) -> Weights:
    from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

    items, cards = [], []
    for card, life in enumerate(told.lives):
        reviews = [FSRSReview(turn.rating, gap) for turn, gap in zip(life, _gaps(life), strict=True)]
        for at, (turn, gap) in enumerate(zip(life, _gaps(life), strict=True)):
            if gap > 0 and turn.number is not None and turn.number < told.newest:
                items.append(FSRSItem(reviews[: at + 1]))
                cards.append(card)
    fitted = FSRS(list(DEFAULT_WEIGHTS)).compute_parameters(items, cards)
    return tuple(round(weight, _DECIMALS) for weight in fitted)


def _surprises(told: Histories, weights: Weights, step: Callable[[int], None]) -> Iterator[float]:
    """Of each held-out answer a day or more after the one before: minus the logarithm of what it was given."""
    for life in told.lives:
        stability, difficulty = first_memory(life[0].rating, weights)
        for turn, gap in list(zip(life, _gaps(life), strict=True))[1:]:
            if gap > 0 and turn.number is not None and turn.number >= told.newest:
                chance = min(max(recall(stability, gap, weights), _SURE), 1 - _SURE)
                yield -log(chance if turn.rating > Rating.AGAIN else 1 - chance)
            stability, difficulty = next_memory(stability, difficulty, gap, turn.rating, weights)
        step(1)


def _gaps(life: Iterable[Turn]) -> list[int]:
    """The days before each turn, none before the first; days only go forward."""
    gaps, last = [], None
    for turn in life:
        gaps.append(max(turn.day - last, 0) if last is not None else 0)
        last = max(turn.day, last or turn.day)
    return gaps


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
