"""Bodies: what one knowledge file says, as plain data, and where in the file it stands. What the index keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

COMPILER = "11"
"""Raised when bodies, problems, or the forms that cards are compiled for, change: older ones are then compiled anew."""
ANYTHING = "*"
"""Among the broken: nobody knows which ids the file would have declared."""


@dataclass(frozen=True, slots=True)
class Body:
    """What one file says: `kind` and plain data, in which paths are those of the file but for the places in lists."""

    kind: str
    data: dict[str, Any]
    at: Mapping[str, list[int]] = field(default_factory=dict)
    """Where the members of a list that was read one by one stand in the file's list: broken ones are left out."""
    broken: Mapping[str, list[str]] = field(default_factory=dict)
    """The ids of what was left out, by section: who refers to them has made no mistake."""
