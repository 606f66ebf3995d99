"""The one place that reads the clock. Everywhere else `now` is an argument."""

from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from llmquiz.core.days import day_of, milliseconds, offset_minutes


class Clock(Protocol):
    """Tells the time where the learner is."""

    def now(self) -> datetime:
        """The moment, with its time zone."""


class SystemClock:
    """The machine's clock and time zone."""

    def now(self) -> datetime:
        """The moment, with the machine's time zone."""
        return datetime.now().astimezone()


class SetClock:
    """A clock that stands still until it is moved: for tests, benchmarks and replaying a session."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def move(self, **timedelta_parts: float) -> None:
        """Move forward, by the arguments of a timedelta."""
        self.moment += timedelta(**timedelta_parts)


class Moment(NamedTuple):
    """One reading of the clock, as events are stamped: UTC milliseconds, local day number, minutes east of UTC."""

    at: int
    day: int
    offset: int


def moment(clock: Clock, rollover: int) -> Moment:
    """Read the clock."""
    now = clock.now()
    return Moment(milliseconds(now), day_of(now, rollover), offset_minutes(now))
