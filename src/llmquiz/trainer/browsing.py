"""Browsing: every card in columns, found by a line of search, sorted, and put aside or begun anew many at once.

A row is made when it is looked at: a hundred thousand cards stay columns.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from llmquiz.core.cards import Card
from llmquiz.core.events import AnyEvent, Note, Renamed, Reset, Suspend
from llmquiz.core.items import Item, Lesson
from llmquiz.core.states import CardState, Phase
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.scheduling.fold import apply
from llmquiz.scheduling.memory import retrievability
from llmquiz.storage.store import Store
from llmquiz.study.leech import is_leech
from llmquiz.study.search.finding import find
from llmquiz.study.search.query import Deck, Mistake
from llmquiz.study.search.reading import read
from llmquiz.study.search.terms import Vocabulary, days_until_due
from llmquiz.trainer.card_history import History, history
from llmquiz.trainer.clock import Clock, Moment, moment
from llmquiz.trainer.memory import Memory

_NEW = CardState("")
"""Serves all cards that were never met."""
_PHASES = tuple(Phase)
_MANY = 100
"""Events from which all states are read at once."""
_NEVER = 10**6
"""Days: where cards that are not due stand among the others."""


class BrowsedCard(NamedTuple):
    """One card as a row of the table. A tuple: a hundred thousand are made to be printed."""

    card: Card
    title: str
    stem: str
    topic: str
    state: CardState
    due: int | None
    """In how many days; below 0 when it is late, None while it is new or put aside."""
    buried: bool
    leech: bool
    flagged: bool
    noted: bool
    recall: float
    """The probability that it is known now."""


class Browser:
    """The cards of one library and one memory, as of one day, in one language."""

    def __init__(
        self, library: Library, memory: Memory, store: Store, settings: Settings, clock: Clock, lang: str
    ) -> None:
        self._library, self._memory, self._store, self._settings = library, memory, store, settings
        self._clock = clock
        self.lang, self.day = lang, self._now().day
        self.cards: Sequence[Card] = library.cards
        """Every card in teaching order; a place is an index into it."""

    # Finding

    def find(self, line: str) -> list[int] | Mistake:
        """The places of the cards that a line of search finds, in teaching order; or why it cannot be read."""
        if not line.strip():
            return list(range(len(self.cards)))
        query = read(line, self._vocabulary)
        return query if isinstance(query, Mistake) else find(query, self._deck)

    def keys(self, line: str) -> list[str] | Mistake:
        """The same by their keys."""
        found = self.find(line)
        return found if isinstance(found, Mistake) else [self.cards[place].key for place in found]

    def sort(self, places: Iterable[int], by: str, *, down: bool = False) -> list[int]:
        """The places in the order of a column: `title`, `topic`, `state`, `due`, `memory` or `lapses`."""
        return sorted(places, key=self._order(by), reverse=down)

    def prepare(self) -> None:
        """Do now what the first search would have to wait for; a thread may."""
        self._library.searched  # noqa: B018 -- it is kept
        self._vocabulary  # noqa: B018

    # Looking

    def row(self, place: int) -> BrowsedCard:
        """One card as it stands now, by its place."""
        return self._row(self.cards[place])

    def row_of(self, key: str) -> BrowsedCard:
        """One card as it stands now, by its key. Raises KeyError where there is none."""
        card = self._library.card(key)
        if card is None:
            raise KeyError(key)
        return self._row(card)

    def _row(self, card: Card) -> BrowsedCard:
        state = self._memory.states.get(card.key, _NEW)
        title, stem = self._library.named(card.key, self.lang)
        return BrowsedCard(
            card=card,
            title=title,
            stem=stem,
            topic=self._topics.get(card.topic, card.topic),
            state=state,
            due=days_until_due(state, self.day),
            buried=state.buried_until is not None and state.buried_until > self.day,
            leech=is_leech(state, self._settings.leech),
            flagged=card.key in self._flagged,
            noted=card.key in self._notes,
            recall=retrievability(state, self.day, self._memory.parameters),
        )

    def note(self, key: str) -> str:
        """The learner's note on a card; empty without one."""
        return self._notes.get(key, "")

    def preview(self, key: str) -> Lesson | Item | None:
        """What is taught before a card is asked, else how it is asked; None for a dormant card without a lesson."""
        lesson = self._library.lesson(key, self.lang)
        if lesson is not None:
            return lesson
        card = self._library.card(key)
        forms = card.forms if card is not None else ()
        made = (self._library.item(key, form, self.lang, 0) for form in forms)
        return next((item for item in made if item is not None), None)

    def history(self, key: str) -> History:
        """Everything that befell a card."""
        return history(key, self._line(key), self._memory.known)

    # Changing: each returns how many cards it changed

    def suspend(self, keys: Iterable[str]) -> int:
        """Put cards aside."""
        now = self._now()
        awake = [key for key in keys if not self._memory.state(key).suspended]
        return self._log(Suspend(card=key, on=True, at=now.at, day=now.day, offset=now.offset) for key in awake)

    def take_up(self, keys: Iterable[str]) -> int:
        """Take cards up again that were put aside."""
        now = self._now()
        asleep = [key for key in keys if self._memory.state(key).suspended]
        return self._log(Suspend(card=key, on=False, at=now.at, day=now.day, offset=now.offset) for key in asleep)

    def reset(self, keys: Iterable[str]) -> int:
        """Let cards begin anew; their history stays in the log."""
        now = self._now()
        known = [key for key in keys if self._memory.state(key) != CardState(key)]
        return self._log(Reset(card=key, at=now.at, day=now.day, offset=now.offset) for key in known)

    def write_note(self, key: str, text: str) -> None:
        """Keep a note on a card; an empty one takes it away."""
        now = self._now()
        if text != self.note(key):
            self._log([Note(card=key, text=text, at=now.at, day=now.day, offset=now.offset)])
            self._notes[key] = text

    def _log(self, events: Iterable[AnyEvent]) -> int:
        """All of them or none, with the states they lead to: another program may have changed these meanwhile."""
        drafts = tuple(events)
        if drafts:
            known = self._store.states() if len(drafts) > _MANY else _each_state(self._store, drafts)
            before = ((event, known.get(event.card) or CardState(event.card)) for event in drafts)
            states = {event.card: apply(state, event, self._memory.known) for event, state in before}
            self._store.append(drafts, states.values())
            self._memory.states.update(states)
            self.__dict__.pop("_deck", None)
        return len(drafts)

    # Columns

    @cached_property
    def _deck(self) -> Deck:
        states = self._memory.states
        return Deck(
            cards=self.cards,
            states=[states.get(card.key, _NEW) for card in self.cards],
            texts=self._library.searched,
            day=self.day,
            leech=self._settings.leech,
            flagged=self._flagged,
            noted=self._notes.keys(),
            answered=lru_cache(self._store.answers_since),
        )

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self.cards, self._library.topics)

    @cached_property
    def _topics(self) -> dict[str, str]:
        return {topic: name.in_language(self.lang) for topic, name in self._library.topics.items()}

    @cached_property
    def _flagged(self) -> frozenset[str]:
        return self._store.flagged()

    @cached_property
    def _notes(self) -> dict[str, str]:
        return self._store.notes()

    def _now(self) -> Moment:
        return moment(self._clock, self._settings.rollover)

    def _line(self, key: str) -> list[AnyEvent]:
        """The events of a card and of all that it took over from."""
        events = list(self._store.events(card=key, with_content=True))
        return events + [more for event in events if isinstance(event, Renamed) for more in self._line(event.old)]

    def _order(self, by: str) -> Callable[[int], tuple[float, str]]:
        """What a column is sorted by."""
        states, cards, named, lang = self._deck.states, self.cards, self._library.named, self.lang
        topics = {topic: place for place, topic in enumerate(self._library.topics)}
        orders: dict[str, Callable[[int], tuple[float, str]]] = {
            "title": lambda place: (0, named(cards[place].key, lang)[0].casefold()),
            "topic": lambda place: (topics.get(cards[place].topic, len(topics)), ""),
            "state": lambda place: (_standing(states[place]), ""),
            "due": lambda place: (_else(days_until_due(states[place], self.day), _NEVER), ""),
            "memory": lambda place: (_else(states[place].stability, 0.0), ""),
            "lapses": lambda place: (states[place].lapses, ""),
        }
        return orders[by]


def _each_state(store: Store, events: Iterable[AnyEvent]) -> dict[str, CardState]:
    return {event.card: store.state(event.card) for event in events}


def _standing(state: CardState) -> int:
    """The way of a card: new, learning, review, relearning; last what is put aside."""
    return len(_PHASES) if state.suspended else _PHASES.index(state.phase)


def _else(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
