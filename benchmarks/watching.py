"""What is seen of a simulated half year from outside: by the views alone, never by the program's own states.

An `Asked` is one answered question. A card is "at due" when its last feedback named a day, "in its steps" when minutes.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from benchmarks.learner import Recall
from llmquiz.core.answers import Rating
from llmquiz.core.cards import Card
from llmquiz.scheduling.target import target
from llmquiz.study.queue import KIN_GAP
from llmquiz.trainer.views import FeedbackView, HomeView


@dataclass(frozen=True, slots=True)
class Asked:
    """One answered question."""

    card: str
    day: int
    form: str
    options: int
    rung: int
    negative: bool
    recall: Recall
    rating: Rating
    due: int | None
    """The day it was due; None for a new card and within its steps."""
    interval: int = 0
    """Days from the last answer to the day it was due."""
    aim: float = 0.0
    """The share of right answers the interval was made for."""
    first: bool = False
    """Its first return."""
    again_today: bool = False
    """Asked a second time on one day although it was not in its steps."""


@dataclass(slots=True)
class Day:
    """One day's sitting."""

    number: int
    home: HomeView
    shown: list[Card] = field(default_factory=list)
    """The cards of all items in order, lessons included."""
    new: set[str] = field(default_factory=set)
    reviewed: set[str] = field(default_factory=set)
    negatives: int = 0
    questions: int = 0
    minutes: float = 0.0

    def crowded(self) -> Iterator[int]:
        """The places of items that come less than the promised gap after another one of their kin."""
        return (at for at, card in enumerate(self.shown) if self._near_kin(card, at))

    def avoidable(self) -> int:
        """How many of them came although a review without kin was still waiting."""
        first = {card.key: at for at, card in reversed(list(enumerate(self.shown)))}
        waiting = [(first[key], self.shown[first[key]]) for key in self.reviewed]
        return sum(any(turn > at and not self._near_kin(other, at) for turn, other in waiting) for at in self.crowded())

    def _near_kin(self, card: Card, at: int) -> bool:
        before = self.shown[max(0, at - KIN_GAP + 1) : at]
        return any(other.key != card.key and not other.kin.isdisjoint(card.kin) for other in before)


@dataclass(frozen=True, slots=True)
class _Next:
    """What the last feedback on a card promised."""

    asked: int
    due: int
    in_steps: bool
    options: int


class Watch:
    """Keeps everything that was seen."""

    def __init__(self, retention: float) -> None:
        self.retention = retention
        self.days: list[Day] = []
        self.asked: list[Asked] = []
        self.taught: set[str] = set()
        self.leeches = 0
        self.misgraded = 0
        """Answers that were graded otherwise than they were meant."""
        self.times: list[float] = []
        """Seconds from an answer to the next question."""
        self.beliefs: list[float] = []
        """What the program expected of each answer."""
        self._next: dict[str, _Next] = {}
        self._returned: set[str] = set()

    def begin(self, number: int, home: HomeView) -> None:
        """A day begins."""
        self.days.append(Day(number, home))

    def lesson(self, card: Card) -> None:
        """A lesson was shown."""
        self.days[-1].shown.append(card)
        self.taught.add(card.key)

    def answer(self, card: Card, view: FeedbackView, recall: Recall, planned: int) -> None:
        """A question was answered. `planned`: the options of the form it will be asked in next."""
        self.misgraded += view.verdict.right != recall.right
        self.leeches += view.leech
        asked = self._asked(card, view, recall)
        self.asked.append(asked)
        if asked.due is not None:
            self._returned.add(card.key)
        self._count(card, asked)
        if view.due is None:
            raise RuntimeError("a scheduled answer names the day of the next one")
        today = self.days[-1].number
        self._next[card.key] = _Next(today, today + view.due.days, view.due.minutes > 0, planned)

    def late(self) -> Iterator[tuple[str, int]]:
        """The cards still waiting when the last day was over, and for how many days."""
        last = self.days[-1].number
        for key, due in self._next.items():
            if due.due <= last and (due.in_steps or due.asked < due.due):
                yield key, last - due.due

    def at_due(self, accept: Callable[[Asked], bool] = lambda _: True) -> list[tuple[Asked, float]]:
        """The questions of cards that had come back from an interval of days, with the chance the program gave them."""
        answers = zip(self.asked, self.beliefs, strict=True)
        return [(asked, belief) for asked, belief in answers if asked.due is not None and accept(asked)]

    def forms(self) -> dict[int, Counter[str]]:
        """How often each form was used on each rung."""
        rungs: dict[int, Counter[str]] = {}
        for asked in self.asked:
            rungs.setdefault(asked.rung, Counter())[asked.form] += 1
        return dict(sorted(rungs.items()))

    def _asked(self, card: Card, view: FeedbackView, recall: Recall) -> Asked:
        question, today = view.question, self.days[-1].number
        before = self._next.get(card.key)
        returned = before is not None and not before.in_steps
        return Asked(
            card=card.key,
            day=today,
            form=question.asking.form,
            options=question.asking.options,
            rung=question.asking.rung,
            negative=question.item.negative,
            recall=recall,
            rating=view.rating,
            due=before.due if before and returned else None,
            interval=before.due - before.asked if before and returned else 0,
            aim=target(self.retention, before.options) if before else 0.0,
            first=card.key not in self._returned,
            again_today=before is not None and returned and before.asked == today,
        )

    def _count(self, card: Card, asked: Asked) -> None:
        day = self.days[-1]
        day.shown.append(card)
        day.questions += 1
        day.negatives += asked.negative
        known_before = card.key in self._next and card.key not in day.new
        (day.reviewed if known_before else day.new).add(card.key)
