"""Card states: what the log says about one card, folded. Derived; can be thrown away and rebuilt."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where a card stands: learning and relearning run in minutes, review in days."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class CardState:
    """The memory of one card. Times are UTC milliseconds, days are local day numbers (1970-01-01 is 0)."""

    card: str
    phase: Phase = Phase.NEW
    step: int = 0
    """Which learning or relearning step; 0 outside of them."""
    stability: float | None = None
    """Days until recall falls to 90 %."""
    difficulty: float | None = None
    """Between 1 and 10."""
    due_day: int | None = None
    """The day it is due, in every phase but NEW."""
    due_at: int | None = None
    """The minute it is due, in learning and relearning."""
    last_day: int | None = None
    last_at: int | None = None
    repetitions: int = 0
    """How many effective reviews; seeds the fuzz."""
    right: int = 0
    """How many of them were rated Hard or better."""
    lapses: int = 0
    rung: int = 0
    """The rung of the ladder it was last asked on."""
    failed: bool = False
    """Whether the last review was Again."""
    fingerprint: str = ""
    """Of the value it was last asked with; another one on the card means that the fact has changed."""
    recent_forms: tuple[str, ...] = ()
    """The forms it was asked in, each once, the latest last."""
    introduced: bool = False
    """Whether its lesson was shown."""
    suspended: bool = False
    buried_until: int | None = None
    """Not asked before this day."""
