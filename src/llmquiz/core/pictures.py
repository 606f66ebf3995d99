"""Pictures: a fact among its like, ready to be drawn in text. Where people would rather look than read, show it."""

from dataclasses import dataclass
from enum import StrEnum


class PictureKind(StrEnum):
    """How the rows are drawn."""

    BARS = "bars"
    """A bar a row, as long as its share."""
    TIMELINE = "timeline"
    """Dates from the earliest down."""
    LINEAGE = "lineage"
    """What came from what, the oldest first."""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One entity with its value; `share` is between 0 and 1, the largest row having 1."""

    card: str
    """The card that asks for this figure: while it is due, the row is left out."""
    name: str
    value: str
    share: float = 0.0
    marked: bool = False
    """Whether this is what the question was about."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A few rows in order. The marked ones are always among them."""

    kind: PictureKind
    title: str
    rows: tuple[PictureRow, ...]

    def without(self, cards: frozenset[str]) -> "Picture":
        """The picture without the unmarked figures of `cards`."""
        rows = tuple(row for row in self.rows if row.marked or row.card not in cards)
        return Picture(self.kind, self.title, rows)
