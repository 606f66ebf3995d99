"""The log as columns: what of each event is needed to tell how memory went, without making an object of each.

Ratings are numbers, times UTC milliseconds, days local day numbers; what an event does not have is None.
"""

from typing import NamedTuple


class Logged(NamedTuple):
    """One event, in the names of its columns."""

    id: str
    kind: str
    card: str
    target: str | None
    at: int
    day: int
    rating: int | None
    form: str | None
    options: int | None
    practice: int | None
    retention: float | None
    parameters: str | None
    elapsed: int | None
    old: str | None
    values: str | None
