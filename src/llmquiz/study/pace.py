"""The time of a sitting: what an answer takes, and how one of so many minutes comes to a gentle end. Pure.

Towards the end no lesson is begun; then the taught cards alone are asked. Times are UTC milliseconds.
"""

from dataclasses import dataclass

SECONDS_AN_ANSWER = 12.0
"""What an answer takes, feedback included."""
_MINUTE = 60_000
_ANSWER = round(1000 * SECONDS_AN_ANSWER)
_LAST_LESSON = 2 * _MINUTE
"""A lesson needs this long before the end: itself, the items between, and its question."""
_GRACE = _MINUTE
"""How much longer than wanted it may last for the sake of taught cards."""


@dataclass(frozen=True, slots=True)
class Span:
    """So many minutes from a moment on."""

    minutes: int
    begun: int

    def minutes_left(self, now: int) -> int:
        """Rounded up; 0 when the time is over."""
        return max(0, -(-self._left(now) // _MINUTE))

    def teaches(self, now: int) -> bool:
        """Whether a lesson may still be begun. A span that is too short for any holds one all the same."""
        return self._left(now) > min(_LAST_LESSON, self.minutes * _MINUTE // 2)

    def closes(self, now: int, owed: int) -> bool:
        """Whether what is left is just enough for the `owed` cards that were taught and not asked."""
        return self._left(now) <= owed * _ANSWER

    def is_over(self, now: int) -> bool:
        """Whether even taught cards have to wait for another sitting."""
        return self._left(now) <= -_GRACE

    def _left(self, now: int) -> int:
        return self.begun + self.minutes * _MINUTE - now
