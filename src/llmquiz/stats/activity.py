"""Activity: how much was answered on which day, the streak with its rest days, and the weeks of the heatmap.

The rest-day rule: the streak counts the days with an answer. One day off in any seven leaves it whole and is not
counted; after a second one within seven days it counts from the day after the first.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from llmquiz.core.days import date_of

WEEKS = 26
YEAR = 53
"""Weeks that a year touches."""
LEVELS = 4
"""Shades of the heatmap beside "nothing"."""
REST_EVERY = 7
"""Days in a row of which one may be a rest day."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Streak:
    """Days with answers, rest days allowed for."""

    current: int
    """Up to today; a day that has just begun does not break it."""
    longest: int
    today: bool
    """Whether today counts already."""
    rests: int = 0
    """The rest days within the current one."""
    next_rest: int | None = None
    """The first day from today on that may be a rest day; None without a current streak."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The longest stretch that ends on one day: the place of its first day, and its rest days."""

    first: int
    rests: tuple[int, ...]


def activity(counts: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Answers a day from (day, count) pairs, which may name a day more than once; days without answers are left out."""
    totals: Counter[int] = Counter()
    for day, count in counts:
        totals[day] += count
    return {day: total for day, total in sorted(totals.items()) if total > 0}


def streak(counts: Mapping[int, int], today: int) -> Streak:
    """How long the learner has kept at it, by the rest-day rule."""
    active = sorted(day for day, count in counts.items() if count > 0 and day <= today)
    studied = bool(active) and active[-1] == today
    days = active if studied else [*active, today]
    stretches = list(_stretches(days))
    lengths = [at - stretch.first + 1 for at, stretch in enumerate(stretches)]
    current = lengths[-1] - (not studied)
    rests = stretches[-1].rests if current else ()
    return Streak(
        current=current,
        longest=max([current, *lengths[: len(active)]]),
        today=studied,
        rests=len(rests),
        next_rest=max(today + studied, rests[-1] + REST_EVERY if rests else today) if current else None,
    )


def heatmap(counts: Mapping[int, int], today: int, weeks: int = WEEKS) -> tuple[tuple[int | None, ...], ...]:
    """The last `weeks` weeks, Monday to Sunday, as levels 0 to `LEVELS`; None for days to come."""
    monday = monday_of(today) - _WEEK * (weeks - 1)
    busy = _busy(count for day, count in counts.items() if monday <= day <= today)
    return tuple(
        tuple(_level(counts.get(day, 0), busy) if day <= today else None for day in range(start, start + _WEEK))
        for start in range(monday, monday + _WEEK * weeks, _WEEK)
    )


def monday_of(day: int) -> int:
    """The Monday of the week of `day`."""
    return day - date_of(day).weekday()


def _stretches(days: Sequence[int]) -> Iterator[_Stretch]:
    """For each day the longest stretch that ends with it."""
    stretch = _Stretch(0, ())
    for at, day in enumerate(days):
        missed = day - days[at - 1] - 1 if at else 0
        if missed > 1:
            stretch = _Stretch(at, ())
        elif missed:
            stretch = _rested(days, stretch, day - 1)
        yield stretch


def _rested(days: Sequence[int], stretch: _Stretch, rest: int) -> _Stretch:
    """The stretch with one more rest day; a former one that is too near cuts it off."""
    if stretch.rests and rest - stretch.rests[-1] < REST_EVERY:
        return _Stretch(bisect_right(days, stretch.rests[-1]), (rest,))
    return _Stretch(stretch.first, (*stretch.rests, rest))


def _busy(counts: Iterable[int]) -> int:
    """What a busy day holds: nine in ten hold no more, so that one enormous day pales no year."""
    active = sorted(count for count in counts if count > 0)
    return active[-(-9 * len(active) // 10) - 1] if active else 0


def _level(count: int, busy: int) -> int:
    """A shade in proportion to a busy day; any answer at all shows."""
    return 0 if count <= 0 else min(-(-LEVELS * count // busy), LEVELS)
