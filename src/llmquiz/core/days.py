"""Local day numbers: a day begins at the rollover hour, not at midnight, and is counted from 1970-01-01.

FSRS is fed these, never timestamp differences: a card answered at 23:00 and due "tomorrow" is due at breakfast.
"""

from datetime import UTC, date, datetime, timedelta

_EPOCH = date(1970, 1, 1)
DEFAULT_ROLLOVER = 4
"""4 a.m.: who studies past midnight still studies today."""


def day_of(moment: datetime, rollover: int = DEFAULT_ROLLOVER) -> int:
    """The day number of an aware local `moment`. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone has no day")
    return ((moment - timedelta(hours=rollover)).date() - _EPOCH).days


def date_of(day: int) -> date:
    """The calendar date of a day number."""
    return _EPOCH + timedelta(days=day)


def fsrs_datetime(day: int) -> datetime:
    """Midnight UTC of a day number: what the FSRS package is given for "that day"."""
    return datetime.combine(date_of(day), datetime.min.time(), tzinfo=UTC)


def milliseconds(moment: datetime) -> int:
    """UTC milliseconds of an aware moment."""
    return round(moment.timestamp() * 1000)


def offset_minutes(moment: datetime) -> int:
    """Minutes east of UTC of an aware moment."""
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)
