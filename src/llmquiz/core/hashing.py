"""Order and chance that are the same on every machine and Python version: BLAKE2b of the parts.

Candidates are taken by hash rank instead of a seeded shuffle: adding one candidate to a hundred then moves one choice
in a hundred, not all of them.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_SEPARATOR = "\x1f"
_SIZE = 8


def rank(*parts: object) -> int:
    """A uniform 64-bit number that depends on nothing but `parts` (by their `str`)."""
    text = _SEPARATOR.join(str(part) for part in parts)
    return int.from_bytes(blake2b(text.encode(), digest_size=_SIZE).digest(), "big")


def fraction(*parts: object) -> float:
    """A uniform number in [0, 1) from `parts`."""
    return (rank(*parts) >> 11) / float(1 << 53)


def draw(count: int, *parts: object) -> int:
    """A uniform whole number in [0, count) from `parts`."""
    return rank(*parts) % count


def by_rank(candidates: Iterable[T], name: Callable[[T], object], *parts: object) -> list[T]:
    """`candidates` in hash order: the nearest thing to a shuffle that replay can repeat."""
    return sorted(candidates, key=lambda candidate: rank(*parts, name(candidate)))


def digest(text: str) -> str:
    """The name of `text` by its content: 32 hexadecimal digits."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
