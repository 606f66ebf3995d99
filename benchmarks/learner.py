"""A simulated learner: a hidden memory per card, which FSRS itself evolves, and answers drawn from it by seed.

The truth is the package `fsrs` with its published parameters, held apart from the program's own memory: a lucky guess
is right on the screen and a lapse in the head. A lesson sets no memory; the share of lessons known until the first
question is given. Days are day numbers.
"""

from dataclasses import dataclass
from datetime import datetime

from fsrs import Card, Rating, Scheduler, State

from llmquiz.core import answers
from llmquiz.core.answers import Answer, Chosen, DontKnow, Listed, Matched, Ordered, Rated, Typed
from llmquiz.core.days import fsrs_datetime
from llmquiz.core.hashing import fraction
from llmquiz.core.items import Item
from llmquiz.core.numbers import plain_decimal
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Order, SelfRate, TextEntry

KNOWN_AT_FIRST = 0.76
"""The share of cards not rated Again when they are first asked, by Anki's learners: the simulator of the package
fsrs-optimizer draws first ratings with (0.24, 0.094, 0.495, 0.171), its `DEFAULT_FIRST_RATING_PROB`."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What went on in the learner's head at one question."""

    chance: float
    """The retrievability of the hidden memory on that day."""
    recalled: bool
    right: bool
    """Recalled, or guessed."""


class Learner:
    """Answers every question by what it remembers, and remembers what it was told."""

    def __init__(self, seed: int, lessons: float) -> None:
        """`lessons`: the share of taught cards that are known at their first question."""
        self._seed, self._lessons = seed, lessons
        self._taught: set[str] = set()
        self._scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self._memories: dict[str, Card] = {}
        self._asked: dict[str, int] = {}

    def taught(self, card: str) -> None:
        """Read a lesson."""
        self._taught.add(card)

    def asked(self, card: str, options: int, day: int) -> Recall:
        """Meet a question with so many options (0: open); the memory is another one afterwards."""
        moment = fsrs_datetime(day)
        chance = self.chance(card, day)
        draw = self._asked[card] = self._asked.get(card, 0) + 1
        recalled = fraction("recall", self._seed, card, draw) < chance
        lucky = options > 0 and fraction("guess", self._seed, card, draw) < 1 / options
        rating = Rating.Good if recalled else Rating.Again
        memory = self._memories.get(card) or Card(card_id=0, state=State.Learning, due=moment)
        self._memories[card], _ = self._scheduler.review_card(memory, rating, moment)
        return Recall(chance, recalled, recalled or lucky)

    def chance(self, card: str, day: int) -> float:
        """How likely the card is recalled on `day`; what was never asked is known from its lesson or not at all."""
        moment: datetime = fsrs_datetime(day)
        memory = self._memories.get(card)
        if memory is None:
            return self._lessons if card in self._taught else 0.0
        return self._scheduler.get_card_retrievability(memory, moment)


def answer_to(item: Item, *, right: bool) -> Answer:
    """The answer of somebody who knows, or of somebody who does not."""
    if right:
        return _right(item)
    wrong = next((option.id for option in item.options if not option.right), None)
    return Chosen((wrong,)) if isinstance(item.response, One) and wrong is not None else DontKnow()


def _right(item: Item) -> Answer:
    match item.response:
        case One(options) | Many(options):
            return Chosen(tuple(option.id for option in options if option.right))
        case TextEntry(answer):
            return Typed(answer)
        case NumberEntry(value):
            return Typed(plain_decimal(value))
        case Order(right=order):
            return Ordered(order)
        case Match(pairs=pairs):
            return Matched(pairs)
        case ListEntry(members):
            return Listed(tuple(member.answer for member in members))
        case SelfRate():
            return Rated(answers.Rating.GOOD)
