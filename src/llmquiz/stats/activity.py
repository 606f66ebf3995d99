"""Activity: how much was answered on which day, how many days in a row, and the weeks of the heatmap."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from llmquiz.core.days import date_of

WEEKS = 26
LEVELS = 4
"""Shades of the heatmap beside "nothing"."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row."""

    current: int
    """Up to today; a day that has just begun does not break it."""
    longest: int
    today: bool
    """Whether today counts already."""


def activity(counts: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Answers a day from (day, count) pairs, which may name a day more than once; days without answers are left out."""
    totals: Counter[int] = Counter()
    for day, count in counts:
        totals[day] += count
    return {day: total for day, total in sorted(totals.items()) if total > 0}


def streak(counts: Mapping[int, int], today: int) -> Streak:
    """How long the learner has studied every day."""
    active = {day for day, count in counts.items() if count > 0 and day <= today}
    lengths: dict[int, int] = {}
    for day in sorted(active):
        lengths[day] = lengths.get(day - 1, 0) + 1
    return Streak(
        current=lengths.get(today) or lengths.get(today - 1, 0),
        longest=max(lengths.values(), default=0),
        today=today in active,
    )


def heatmap(counts: Mapping[int, int], today: int, weeks: int = WEEKS) -> tuple[tuple[int | None, ...], ...]:
    """The last `weeks` weeks, Monday to Sunday, as levels 0 to `LEVELS`; None for days to come."""
    monday = today - date_of(today).weekday() - _WEEK * (weeks - 1)
    most = max((counts.get(day, 0) for day in range(monday, today + 1)), default=0)
    return tuple(
        tuple(_level(counts.get(day, 0), most) if day <= today else None for day in range(start, start + _WEEK))
        for start in range(monday, monday + _WEEK * weeks, _WEEK)
    )


def _level(count: int, most: int) -> int:
    """A shade in proportion to the busiest day; any answer at all shows."""
    return 0 if count <= 0 else -(-LEVELS * count // most)
