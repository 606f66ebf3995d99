"""Bodies: what one knowledge file says, as plain data with places. What the index keeps of it."""

from dataclasses import dataclass, field
from typing import Any

COMPILER = "3"
"""Raised when bodies, or the forms that cards are compiled for, change: older ones are then compiled anew."""


@dataclass(frozen=True, slots=True)
class Body:
    """What one file says: `kind` and plain data; places by the id of what stands there."""

    kind: str
    data: dict[str, Any]
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
