"""What a memory would be if practice counted: the schedule leaves it out, but who has just practised does know it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from llmquiz.core.states import CardState
from llmquiz.scheduling.formulas import Weights, first_memory, next_memory


class Practised(NamedTuple):
    """One answer that was practice."""

    card: str
    day: int
    at: int
    rating: int


def rehearsed(state: CardState, answers: Iterable[Practised], weights: Weights) -> CardState:
    """The state after the practice since its last scheduled answer, oldest first; only its memory changes."""
    for answer in answers:
        if state.last_at is None or answer.at > state.last_at:
            state = _after(state, answer, weights)
    return state


def _after(state: CardState, answer: Practised, weights: Weights) -> CardState:
    if state.stability is None or state.difficulty is None or state.last_day is None:
        stability, difficulty = first_memory(answer.rating, weights)
        return replace(state, stability=stability, difficulty=difficulty, last_day=answer.day)
    elapsed = max(answer.day - state.last_day, 0)
    stability, difficulty = next_memory(state.stability, state.difficulty, elapsed, answer.rating, weights)
    return replace(state, stability=stability, difficulty=difficulty, last_day=state.last_day + elapsed)
