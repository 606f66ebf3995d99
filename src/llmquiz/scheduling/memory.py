"""The memory of one card through FSRS. The only module that touches the package, and only when a card is answered.

FSRS is fed calendar-day numbers and gets no steps and no fuzz: within a day it applies its short-term formula.
Stability and intervals are days.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from llmquiz.core.answers import Rating
from llmquiz.core.days import fsrs_datetime
from llmquiz.core.states import CardState
from llmquiz.scheduling.formulas import recall
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, ParameterSet

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

_ANY_CARD = 0
"""FSRS keeps its hands off the id; without one it would sleep a millisecond to invent one."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What FSRS says after an answer."""

    stability: float
    difficulty: float
    interval: int
    """Days until recall falls to the target, before fuzz."""


def remember(
    state: CardState, rating: Rating, day: int, parameters: ParameterSet, retention: float = 0.9
) -> Remembered:
    """The memory of a card after it was answered on `day`, and the interval at which recall falls to `retention`."""
    from fsrs import Rating as FsrsRating

    moment = fsrs_datetime(day)
    scheduler = _scheduler(parameters.weights, retention, parameters.maximum_for(state.card))
    card, _ = scheduler.review_card(_card(state, day), FsrsRating(int(rating)), moment)
    if card.stability is None or card.difficulty is None:
        raise RuntimeError("FSRS reviewed a card and left it without a memory")
    return Remembered(card.stability, card.difficulty, (card.due - moment).days)


def retrievability(state: CardState, day: int, parameters: ParameterSet = DEFAULT_PARAMETERS) -> float:
    """The probability that a card is recalled on `day`; 0 for a new one."""
    if state.stability is None or state.last_day is None:
        return 0.0
    return recall(state.stability, day - state.last_day, parameters.weights)


def _card(state: CardState, day: int) -> "Card":
    from fsrs import Card, State

    return Card(
        card_id=_ANY_CARD,
        state=State.Learning if state.stability is None else State.Review,
        stability=state.stability,
        difficulty=state.difficulty,
        due=fsrs_datetime(day),
        last_review=None if state.last_day is None else fsrs_datetime(state.last_day),
    )


@lru_cache(maxsize=64)
def _scheduler(weights: tuple[float, ...], retention: float, maximum: int) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        parameters=weights,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=maximum,
        enable_fuzzing=False,
    )
