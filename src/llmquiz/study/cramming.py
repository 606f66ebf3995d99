"""Which cards to practise first: the weakest now, or those that a date finds below the target, a part each day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from llmquiz.core.hashing import rank


@dataclass(frozen=True, slots=True)
class Plan:
    """Practice until a day."""

    day: int
    """The day it is for: a local day number."""
    days_left: int
    """Days on which there can still be practice, today among them."""
    endangered: int
    """Cards that would be below the target on that day."""
    done_today: int
    """Cards of them that were practised today already."""
    left: tuple[str, ...]
    """The others of them, the most endangered first."""

    @property
    def today(self) -> tuple[str, ...]:
        """Today's part of what is left."""
        a_day = -(-(len(self.left) + self.done_today) // self.days_left)
        return self.left[: max(a_day - self.done_today, 0)]


def weakest_first(recall: Mapping[str, float], day: int) -> tuple[str, ...]:
    """Cards by their probability of recall, the least first; equal ones in an order of the day's chance."""
    return tuple(sorted(recall, key=lambda card: (recall[card], rank("weakest", day, card))))


def plan(recall: Mapping[str, float], practised: Iterable[str], target: float, *, today: int, day: int) -> Plan:
    """What to practise today for `day`. `recall`: of each card on that day; `practised`: cards of today's practice."""
    endangered = {card: share for card, share in recall.items() if share < target}
    done = set(practised)
    left = weakest_first({card: share for card, share in endangered.items() if card not in done}, today)
    return Plan(day, max(day - today, 1), len(endangered), len(done), left)
