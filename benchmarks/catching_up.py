"""What a cap does to the backlog after a holiday: memories that FSRS itself evolves, day by day, without the program.

Prints, for pauses and caps, how long catching up takes, what its days ask for, and what is remembered meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import mean

from benchmarks.reporting import Line
from llmquiz.core.answers import Rating
from llmquiz.core.hashing import fraction
from llmquiz.scheduling.formulas import first_memory, interval, next_memory, recall
from llmquiz.scheduling.fuzz import fuzzed
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS
from llmquiz.study.catching_up import LEAST, usual_load

_W = DEFAULT_PARAMETERS.weights
_AIM, _LONGEST, _LESSON = 0.92, 365, 0.8
_AFTER = 120
"""Days that are followed after the pause."""


@dataclass(slots=True)
class _Card:
    key: str
    stability: float
    difficulty: float
    last: int
    due: int
    asked: int = 1


@dataclass(slots=True)
class _Deck:
    """One learner's cards; `answers` by day."""

    seed: int
    cards: list[_Card] = field(default_factory=list)
    answers: dict[int, int] = field(default_factory=dict)
    recalled: list[float] = field(default_factory=list)

    def due(self, day: int) -> list[_Card]:
        """The most endangered first, as `study.selection` has them."""
        due = [card for card in self.cards if card.due <= day]
        return sorted(due, key=lambda card: -(day - card.last) / card.stability)

    def study(self, day: int, cap: int, new: int) -> None:
        """Review at most `cap` cards and meet `new` ones."""
        for card in self.due(day)[:cap]:
            self._review(card, day)
        for number in range(new):
            right = fraction("lesson", self.seed, day, number) < _LESSON
            self.answers[day] = self.answers.get(day, 0) + (2 if right else 3)
            memory = first_memory(Rating.GOOD if right else Rating.AGAIN, _W)
            card = _Card(f"{day}/{number}", *memory, day, 0)
            self._schedule(card, day)
            self.cards.append(card)

    def _review(self, card: _Card, day: int) -> None:
        chance = recall(card.stability, day - card.last, _W)
        right = fraction("recall", self.seed, card.key, card.asked) < chance
        self.recalled.append(chance)
        rating = Rating.GOOD if right else Rating.AGAIN
        card.stability, card.difficulty = next_memory(card.stability, card.difficulty, day - card.last, rating, _W)
        card.last, card.asked = day, card.asked + 1
        self._schedule(card, day)
        self.answers[day] = self.answers.get(day, 0) + (1 if right else 2)

    def _schedule(self, card: _Card, day: int) -> None:
        card.due = day + fuzzed(interval(card.stability, _AIM, _LONGEST, _W), _LONGEST, card.key, card.asked)


def rows(seed: int) -> Iterator[Line]:
    """Each pause with each cap, new cards going on or waiting meanwhile."""
    head = "days to catch up / answers a day, most / recall / after 120 days: waiting"
    yield Line("begun / new / away / factor / new cards meanwhile", head)
    for begun, new in ((30, 10), (180, 10), (180, 3)):
        for away in (5, 12, 30, 60):
            for factor in (1.0, 1.5, 2.0):
                for waits in (True, False):
                    yield _one(seed, begun, new, away, factor, waits)


def _one(seed: int, begun: int, new: int, away: int, factor: float, waits: bool) -> Line:
    deck = _Deck(seed)
    for day in range(begun):
        deck.study(day, 200, new)
    deck.recalled.clear()
    usual, first = usual_load(deck.answers, begun), begun + away
    cap = min(200, max(LEAST, round(factor * usual)))
    overdue, days = len(deck.due(first)), 0
    for day in range(first, first + _AFTER):
        behind = len(deck.due(day)) > cap
        days = day - first + 1 if behind else days
        deck.study(day, cap, 0 if behind and waits else new)
        if not behind and days == day - first:
            recalled = mean(deck.recalled)
    loads = [deck.answers[day] for day in range(first, first + max(days, 1))]
    waiting = max(0, len(deck.due(first + _AFTER)) - cap)
    told = f"{begun:>3} / {new:>2} / {away:>2} / {factor} / {'wait' if waits else 'go on'}"
    found = f"usual {usual}, due {overdue}, cap {cap}: {days} / {mean(loads):.0f}, {max(loads)} / "
    return Line(told, f"{found}{recalled if days < _AFTER else 0:.2f} / {waiting}")
