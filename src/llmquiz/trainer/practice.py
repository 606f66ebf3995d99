"""Practice: given cards, each asked once, in an order of chance. Logged as practice, never scheduled.

There are no lessons, and no state changes: whoever practises today is asked tomorrow what would have been asked anyhow.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from llmquiz.core.answers import Answer, Verdict
from llmquiz.core.cards import Card
from llmquiz.core.events import Action, Amend, Bury, Review, Suspend
from llmquiz.core.forms import TOP_RUNG, Asking
from llmquiz.core.hashing import by_rank, draw
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.study.ladder import choose
from llmquiz.trainer.clock import Clock
from llmquiz.trainer.detour import Detour
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.views import FeedbackView, FinishedView, Progress, QuestionView, View

_VARIANTS = 1000
"""Seeds that an item of practice is drawn from."""


class Practice(Detour):
    """Ask some cards once each."""

    def __init__(
        self,
        library: Library,
        memory: Memory,
        settings: Settings,
        clock: Clock,
        lang: str,
        cards: Iterable[Card],
        *,
        seed: int,
        limit: int | None = None,
        in_order: bool = False,
        preferred: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        """`limit`: at most so many questions. `in_order`: as the cards come, not by chance.

        `preferred`: for some cards, the ids of wrong options that come first; for others, what is mixed up with them.
        """
        super().__init__(library, memory, settings, clock, lang)
        self._seed, self._limit = seed, limit
        self._preferred = preferred
        sound = [card for card in cards if card.forms]
        self._left = spread(sound) if in_order else arranged(sound, seed)
        """What is still to be asked; the card that is shown stands first."""
        self._shelved: set[str] = set()
        """The puttings off, by id, that took away a card before it was asked."""
        self._show(self._step())

    @property
    def results(self) -> tuple[tuple[Review, bool], ...]:
        """The answers that stand, each with whether it counts as right."""
        reviews = (action for action in self._actions if isinstance(action, Review))
        return tuple((review, self._tally.is_right(review)) for review in reviews)

    def _step(self) -> View:
        while self._open():
            question = self._question(self._left[0])
            if question is not None:
                return question
            del self._left[0]
        return FinishedView(self._tally.summary(practice=True))

    def _question(self, card: Card) -> QuestionView | None:
        """The card in the first form that has a sound item; with seed 0 every sound form has one."""
        seeds = (draw(_VARIANTS, "practice", self._seed, card.key), 0)
        first = self._preferred.get(card.key)
        posed = (self._pose_again(card, asking, seed, first) for seed in seeds for asking in self._askings(card))
        return next((question for question in posed if question is not None), None)

    def _askings(self, card: Card) -> Iterator[Asking]:
        """The ladder's forms; before them, for who has met the card, those that can only be practised."""
        state, forms = self._memory.state(card.key), self._library.forms(card.key)
        if state.repetitions:
            yield from (Asking(form.name, form.options, TOP_RUNG) for form in forms if not form.rungs)
        yield from choose(forms, state)

    def _log(self, draft: Review) -> tuple[Review, CardState]:
        logged = self._memory.review(replace(draft, practice=True), self._before)
        self._actions.append(logged)
        del self._left[0]
        return logged, self._before

    def _log_amend(self, review: Review, draft: Amend) -> CardState:
        return self._memory.amend(draft)

    def _take_back(self, action: Action) -> QuestionView | None:
        question = super()._take_back(action)
        card = self._library.card(action.card)
        if card is not None and (question is not None or action.id in self._shelved):
            self._left.insert(0, card)
        return question

    def _dropped(self, action: Suspend | Bury) -> None:
        super()._dropped(action)
        if self._left and self._left[0].key == action.card:
            del self._left[0]
            self._shelved.add(action.id)

    def _feedback(self, question: QuestionView, answer: Answer, verdict: Verdict, state: CardState) -> FeedbackView:
        """The picture gives no answer away that is still to come."""
        view = super()._feedback(question, answer, verdict, state)
        kept = view.picture.without(frozenset(card.key for card in self._left)) if view.picture else None
        self.view = view = replace(view, picture=kept if kept and len(kept.rows) > 1 else None)
        return view

    def _open(self) -> int:
        """How many questions may still come."""
        left = len(self._left)
        return left if self._limit is None else min(left, max(0, self._limit - self._tally.answered))

    def _progress(self) -> Progress:
        return Progress(self._tally.answered, self._open())


def arranged(cards: Iterable[Card], seed: int) -> list[Card]:
    """Cards in an order of chance; the second direction of a fact only after everything was asked once."""
    return spread(by_rank(cards, lambda card: card.key, "practice", seed))


def spread(cards: Iterable[Card]) -> list[Card]:
    """Cards as they come; the second direction of a fact only after everything was asked once."""
    met: Counter[str] = Counter()
    turns: dict[str, int] = {}
    ordered = tuple(cards)
    for card in ordered:
        turns[card.key] = met[card.fact or card.key]
        met[card.fact or card.key] += 1
    return sorted(ordered, key=lambda card: turns[card.key])
