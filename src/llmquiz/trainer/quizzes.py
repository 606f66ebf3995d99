"""Which cards a quiz asks: what a search finds, the weakest first, today's mistakes, or what a date endangers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from llmquiz.core.cards import Card
from llmquiz.core.states import CardState
from llmquiz.scheduling.memory import retrievability
from llmquiz.scheduling.rehearsal import Practised, rehearsed
from llmquiz.storage.store import Store
from llmquiz.study.cramming import Plan, plan, weakest_first
from llmquiz.study.search.query import Mistake
from llmquiz.trainer.browsing import Browser
from llmquiz.trainer.memory import Memory

_MISTAKES_OF_TODAY = "rated:1:1"


class Quizzes:
    """Chooses among the cards of one browser. Practice counts here: who has just practised a card does know it."""

    def __init__(
        self, browser: Browser, memory: Memory, store: Store, target: float, in_scope: Callable[[Card], bool]
    ) -> None:
        self._browser, self._memory, self._target = browser, memory, target
        self._in_scope = in_scope
        self.day = browser.day
        """Today."""
        self._practised: dict[str, list[Practised]] = defaultdict(list)
        for answer in map(Practised._make, store.practised()):
            self._practised[answer.card].append(answer)

    def found(self, line: str) -> Sequence[str] | Mistake:
        """The cards that a line finds and that can be asked; of an empty one, those met, in scope and not put aside."""
        places = self._browser.find(line)
        if isinstance(places, Mistake):
            return places
        cards = (self._browser.cards[place] for place in places)
        return [card.key for card in cards if card.forms and (line.strip() or self._is_everyday(card))]

    def mistakes_of_today(self) -> Sequence[str]:
        """The cards that were answered wrongly today, in practice too."""
        found = self.found(_MISTAKES_OF_TODAY)
        return () if isinstance(found, Mistake) else found

    def weakest(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The cards that were met, the least known first."""
        return weakest_first(self._recall(keys, self.day), self.day)

    def before(self, keys: Iterable[str], day: int) -> Plan:
        """What to practise today for a day, of the cards that were met."""
        chosen = tuple(keys)
        unpractised = self._recall(chosen, day, until=self.day)
        today = (card for card, share in unpractised.items() if share < self._target and self._was_practised(card))
        return plan(self._recall(chosen, day), today, self._target, today=self.day, day=day)

    def _recall(self, keys: Iterable[str], day: int, until: int | None = None) -> Mapping[str, float]:
        """The probability of recall on a day, of each card that was met. `until`: practice before this day alone."""
        states = ((key, self._state(key, until)) for key in keys)
        return {
            key: retrievability(state, day, self._memory.parameters)
            for key, state in states
            if state.stability is not None
        }

    def _state(self, key: str, until: int | None) -> CardState:
        state = self._memory.state(key)
        answers = self._practised.get(key, ())
        counted = (answer for answer in answers if until is None or answer.day < until)
        return rehearsed(state, counted, self._memory.parameters.weights) if answers else state

    def _was_practised(self, key: str) -> bool:
        return any(answer.day == self.day for answer in self._practised.get(key, ()))

    def _is_everyday(self, card: Card) -> bool:
        state = self._memory.state(card.key)
        return bool(state.repetitions) and not state.suspended and self._in_scope(card)
