"""The forecast: how many cards fall due on each of the coming days. What is overdue falls due today."""

from collections.abc import Iterable

from llmquiz.core.states import CardState

DAYS = 30


def forecast(states: Iterable[CardState], today: int, days: int = DAYS) -> tuple[int, ...]:
    """Due counts of `today` and the days after it, `days` in all. New and suspended cards are never due."""
    counts = [0] * days
    for state in states:
        if state.due_day is None or state.suspended:
            continue
        ahead = max(state.due_day, state.buried_until or state.due_day, today) - today
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)
