"""What a learner did with an item, before anybody judged it."""

from dataclasses import dataclass
from enum import IntEnum


class Rating(IntEnum):
    """FSRS's four ratings."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids of the chosen options."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Rated:
    """The learner's own rating of a flashcard."""

    rating: Rating


@dataclass(frozen=True, slots=True)
class Ordered:
    """All options, by id, in the order they were put into."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of ids, left and right, as they were matched; what was left open is missing."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things typed, in any order."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The learner gave up: wrong, and no shame in it."""


Answer = Chosen | Typed | Rated | Ordered | Matched | Listed | DontKnow


class Hint(IntEnum):
    """The strongest hint that was taken: `CATEGORY` narrows the field, `REVEALING` removes options or shows letters."""

    NONE = 0
    CATEGORY = 1
    REVEALING = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """A graded answer."""

    right: bool
    rating: Rating
    score: float
    """Between 0 and 1; parts count in quiz and exam scores only."""
    spelling: str = ""
    """The right spelling, when a typo was forgiven."""
    understood: str = ""
    """What a typed number was read as."""
