"""The learner's memory while the program runs: states, today's history, parameters. Mirrors the log, event by event."""

from collections.abc import Iterator

from llmquiz.core.events import AnyEvent, Review
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.scheduling.fold import effective, refold
from llmquiz.scheduling.parameters import ParameterSet, known_parameters, parameters_event
from llmquiz.storage.store import Store
from llmquiz.study.history import Shown, shown_on

_MINUTE = 60


class Memory:
    """Reads the store once, then keeps up with what is appended through it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self.states: dict[str, CardState] = store.states()
        self.parameters = ParameterSet(
            learning_steps=tuple(minutes * _MINUTE for minutes in settings.learning_steps),
            relearning_steps=tuple(minutes * _MINUTE for minutes in settings.relearning_steps),
            maximum_interval=settings.maximum_interval,
        )
        self.known = known_parameters(store.events(kinds={"parameters"})) | {self.parameters.id: self.parameters}

    def state(self, card: str) -> CardState:
        """The state of one card, a new one's when it was never met."""
        return self.states.get(card) or CardState(card)

    def append(self, event: AnyEvent, state: CardState) -> AnyEvent:
        """Log one event with the state it leads to; on the disk before it returns."""
        return self._keep((event,), state)

    def review(self, review: Review, state: CardState) -> Review:
        """Log a review, after the parameters it was scheduled with."""
        parameters = parameters_event(self.parameters, at=review.at, day=review.day, offset=review.offset)
        logged = self._keep((parameters, review), state)
        assert isinstance(logged, Review)
        return logged

    def _keep(self, events: tuple[AnyEvent, ...], state: CardState) -> AnyEvent:
        logged = self._store.append(events, [state])
        self.states[state.card] = state
        return logged[-1]

    def history(self, day: int) -> list[Shown]:
        """What was shown on `day`, in order."""
        return shown_on(day, effective(self._store.events(since_day=day)))

    def events(self, card: str) -> Iterator[AnyEvent]:
        """The events of one card with all that was shown, oldest first."""
        return self._store.events(card=card, with_content=True)

    def last_review(self) -> Review | None:
        """What undo would take back."""
        return self._store.last_review()

    def without(self, review: Review) -> CardState:
        """The card's state as if `review` had not been."""
        events = [event for event in self._store.events(card=review.card) if _about(event) != review.id]
        return refold(review.card, events, self.known)


def _about(event: AnyEvent) -> str:
    """The review that an event is, or is about."""
    return getattr(event, "target", "") or event.id
