"""Effort: the time that studying took, by day, from the moments at which something was logged. Seconds.

From one answer or lesson to the next counts whole, reading the feedback included; a longer pause is a break, and the
answer after it counts as long as its question was open.
"""

from collections.abc import Iterable

LONGEST_PAUSE = 120
"""Seconds that one may look at a screen without having left."""
_SECOND = 1000


def effort(moments: Iterable[tuple[int, int, int]]) -> dict[int, float]:
    """Seconds by day, from (day, at, elapsed) in the log's order; the latter two are milliseconds."""
    seconds: dict[int, float] = {}
    last = None
    for day, at, elapsed in moments:
        pause = LONGEST_PAUSE * _SECOND + 1 if last is None else at - last
        spent = pause if 0 <= pause <= LONGEST_PAUSE * _SECOND else elapsed
        seconds[day] = seconds.get(day, 0.0) + spent / _SECOND
        last = at
    return seconds
