"""A small fuzz on intervals, with Anki's ranges: cards learned together do not come back together for ever.

It is seeded by card and repetition, so that a replay and a preview say the same day. Intervals are whole days.
"""

from math import floor, inf

from llmquiz.core.hashing import fraction

_SHORTEST = 2.5
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))


def fuzz_bounds(interval: int, maximum: int) -> tuple[int, int]:
    """The shortest and the longest interval that fuzz may make of `interval`."""
    interval = max(1, min(interval, maximum))
    delta = _delta(interval)
    lower, upper = (max(1, min(round(interval + sign * delta), maximum)) for sign in (-1, 1))
    return lower, upper


def fuzzed(interval: int, maximum: int, card: str, repetition: int) -> int:
    """`interval` moved within its bounds by the hash of card and repetition, always within [1, maximum]."""
    lower, upper = fuzz_bounds(interval, maximum)
    return lower + floor(fraction("fuzz", card, repetition) * (upper - lower + 1))


def _delta(interval: int) -> float:
    if interval < _SHORTEST:
        return 0.0
    return 1.0 + sum(factor * max(min(interval, end) - start, 0.0) for start, end, factor in _RANGES)
