"""What was shown today, in order, and what follows from it: all that a queue needs to go on where it stopped."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from llmquiz.core.states import CardState


@dataclass(frozen=True, slots=True)
class Shown:
    """One item of today: a card's lesson, or a question of it that was answered."""

    card: str
    lesson: bool = False
    form: str = ""
    """The form of the question."""


class Today:
    """The tally of today's history. Positions count items from 0, lessons included."""

    def __init__(
        self, history: Iterable[Shown], states: Mapping[str, CardState], negative: Container[str] = ()
    ) -> None:
        """`negative`: the forms that ask for what is NOT so."""
        self._negative = negative
        self.items: list[str] = []
        """The cards of all items so far."""
        self.lessons: dict[str, int] = {}
        """Where the lesson of a card stood."""
        self.questions: Counter[str] = Counter()
        """How often a card was asked."""
        self.new: set[str] = set()
        """The cards that were met today for the first time."""
        self.negatives = 0
        """How many questions asked for what is NOT so."""
        for shown in history:
            self.note(shown)
        for card in set(self.items):
            self.place(states.get(card) or CardState(card))

    def note(self, shown: Shown) -> None:
        """One more item."""
        if shown.lesson:
            self.lessons[shown.card] = len(self.items)
        else:
            self.questions[shown.card] += 1
            self.negatives += shown.form in self._negative
        self.items.append(shown.card)

    def place(self, state: CardState) -> None:
        """Count a card as new when all its reviews are of today."""
        if state.repetitions <= self.questions[state.card]:
            self.new.add(state.card)
        else:
            self.new.discard(state.card)

    @property
    def reviews(self) -> int:
        """How many cards that were known before were asked today."""
        return sum(card not in self.new for card in self.questions)

    def since_lesson(self, card: str) -> int | None:
        """How many items later than its lesson the next item stands; None without a lesson today."""
        position = self.lessons.get(card)
        return None if position is None else len(self.items) - position
