"""The tables as SQLAlchemy sees them, for statements only: the migrations alone create them.

An event's column has the name of its field. What STRICT tables do not know is put into words in `rows`.
"""

from typing import Any

from sqlalchemy import REAL, Column, Integer, LargeBinary, MetaData, Table, Text

_METADATA = MetaData()


def _columns(kind: type[Text] | type[Integer] | type[REAL[float]], names: str) -> list[Column[Any]]:
    """Columns of one kind, named in one string."""
    return [Column(name, kind, quote=True) for name in names.split()]


EVENTS = Table(
    "events",
    _METADATA,
    *_columns(Text, "id kind card"),
    *_columns(Integer, "at day offset"),
    *_columns(Text, "device target"),
    *_columns(Integer, "rating right"),
    *_columns(Text, "form"),
    *_columns(Integer, "options rung"),
    *_columns(Text, "planned_form"),
    *_columns(Integer, "planned_options"),
    *_columns(REAL, "retention"),
    *_columns(Text, "parameters scheduler fingerprint seed lang"),
    *_columns(Integer, "elapsed guessed hint practice"),
    *_columns(Text, "shown answer"),
    *_columns(Integer, "on until"),
    *_columns(Text, "text values old new code"),
    *_columns(Integer, "known"),
)
"""The log."""

CONTENTS = Table("contents", _METADATA, Column("hash", Text), Column("body", LargeBinary))
"""What was shown and answered, by the hash of its text, compressed."""

STATES = Table(
    "states",
    _METADATA,
    *_columns(Text, "card phase"),
    *_columns(Integer, "step"),
    *_columns(REAL, "stability difficulty"),
    *_columns(Integer, "due_day due_at last_day last_at repetitions right lapses rung failed"),
    *_columns(Text, "fingerprint recent_forms"),
    *_columns(Integer, "introduced suspended buried_until active counted_on"),
    *_columns(Text, "topic tier"),
)
"""The memory of each card, whether it is asked at all, the day it is counted on, and where it stands."""

DUE_BY_DAY = Table(
    "due_by_day", _METADATA, *_columns(Integer, "day"), *_columns(Text, "topic tier"), *_columns(Integer, "cards")
)
"""How many cards of each topic and tier are due on each day."""
