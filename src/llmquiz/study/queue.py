"""The queue of one day: which item comes next. Built once from cards, states and today's history, then fed answers.

Deterministic and resumable: a queue built anew from what was logged goes on with the same item. `now` is UTC
milliseconds; a position is a place in today's sequence of items, lessons included.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from llmquiz.core.cards import Card, kind_of
from llmquiz.core.states import CardState, Phase
from llmquiz.study.history import Shown, Today
from llmquiz.study.selection import Limits, Scope, select

_MINUTE = 60_000
LESSON_GAP = 3
"""The first question stands at least this many items after its lesson."""
KIN_GAP = 5
"""Cards that share an entity, an attribute or an answer stand at least this many items apart."""
QUESTIONS_A_NEGATIVE = 20
"""At most one question in so many asks for what is NOT so."""
ITEMS_OF_A_NEW_CARD = 3
"""The lesson, the first question and the second step, for the estimate."""


@dataclass(frozen=True, slots=True)
class Teach:
    """Show the lesson of a card."""

    card: Card


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a card."""

    card: Card


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing now; something from `until` on."""

    until: int


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing more today."""


Step = Teach | Ask | Wait | Done


@dataclass(frozen=True, slots=True)
class Counts:
    """Today in cards."""

    due: int
    """Reviews left."""
    learning: int
    """In steps."""
    new: int
    """New cards left, the taught ones included."""
    done: int
    """Cards met today with nothing left to do."""
    later: int = 0
    """Reviews that are due and wait for another day."""

    @property
    def left(self) -> int:
        """Cards with something left to do."""
        return self.due + self.learning + self.new

    def minutes(self, seconds_per_answer: float) -> int:
        """An estimate of the time that is left."""
        items = self.due + self.learning + ITEMS_OF_A_NEW_CARD * self.new
        return ceil(items * seconds_per_answer / 60)


def has_lesson(card: Card) -> bool:
    """Facts and concepts are taught first; an instructor's question or a skill is asked at once."""
    return kind_of(card.key) in ("fact", "concept")


class Queue:
    """Today's items. `next_step` only looks; `taught`, `answered` and `drop` say what happened."""

    def __init__(
        self,
        cards: Sequence[Card],
        states: Mapping[str, CardState],
        history: Iterable[Shown],
        day: int,
        *,
        limits: Limits | None = None,
        scope: Scope | None = None,
        limit: int | None = None,
        teaches: Callable[[Card], bool] = has_lesson,
        negative: Container[str] = (),
    ) -> None:
        """`limit`: at most so many questions from now on. `negative`: the forms with a NOT. Undo is a new queue."""
        limits = limits or Limits()
        self._ahead, self._lessons = limits.learn_ahead * _MINUTE, limits.lessons
        self._today = Today(history, states, negative)
        self.left = select(cards, states, self._today, day, limits, scope or Scope())
        """The cards that are still to come, in the order they would be asked were there no other rules."""
        shown = set(self._today.items)
        self._cards = {card.key: card for card in cards if card.key in shown}
        self._cards.update((key, card) for part in self.left.parts for key, card in part.items())
        self._minutes = {key: states[key].due_at or 0 for key in self.left.learning}
        self._questions_left = limit
        self._teaches = teaches

    def next_step(self, now: int) -> Step:
        """What to do at `now`."""
        if self._questions_left is not None and self._questions_left <= 0:
            return Done()
        for gap in range(KIN_GAP, 0, -1):
            step = self._in_order(now, gap)
            if step is not None:
                return step
        return self._hurried(now)

    def taught(self, key: str) -> None:
        """The lesson of a card was shown."""
        self._today.note(Shown(key, lesson=True))
        card = self.left.fresh.pop(key, None)
        if card is not None:
            self._today.place(CardState(key))
            self.left.pending[key] = card

    def answered(self, state: CardState) -> None:
        """A card was answered; `state` is what came of it."""
        self._today.note(Shown(state.card, form=state.recent_forms[-1] if state.recent_forms else ""))
        self._today.place(state)
        self.drop(state.card)
        if self._questions_left is not None:
            self._questions_left -= 1
        if state.phase in (Phase.LEARNING, Phase.RELEARNING) and state.card in self._cards:
            self.left.learning[state.card] = self._cards[state.card]
            self._minutes[state.card] = state.due_at or 0

    def drop(self, key: str) -> None:
        """A card was suspended or buried."""
        self.left.remove(key)
        self._minutes.pop(key, None)

    @property
    def owed(self) -> int:
        """How many cards were taught and not yet asked."""
        return len(self.left.pending)

    def teach_no_more(self) -> None:
        """Begin no further lesson."""
        self._lessons = 0

    def close(self) -> None:
        """Ask what was taught, and nothing else."""
        self._questions_left = self.owed if self._questions_left is None else min(self._questions_left, self.owed)

    def awaits(self, key: str) -> bool:
        """Whether a card is still to come today."""
        return any(key in part for part in self.left.parts)

    @property
    def new(self) -> frozenset[str]:
        """The cards that were met today for the first time."""
        return frozenset(self._today.new)

    @property
    def questions_left(self) -> int:
        """How many questions are still to come: of the cards that are left, no more than the limit leaves."""
        left = self.counts().left
        return left if self._questions_left is None else max(0, min(left, self._questions_left))

    def counts(self) -> Counts:
        """What is left and what is done, for the home screen and the progress bar."""
        left = self.left
        return Counts(
            due=len(left.due),
            learning=len(left.learning),
            new=len(left.pending) + len(left.fresh),
            done=len(set(self._today.items).difference(*left.parts)),
            later=left.later,
        )

    def negatives_left(self) -> int:
        """How many more questions with a NOT today, or this session, has room for; below 0 when there were too many."""
        counts = self.counts()
        questions = counts.done + counts.left
        if self._questions_left is not None:
            questions = min(questions, self._today.questions.total() + self._questions_left)
        return questions // QUESTIONS_A_NEGATIVE - self._today.negatives

    def _in_order(self, now: int, gap: int) -> Step | None:
        """The next item by the rules, kin at least `gap` items apart."""
        reserved = self._reserved()
        card = None if reserved else self._first(self._ripe(now), gap)
        card = card or self._first(self._rested(), gap)
        if card is not None or reserved:
            return Ask(card) if card else None
        turns = (self._newcomer, self._review) if self._newcomers_turn() else (self._review, self._newcomer)
        return turns[0](gap) or turns[1](gap)

    def _hurried(self, now: int) -> Step:
        """Nothing else is left: steps ahead of their minute, which give a lesson its distance, then first questions."""
        ahead = [] if self._reserved() else list(self._ripe(now + self._ahead))
        other = next((card for card in ahead if card.key != self._last()), None)
        if other is None and self.left.pending:
            return Ask(next(iter(self.left.pending.values())))
        if ahead:
            return Ask(other or ahead[0])
        return Wait(min(self._minutes.values()) - self._ahead) if self._minutes else Done()

    def _ripe(self, now: int) -> Iterator[Card]:
        """Cards in steps whose minute has come, the earliest first."""
        ripe = sorted((minute, key) for key, minute in self._minutes.items() if minute <= now)
        return (self.left.learning[key] for _, key in ripe)

    def _rested(self) -> Iterator[Card]:
        """Taught cards that may be asked now."""
        for key, card in self.left.pending.items():
            since = self._today.since_lesson(key)
            if since is None or since >= LESSON_GAP:
                yield card

    def _review(self, gap: int) -> Step | None:
        """The most endangered review, if possible of another topic than the last item."""
        last = self._cards.get(self._last())
        others = (card for card in self.left.due.values() if last is None or card.topic != last.topic)
        card = self._first(others, gap) or self._first(self.left.due.values(), gap)
        return None if card is None else Ask(card)

    def _newcomer(self, gap: int) -> Step | None:
        """A new card's lesson, or its question where there is none to teach; prerequisites come first."""
        fresh = self.left.fresh
        ready = [card for card in fresh.values() if fresh.keys().isdisjoint(card.prerequisites)]
        room = len(self.left.pending) < self._lessons
        card = self._first((c for c in ready or fresh.values() if room or not self._teaches(c)), gap)
        if card is None:
            return None
        return Teach(card) if self._teaches(card) else Ask(card)

    def _reserved(self) -> bool:
        """Whether the session's last questions belong to the cards that were taught."""
        return self._questions_left is not None and len(self.left.pending) >= self._questions_left

    def _newcomers_turn(self) -> bool:
        """Whether new cards lag behind reviews in their shares of the day."""
        new, reviews = len(self._today.new), self._today.reviews
        return new * (reviews + len(self.left.due)) <= reviews * (new + len(self.left.fresh))

    def _first(self, candidates: Iterable[Card], gap: int) -> Card | None:
        """The first of the candidates that is no kin of the last items."""
        last = [card for key in self._today.items[1 - gap :] if (card := self._cards.get(key))] if gap > 1 else []
        return next((card for card in candidates if not any(_kin(card, other) for other in last)), None)

    def _last(self) -> str:
        return self._today.items[-1] if self._today.items else ""


def _kin(one: Card, other: Card) -> bool:
    return one.key != other.key and not one.kin.isdisjoint(other.kin)
