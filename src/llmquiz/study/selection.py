"""Which cards are for today: chosen once a day or session from all cards, in one pass, within the daily limits.

The choice is stable: what was shown today takes its place in the limits, so that choosing again after any part of the
day gives what is left of the first choice. One card a fact: its other direction is buried until tomorrow.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from llmquiz.core.cards import Card, Tier
from llmquiz.core.hashing import rank
from llmquiz.core.states import CardState, Phase
from llmquiz.study.catching_up import room_for
from llmquiz.study.history import Today
from llmquiz.study.order import teaching_order

_SPREAD = 5
"""A day's new cards are of at least so many sheets, entities, attributes and answers, where there are as many."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day may hold."""

    new: int = 10
    reviews: int = 200
    lessons: int = 5
    """How many cards may be taught and not yet asked."""
    learn_ahead: int = 20
    """Minutes: at the end a step may be taken this much early."""
    new_waits: bool = False
    """Whether new cards wait while more is due than `reviews`."""


def _any_card(_: Card) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Scope:
    """Which cards may be asked at all."""

    topic: str = ""
    """Only this topic; empty for all."""
    archive: bool = False
    accept: Callable[[Card], bool] = _any_card
    """The caller's own filter: skill cards, for instance, only when their facts are in review."""

    def holds(self, card: Card) -> bool:
        """Whether `card` is within the scope and not dormant."""
        if not card.forms or (self.topic and card.topic != self.topic):
            return False
        return (self.archive or card.tier != Tier.ARCHIVE) and self.accept(card)


@dataclass(slots=True)
class Selection:
    """What is left for today. Each card stands in one of the four; their order is the order of asking."""

    learning: dict[str, Card] = field(default_factory=dict)
    """In learning or relearning steps."""
    pending: dict[str, Card] = field(default_factory=dict)
    """Taught and not yet asked."""
    due: dict[str, Card] = field(default_factory=dict)
    """Reviews, the most endangered first."""
    fresh: dict[str, Card] = field(default_factory=dict)
    """New cards in teaching order."""
    later: int = 0
    """How many due cards the day does not hold."""

    @property
    def parts(self) -> tuple[dict[str, Card], ...]:
        """All four."""
        return self.learning, self.pending, self.due, self.fresh

    def remove(self, key: str) -> None:
        """Take a card out, wherever it stands."""
        for part in self.parts:
            part.pop(key, None)


def select(
    cards: Sequence[Card],
    states: Mapping[str, CardState],
    today: Today,
    day: int,
    limits: Limits,
    scope: Scope,
) -> Selection:
    """Choose what is left for `day`."""
    in_scope = [card for card in cards if scope.holds(card)]
    sorted_out = _sort_out(in_scope, states, today, day)
    return _Chooser(states, today, day, limits, _facts_shown(cards, today)).choose(sorted_out, in_scope)


def _facts_shown(cards: Iterable[Card], today: Today) -> dict[str, str]:
    shown = set(today.items)
    return {card.fact: card.key for card in cards if card.key in shown and card.fact} if shown else {}


def _sort_out(cards: Iterable[Card], states: Mapping[str, CardState], today: Today, day: int) -> Selection:
    """All cards that could be asked today, without regard to limits."""
    found = Selection()
    for card in cards:
        state = states.get(card.key)
        if state is None:
            found.fresh[card.key] = card
        elif state.suspended or (state.buried_until is not None and state.buried_until > day):
            continue
        elif state.phase == Phase.NEW:
            (found.pending if state.introduced else found.fresh)[card.key] = card
        elif (state.due_day or 0) > day:  # steps, too: those of a day when the clock was ahead come on that day
            continue
        elif state.phase != Phase.REVIEW:
            found.learning[card.key] = card
        elif card.key not in today.questions:
            found.due[card.key] = card
    return found


class _Spread:
    """How often a day's new cards share something (a sheet, an entity): at most `most` times."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: Counter[str] = Counter()

    def takes(self, card: Card) -> bool:
        """Whether there is a place for the card; it is taken then."""
        if any(self._counts[kin] >= self._most for kin in card.kin):
            return False
        self._counts.update(card.kin)
        return True


class _Chooser:
    """Fills a selection, first come first served for each fact."""

    def __init__(
        self,
        states: Mapping[str, CardState],
        today: Today,
        day: int,
        limits: Limits,
        facts: dict[str, str],
    ) -> None:
        self._states, self._today, self._day, self._limits = states, today, day, limits
        self._facts = facts
        """Facts that are taken, and by which card."""

    def choose(self, found: Selection, in_scope: Sequence[Card]) -> Selection:
        chosen = Selection()
        self._take(found.learning, sorted(found.learning, key=self._minute), chosen.learning)
        room = room_for(self._limits.reviews, self._today.reviews, self._not_yet_asked(chosen.learning))
        chosen.later = max(0, len(found.due) - room)
        new = 0 if chosen.later and self._limits.new_waits else self._limits.new
        self._take_pending(found.pending, chosen, new)
        self._take(found.due, self._one_a_fact(found.due), chosen.due, room)
        room = new - len(self._today.new | chosen.pending.keys())
        if room > 0 and found.fresh:
            self._take_fresh(found.fresh, teaching_order(in_scope), chosen, room)
        return chosen

    def _take(
        self, found: dict[str, Card], order: Iterable[str], into: dict[str, Card], room: int | None = None
    ) -> None:
        for key in order:
            if room is not None and len(into) >= room:
                return
            if self._claims(found[key]):
                into[key] = found[key]

    def _one_a_fact(self, found: dict[str, Card]) -> list[str]:
        """Due cards, the most endangered first; of two directions the one that has waited longer.

        A hard direction is due every day, and would keep the other one away.
        """
        ordered = sorted(found, key=self._safety)
        longest: dict[str, str] = {}
        for key in sorted(ordered, key=lambda key: self._states[key].due_day or 0):
            longest.setdefault(found[key].fact or key, key)
        kept = set(longest.values())
        return [key for key in ordered if key in kept]

    def _take_pending(self, found: dict[str, Card], chosen: Selection, new: int) -> None:
        """Those taught on an earlier day count as new today, within the limit; then those of today, as taught."""
        lessons = self._today.lessons
        earlier = {card.key: card for card in teaching_order(c for c in found.values() if c.key not in lessons)}
        self._take(earlier, earlier, chosen.pending, new - len(self._today.new))
        self._take(found, sorted(found.keys() & lessons.keys(), key=lessons.__getitem__), chosen.pending)

    def _take_fresh(self, found: dict[str, Card], ordered: Iterable[Card], chosen: Selection, room: int) -> None:
        """New cards of several sheets and entities; more of the same only where those do not fill the day."""
        in_turn = list(ordered)
        self._pick(found, in_turn, chosen, room, _Spread(max(1, -(-self._limits.new // _SPREAD))))
        self._pick(found, in_turn, chosen, room, _Spread(len(in_turn)))

    def _pick(
        self, found: dict[str, Card], in_turn: Sequence[Card], chosen: Selection, room: int, spread: _Spread
    ) -> None:
        """New cards whose prerequisites were met, or are met earlier today; in a circle somebody has to begin.

        Today's new cards so far take the places that they took when they were chosen.
        """
        begun = self._today.new | chosen.pending.keys()
        passed: set[str] = set()
        for card in in_turn:
            if len(chosen.fresh) >= room:
                return
            if card.key in begun:
                spread.takes(card)
            elif self._is_free(card, found, chosen) and not self._waits(card, passed, chosen) and spread.takes(card):
                self._claims(card)
                chosen.fresh[card.key] = card
            passed.add(card.key)

    def _is_free(self, card: Card, found: dict[str, Card], chosen: Selection) -> bool:
        return card.key in found and card.key not in chosen.fresh and self._facts.get(card.fact, card.key) == card.key

    def _waits(self, card: Card, passed: set[str], chosen: Selection) -> bool:
        return any(key in passed and not self._met(key, chosen) for key in card.prerequisites)

    def _met(self, key: str, chosen: Selection) -> bool:
        state = self._states.get(key)
        known = state is not None and (state.introduced or state.suspended or state.phase != Phase.NEW)
        return known or key in chosen.fresh

    def _claims(self, card: Card) -> bool:
        """Whether the card's fact is free for it; it is taken from now on."""
        return not card.fact or self._facts.setdefault(card.fact, card.key) == card.key

    def _not_yet_asked(self, learning: Iterable[str]) -> int:
        return sum(key not in self._today.questions for key in learning)

    def _minute(self, key: str) -> tuple[int, str]:
        return self._states[key].due_at or 0, key

    def _safety(self, key: str) -> tuple[float, int]:
        """Smallest for the least retrievable: on one forgetting curve that is the most days per day of stability."""
        state = self._states[key]
        return -(self._day - (state.last_day or 0)) / (state.stability or 1.0), rank("due", self._day, key)
