"""Today's share of what is due, from the keys of cards alone: as many as `study.selection` chooses. Pure.

For whoever cannot wait for the cards themselves, a shell prompt: builtins alone, and `study.catching_up`.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from llmquiz.study.catching_up import new_cards_wait, room_for


class Shown(NamedTuple):
    """A card of which something was shown today."""

    card: str
    asked: bool
    """Whether it was asked, and not only taught."""
    known: bool
    """Whether it had been asked before today."""


class Standing(NamedTuple):
    """The cards that today could ask, by where they stand, and what was shown so far."""

    steps: Sequence[str] = ()
    """In steps, in their order."""
    taught: Sequence[str] = ()
    """Taught and not yet asked."""
    due: Sequence[str] = ()
    shown: Sequence[Shown] = ()


class Share(NamedTuple):
    """What today asks for."""

    asked: int
    """Cards known before, those in steps among them."""
    later: int
    """Due cards that the day does not hold."""


def share(standing: Standing, most: int, *, new: int, wanted: int) -> Share:
    """Today's share where a day holds `most` reviews; `new` cards and `wanted` reviews are the learner's own limits."""
    claims = _Claims(standing.shown)
    steps = claims.take(standing.steps)
    asked = {shown.card for shown in standing.shown if shown.asked}
    due = [card for card in standing.due if card not in asked]
    known = sum(shown.asked and shown.known for shown in standing.shown)
    room = room_for(most, known, sum(card not in asked for card in steps))
    later = max(0, len(due) - room)
    new_today = sum(not shown.known for shown in standing.shown)
    places = 0 if later and new_cards_wait(wanted) else max(0, new - new_today)
    claims.take(standing.taught, places)  # asked before what is due, and new cards: not counted
    return Share(len(steps) + len(claims.take(due, room)), later)


class _Claims:
    """The facts that are taken today, and by which of their two directions: the other one waits for tomorrow."""

    def __init__(self, shown: Iterable[Shown]) -> None:
        self._taken = {_fact(card): card for card, _asked, _known in shown}

    def take(self, cards: Iterable[str], most: int | None = None) -> list[str]:
        """Those whose fact is free, or theirs, and theirs from now on; the first `most` of them."""
        free = (card for card in cards if self._taken.setdefault(_fact(card), card) == card)
        return list(islice(free, most))


def _fact(key: str) -> str:
    """A card's key without its direction."""
    return key.partition("#")[0]
