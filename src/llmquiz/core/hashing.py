"""Order and chance that are the same on every machine and Python version: BLAKE2b of the parts.

Candidates are taken by hash rank instead of a seeded shuffle: adding one candidate to a hundred then moves one choice
in a hundred, not all of them.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

SEPARATOR = "\x1f"
_SIZE = 8


def rank(*parts: object) -> int:
    """A uniform 64-bit number that depends on nothing but `parts` (by their `str`)."""
    return _number(SEPARATOR.join(map(str, parts)))


def ranking(*parts: object) -> Callable[[str], int]:
    """`rank` with its first parts given once, for many candidates; where several follow, `SEPARATOR` stands between."""
    start = blake2b("".join(f"{part!s}{SEPARATOR}" for part in parts).encode(), digest_size=_SIZE)

    def ranked(rest: str) -> int:
        whole = start.copy()  # what was hashed already is not hashed again
        whole.update(rest.encode())
        return int.from_bytes(whole.digest(), "big")

    return ranked


def fraction(*parts: object) -> float:
    """A uniform number in [0, 1) from `parts`."""
    return as_fraction(rank(*parts))


def as_fraction(number: int) -> float:
    """A rank as a number in [0, 1); a greater rank is no smaller fraction."""
    return (number >> 11) / float(1 << 53)


def draw(count: int, *parts: object) -> int:
    """A uniform whole number in [0, count) from `parts`."""
    return rank(*parts) % count


def by_rank(candidates: Iterable[T], name: Callable[[T], object], *parts: object) -> list[T]:
    """`candidates` in hash order: the nearest thing to a shuffle that replay can repeat."""
    ranked = ranking(*parts)
    return sorted(candidates, key=lambda candidate: ranked(str(name(candidate))))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=_SIZE).digest(), "big")


def digest(text: str) -> str:
    """The name of `text` by its content: 32 hexadecimal digits."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
