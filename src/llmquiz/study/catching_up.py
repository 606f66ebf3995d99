"""After a pause: how many of the cards that are overdue a day asks for, and how long catching up takes. Pure.

A day holds half as much again as the learner's usual one, and never less than ten minutes; the rest waits, the most
endangered first, and so do new cards. CONTRIBUTING says where the numbers come from.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

LEAST = 40
"""Reviews: about ten minutes, what a day of this program is made for."""
MORE_THAN_USUAL = 1.5
LOOKED_BACK = 14
"""Days of study that say what is usual."""


class Backlog(NamedTuple):
    """More is due than a day should hold."""

    later: int
    """How many cards wait for the next days."""
    days: int
    """About how many days after today until nothing waits any more."""
    away: int = 0
    """How many days without an answer came before today."""
    new_waits: bool = True
    """Whether new cards wait until then."""


def usual_load(answers: Mapping[int, int], today: int) -> int:
    """The median number of answers on the latest days of study before today; 0 for who has just begun."""
    latest = [answers[day] for day in sorted(answers) if day < today and answers[day] > 0][-LOOKED_BACK:]
    return sorted(latest)[len(latest) // 2] if latest else 0


def most_reviews(usual: int, wanted: int) -> int:
    """How many reviews a day may ask for; `wanted`: the learner's own limit."""
    return min(wanted, max(LEAST, round(MORE_THAN_USUAL * usual)))


def room_for(most: int, reviewed: int, begun: int) -> int:
    """How many due cards a day still holds after those `reviewed`, and beside those `begun` on an earlier day."""
    return max(0, most - reviewed - begun)


def new_cards_wait(wanted: int) -> bool:
    """Whether new cards wait while catching up; who wants few reviews and new cards all the same gets them."""
    return wanted >= LEAST


def days_away(answers: Mapping[int, int], today: int) -> int:
    """How many whole days before today nothing was answered on; 0 for who has just begun."""
    before = [day for day, count in answers.items() if day < today and count > 0]
    return today - max(before) - 1 if before else 0


def spread(due: Sequence[int], cap: int) -> tuple[int, ...]:
    """Due counts of today and the coming days as they will be asked: what a day does not hold goes to the next one."""
    asked, waiting = [], 0
    for count in due:
        waiting += count
        asked.append(min(waiting, cap))
        waiting -= asked[-1]
    return tuple(asked)


def as_asked(today: int, later: int, due: Sequence[int], cap: int) -> tuple[int, ...]:
    """`due` of today and the coming days as it is asked: `today` cards now, while `later` cards wait."""
    if later:
        return (today, *spread((later + due[1], *due[2:]), cap))
    return (today, due[0] - today + due[1], *due[2:])  # a fact is asked in one direction a day


def days_to_catch_up(due: Sequence[int], cap: int) -> int:
    """About how many days until a day holds all that is due on it; `due` begins with the first of them."""
    waiting, day = 0, 0
    for day, count in enumerate(due, 1):
        waiting = max(0, waiting + count - cap)
        if not waiting:
            return day
    return day + -(-waiting // cap) if cap else day
