"""The learner's memory while the program runs: states, today's history, parameters. Mirrors the log, event by event."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from llmquiz.core.events import Action, Amend, AnyEvent, Note, Parameters, Renamed, Retract, Review, Taught
from llmquiz.core.forms import PLACED
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.scheduling.fold import apply, refold, renamed
from llmquiz.scheduling.parameters import (
    ParameterSet,
    adopted_weights,
    adoption,
    known_parameters,
    parameters_event,
)
from llmquiz.storage.store import Store
from llmquiz.study.catching_up import LOOKED_BACK
from llmquiz.study.history import Shown
from llmquiz.trainer.clock import Moment
from llmquiz.trainer.mixups import Mixups

_MINUTE = 60
_NOTES = frozenset({Note.kind, Renamed.kind})


class Memory:
    """Reads the store once, then keeps up with what is appended through it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self.states: dict[str, CardState] = store.states()
        spelt_out = tuple(store.events(kinds={Parameters.kind}))
        self._spelt_out = {event.parameters for event in spelt_out if isinstance(event, Parameters)}
        self.parameters = parameters_for(settings, adopted_weights(spelt_out))
        self.known = known_parameters(spelt_out) | {self.parameters.id: self.parameters}
        self.mixups = Mixups(store)

    def tune(self, settings: Settings) -> None:
        """Schedule by these settings from now on."""
        self._use(parameters_for(settings, self.parameters.weights))

    def adopt(self, weights: tuple[float, ...], now: Moment) -> None:
        """Schedule with these weights from now on; on the disk before it returns."""
        parameters = replace(self.parameters, weights=weights)
        self._store.append([adoption(parameters, at=now.at, day=now.day, offset=now.offset)])
        self._use(parameters)

    def _use(self, parameters: ParameterSet) -> None:
        self.parameters = parameters
        self.known[parameters.id] = parameters

    def state(self, card: str) -> CardState:
        """The state of one card, a new one's when it was never met."""
        return self.states.get(card) or CardState(card)

    def fresh(self, card: str) -> CardState:
        """The state of one card as the file has it now: another program may have asked it meanwhile."""
        state = self.states[card] = self._store.state(card)
        return state

    def log(self, event: AnyEvent) -> AnyEvent:
        """Log one event that is no answer, with what it makes of its card; on the disk before it returns."""
        return self._keep(event, apply(self.fresh(event.card), event, self.known))

    def review(self, review: Review, state: CardState) -> Review:
        """Log a review with the state it leads to."""
        logged = self._keep(review, state)
        assert isinstance(logged, Review)
        return logged

    def amend(self, amend: Amend) -> CardState:
        """Log a second word on a review; the state that the card comes to, whatever came after the review."""
        state = refold(amend.card, [*self._in_order(amend.card), amend], self.known)
        self._keep(amend, state)
        return state

    def said_known(self, card: str) -> bool:
        """Whether the card's latest lesson was skipped with "I know this"."""
        lessons = [event for event in self._store.events(card=card, kinds={Taught.kind}) if isinstance(event, Taught)]
        return bool(lessons) and lessons[-1].known

    def note(self, card: str) -> str:
        """The learner's note on a card, or on the one it took over from; empty without one."""
        said = [event for event in self._in_order(card, _NOTES) if isinstance(event, Note)]
        return said[-1].text if said else ""

    def _keep(self, event: AnyEvent, state: CardState) -> AnyEvent:
        """Log an event, after the parameters that it names where nobody spelt them out yet."""
        named = getattr(event, "parameters", "")
        if named == self.parameters.id and named not in self._spelt_out:
            spelt = parameters_event(self.parameters, at=event.at, day=event.day, offset=event.offset)
            logged = self._store.append((spelt, event), [state])
            self._spelt_out.add(named)
        else:
            logged = self._store.append((event,), [state])
        self.states[state.card] = state
        self.mixups.heed(logged[-1])
        return logged[-1]

    def history(self, day: int) -> list[Shown]:
        """What was shown on `day`, in order; what the placement found out was known before."""
        told = self._store.history(day)
        return [Shown(card, kind == Taught.kind, form) for _, card, kind, form in told if form != PLACED]

    def practised(self, day: int) -> list[Review]:
        """The answers of `day` and later that were practice and stand, in order."""
        told = tuple(self._store.events(since_day=day, kinds={Review.kind, Retract.kind}))
        gone = {event.target for event in told if isinstance(event, Retract)}
        return [event for event in told if isinstance(event, Review) and event.practice and event.id not in gone]

    def answers_before(self, day: int) -> dict[int, int]:
        """How many answers the latest days of study before `day` have, as many as say what is usual."""
        return self._store.latest_counts(day, LOOKED_BACK)

    def events(self, card: str) -> Iterator[AnyEvent]:
        """The events of one card with all that was shown, oldest first."""
        return self._store.events(card=card, with_content=True)

    def last_action(self) -> Action | None:
        """What undo would take back: practice is not among it."""
        return self._store.last_action()

    def stands_alone(self, action: Action) -> bool:
        """Whether an action was not one of many that were taken at once."""
        return len(self._store.done_with(action)) == 1

    def retract(self, action: Action, now: Moment) -> None:
        """Take an action back: its card, and those that took over from it, are as if it had not been.

        What was done to many cards at once is taken back at once.
        """
        together = self._store.done_with(action)
        events = [Retract(card=one.card, target=one.id, at=now.at, day=now.day, offset=now.offset) for one in together]
        changed = [self._without(one, card) for one in together for card in self._heirs(one.card)]
        self._store.append(events, changed)
        for event in events:
            self.mixups.heed(event)
        self.states.update((state.card, state) for state in changed)

    def _without(self, action: Action, card: str) -> CardState:
        return refold(card, [event for event in self._in_order(card) if _about(event) != action.id], self.known)

    def _heirs(self, card: str) -> list[str]:
        """The card, and every card that remembers what was learned under its key."""
        heirs = [card]
        for event in self._store.events(kinds={Renamed.kind}):
            if isinstance(event, Renamed) and event.old in heirs:
                heirs.append(event.card)
        return heirs

    def take_over(self, renames: Mapping[str, str], now: Moment) -> None:
        """Let cards remember what was learned under their old keys (new key by old)."""
        for old, new in renames.items():
            if old in self.states and new not in self.states:
                event = Renamed(card=new, old=old, at=now.at, day=now.day, offset=now.offset)
                self._keep(event, renamed(self.states[old], event))

    def _in_order(self, card: str, kinds: Set[str] | None = None) -> list[AnyEvent]:
        """What is to be folded for a card's state, in the log's order. `kinds`: these alone, `renamed` among them."""
        return sorted(self._line(card, kinds), key=lambda event: event.id)

    def _line(self, card: str, kinds: Set[str] | None) -> list[AnyEvent]:
        """The events of a card and of all that it took over from."""
        events = list(self._store.events(card=card, kinds=kinds))
        for event in tuple(events):
            if isinstance(event, Renamed):
                events += self._line(event.old, kinds)
        return events


def parameters_for(settings: Settings, weights: tuple[float, ...]) -> ParameterSet:
    """What the scheduling is tuned with under these settings."""
    return ParameterSet(
        weights=weights,
        learning_steps=tuple(minutes * _MINUTE for minutes in settings.learning_steps),
        relearning_steps=tuple(minutes * _MINUTE for minutes in settings.relearning_steps),
        maximum_interval=settings.maximum_interval,
    )


def _about(event: AnyEvent) -> str:
    """The action that an event is, or is about."""
    return getattr(event, "target", "") or event.id
