"""The workload that settings imply: each memory followed through the coming days, its answers drawn by seed.

Every card goes its own way: daily limits hold back no review here, so the load is what is asked for, not what is met.
Days are local day numbers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from llmquiz.core.answers import Rating
from llmquiz.core.hashing import by_rank, fraction
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.formulas import first_memory, interval, next_memory, recall
from llmquiz.scheduling.fuzz import fuzzed
from llmquiz.scheduling.parameters import ParameterSet
from llmquiz.scheduling.steps import advance
from llmquiz.scheduling.target import target

DAYS = 90
"""How far it is looked ahead."""
FIRST_RIGHT = 0.8
"""The share of new cards that are known when they are first asked, soon after their lessons."""
MOST = 800
"""Cards that are followed; of more of them, so many drawn by seed stand for all."""

Options = Callable[[float], int]
"""How many options the next question to a memory of this stability shows; 0: an open form."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a learner could choose."""

    retention: float
    new_per_day: int
    parameters: ParameterSet


@dataclass(slots=True)
class _Memory:
    """One card on its way."""

    card: str
    phase: Phase
    step: int
    stability: float
    difficulty: float
    last_day: int
    repetitions: int


def answers_by_day(
    states: Iterable[CardState], newcomers: Sequence[str], plan: Plan, today: int, options: Options, days: int = DAYS
) -> tuple[float, ...]:
    """Answers, steps included, on each of the coming days. `newcomers`: new cards in the order they would come."""
    known = [state for state in states if state.phase != Phase.NEW and not state.suspended]
    starts = [(_met(state), max(state.due_day or 0, today)) for state in known]
    starts += [
        (_new(card), today + at // plan.new_per_day) for at, card in enumerate(newcomers[: plan.new_per_day * days])
    ]
    followed = by_rank(starts, lambda start: start[0].card, "workload")[:MOST]
    counts = Counter(
        day - today for memory, first in followed for day in _followed(memory, first, today + days, plan, options)
    )
    return tuple(counts[day] * len(starts) / len(followed) for day in range(days)) if followed else (0.0,) * days


def _met(state: CardState) -> _Memory:
    return _Memory(
        state.card,
        state.phase,
        state.step,
        state.stability or 0.0,
        state.difficulty or 0.0,
        state.last_day or 0,
        state.repetitions,
    )


def _new(card: str) -> _Memory:
    return _Memory(card, Phase.NEW, 0, 0.0, 0.0, 0, 0)


def _followed(memory: _Memory, day: int, end: int, plan: Plan, options: Options) -> Iterator[int]:
    """The day of each answer before `end`; the first is on `day`."""
    while day < end:
        yield day
        rating = Rating.GOOD if _is_right(memory, day, plan, options) else Rating.AGAIN
        _remember(memory, rating, day, plan.parameters)
        if memory.phase == Phase.REVIEW:
            aim = target(plan.retention, options(memory.stability))
            maximum = plan.parameters.maximum_for(memory.card)
            days = interval(memory.stability, aim, maximum, plan.parameters.weights)
            day += fuzzed(days, maximum, memory.card, memory.repetitions)


def _is_right(memory: _Memory, day: int, plan: Plan, options: Options) -> bool:
    """Recalled or guessed; by the hash of card and repetition, so that every plan meets the same luck."""
    if memory.phase == Phase.NEW:
        chance = FIRST_RIGHT
    else:
        known = recall(memory.stability, day - memory.last_day, plan.parameters.weights)
        shown = options(memory.stability)
        chance = known + (1 - known) / shown if shown else known
    return fraction("workload", memory.card, memory.repetitions) < chance


def _remember(memory: _Memory, rating: Rating, day: int, parameters: ParameterSet) -> None:
    if memory.phase == Phase.NEW:
        memory.stability, memory.difficulty = first_memory(rating, parameters.weights)
    else:
        elapsed = max(day - memory.last_day, 0)
        memory.stability, memory.difficulty = next_memory(
            memory.stability, memory.difficulty, elapsed, rating, parameters.weights
        )
    memory.phase, memory.step = advance(memory.phase, memory.step, rating, parameters)
    memory.last_day, memory.repetitions = day, memory.repetitions + 1
