"""The hardest cards: those answered wrongly most often, lapses before early mistakes. From states alone."""

from collections.abc import Iterable

from llmquiz.core.states import CardState

MOST = 10
_TWICE = 2
"""Once is no sign of anything."""


def hardest(states: Iterable[CardState], most: int = MOST) -> tuple[CardState, ...]:
    """The cards that were wrong at least twice, the hardest first."""
    hard = (state for state in states if wrong(state) >= _TWICE)
    return tuple(sorted(hard, key=_rank)[:most])


def wrong(state: CardState) -> int:
    """How often a card was answered wrongly."""
    return state.repetitions - state.right


def _rank(state: CardState) -> tuple[int, int, float, str]:
    return -state.lapses, -wrong(state), -(state.difficulty or 0.0), state.card
