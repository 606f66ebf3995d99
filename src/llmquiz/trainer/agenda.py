"""Today's agenda: the queue within the learner's settings, made anew when the day changes or an answer is undone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from llmquiz.core.cards import Card, Tier
from llmquiz.core.pictures import Picture
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.generate.forms import FORMS
from llmquiz.library.library import Library
from llmquiz.stats.forecast import forecast
from llmquiz.study.catching_up import (
    Backlog,
    as_asked,
    days_away,
    days_to_catch_up,
    most_reviews,
    new_cards_wait,
    usual_load,
)
from llmquiz.study.milestones import CORE, finished
from llmquiz.study.pace import Span
from llmquiz.study.queue import Counts, Done, Queue, Step, Wait
from llmquiz.study.selection import Limits, Scope
from llmquiz.trainer.clock import Moment
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.skills import is_ready
from llmquiz.trainer.views import Milestones, Progress

_NEGATIVE = frozenset(name for name, form in FORMS.items() if form.traits.negative)
"""The forms that ask for what is NOT so."""


class Agenda:
    """What is to be done today. `limit`: at most so many questions, counted by the caller; `span`: so many minutes."""

    def __init__(
        self,
        library: Library,
        memory: Memory,
        settings: Settings,
        day: int,
        *,
        topic: str = "",
        limit: int | None = None,
        span: Span | None = None,
    ) -> None:
        self._library, self._memory, self._settings = library, memory, settings
        self._topic, self._limit, self._span = topic, limit, span
        self.day = day
        self._answers = memory.answers_before(day)
        self._queue = self._make(0)

    def renew(self, day: int, answered: int) -> None:
        """Begin from the log again; `answered` questions of the limit are used up."""
        if day != self.day:
            self._answers = self._memory.answers_before(day)
        self.day = day
        self._queue = self._make(answered)

    def next_step(self, now: Moment) -> Step:
        """What to do now. Within a span of minutes nobody waits: what is not ripe comes in another sitting."""
        if self._span is None:
            return self._queue.next_step(now.at)
        self._keep(self._span, now.at)
        step = self._queue.next_step(now.at)
        return Done() if isinstance(step, Wait) or self._span.is_over(now.at) else step

    def taught(self, card: Card) -> None:
        """A lesson was shown."""
        self._queue.taught(card.key)

    def awaits(self, card: Card) -> bool:
        """Whether a card is still to come today."""
        return self._queue.awaits(card.key)

    def may_teach(self, card: Card) -> bool:
        """Whether a card was never met, and could be taught now, whatever the day's share is."""
        state = self._memory.state(card.key)
        met = state.introduced or state.repetitions or state.suspended or (state.buried_until or 0) > self.day
        return not met and scope_of(self._settings, self._memory).holds(card)

    def answered(self, state: CardState) -> None:
        """A question was answered."""
        self._queue.answered(state)

    def drop(self, card: Card) -> None:
        """A card cannot be asked today."""
        self._queue.drop(card.key)

    def counts(self) -> Counts:
        """What is left and what is done, in cards."""
        return self._queue.counts()

    def progress(self, now: Moment) -> Progress:
        """The same as a progress bar wants it."""
        counts, span = self.counts(), self._span
        left = self._queue.questions_left
        progress = Progress(counts.done, left, self._queue.negatives_left(), begun=min(counts.learning, left))
        return progress if span is None else replace(progress, minutes=span.minutes, to_go=span.minutes_left(now.at))

    def milestones(self, lang: str) -> Milestones:
        """What was finished today."""
        cards = self._let_in() if self._queue.new else []
        found = finished(cards, self._memory.states, self._queue.new)
        names = tuple(self._library.topics[topic].in_language(lang) for topic in found if topic != CORE)
        details = Tier.DETAIL in self._settings.tiers
        more, failed = self._some_unmet(cards), self._failed(cards) if CORE in found else 0
        return Milestones(self.day, names, core=CORE in found, details=details, more=more, failed=failed)

    def more_to_meet(self) -> bool:
        """Whether another day has new cards: some were never asked, and the settings want any."""
        return bool(self._settings.new_per_day) and self._some_unmet(self._let_in())

    def due_by_topic(self) -> Counter[str]:
        """How many cards known before each topic has left for today."""
        left = self._queue.left
        return Counter(card.topic for part in (left.learning, left.due) for card in part.values())

    def ahead(self) -> tuple[int, ...]:
        """How many cards today and each of the coming days asks for: no day more than it should hold."""
        coming, counts = forecast(asked(self._library.cards, self._memory, self._settings), self.day), self.counts()
        today = counts.due + counts.learning
        if not counts.later and (self._topic or self._limit is not None or self._span is not None):
            return coming
        return as_asked(today, counts.later, coming, self._most)

    def backlog(self) -> Backlog | None:
        """What today does not hold of what is due; None when it holds everything."""
        later = self.counts().later
        if not later or not self._most:
            return None
        coming = forecast(asked(self._library.cards, self._memory, self._settings), self.day)[1:]
        days = days_to_catch_up((later + coming[0], *coming[1:]), self._most)
        return Backlog(later, days, days_away(self._answers, self.day), new_waits=self._new_waits)

    def _let_in(self) -> list[Card]:
        """The cards that the settings let in, whatever this sitting is about."""
        scope = scope_of(self._settings, self._memory)
        return [card for card in self._library.cards if scope.holds(card)]

    def _some_unmet(self, cards: Iterable[Card]) -> bool:
        return any(not self._memory.state(card.key).repetitions for card in cards)

    def _failed(self, cards: Iterable[Card]) -> int:
        return sum(card.tier is Tier.CORE and self._memory.state(card.key).failed for card in cards)

    @property
    def _most(self) -> int:
        """Reviews that the day should hold."""
        return most_reviews(usual_load(self._answers, self.day), self._settings.reviews_per_day)

    @property
    def _new_waits(self) -> bool:
        return new_cards_wait(self._settings.reviews_per_day)

    def discreet(self, picture: Picture | None) -> Picture | None:
        """The picture without what is still to be asked today: it must not give the next answer away."""
        if picture is None:
            return None
        kept = picture.without(frozenset(row.card for row in picture.rows if self._queue.awaits(row.card)))
        return kept if len(kept.rows) > 1 else None

    def _keep(self, span: Span, now: int) -> None:
        """Let the queue know how far the time has come; saying it twice changes nothing."""
        if not span.teaches(now):
            self._queue.teach_no_more()
        if span.closes(now, self._queue.owed):
            self._queue.close()

    def _make(self, answered: int) -> Queue:
        return Queue(
            self._library.cards,
            self._memory.states,
            self._memory.history(self.day),
            self.day,
            limits=Limits(
                new=self._settings.new_per_day,
                reviews=self._most,
                lessons=self._settings.lessons_at_a_time,
                learn_ahead=self._settings.learn_ahead,
                new_waits=self._new_waits,
            ),
            scope=scope_of(self._settings, self._memory, self._topic),
            limit=None if self._limit is None else max(0, self._limit - answered),
            negative=_NEGATIVE,
        )


def asked(cards: Iterable[Card], memory: Memory, settings: Settings) -> list[CardState]:
    """What is remembered of the cards that the settings let in: only they are ever due."""
    scope, states = scope_of(settings, memory), memory.states
    return [states[card.key] for card in cards if card.key in states and scope.holds(card)]


def scope_of(settings: Settings, memory: Memory, topic: str = "") -> Scope:
    """Which cards the settings let in; a topic that is asked for by name is in."""
    tiers, off = set(settings.tiers), set(settings.topics_off) - {topic}

    def accept(card: Card) -> bool:
        return card.tier in tiers and card.topic not in off and is_ready(card, memory.states)

    return Scope(topic=topic, archive="archive" in tiers, accept=accept)
