"""The fold: a card's events in the order of the log, one state out. Pure; reads no catalogue, no settings and no clock.

`apply` takes one event that stands as it is. Amendments and retractions reach back, so they are resolved first, by
`effective`; `replay` and `refold` do both. A card's days only go forward.
"""

from collections.abc import Iterable
from dataclasses import replace

from llmquiz.core.answers import Rating
from llmquiz.core.events import (
    Action,
    Amend,
    AnyEvent,
    Bury,
    FactChanged,
    Renamed,
    Reset,
    Retract,
    Review,
    Suspend,
    Taught,
)
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.fuzz import fuzzed
from llmquiz.scheduling.memory import Remembered, remember
from llmquiz.scheduling.parameters import (
    DEFAULT_KNOWN,
    DEFAULT_PARAMETERS,
    Known,
    ParameterSet,
    known_parameters,
)
from llmquiz.scheduling.steps import advance, steps_of
from llmquiz.scheduling.target import target


def apply(state: CardState, event: AnyEvent, known: Known = DEFAULT_KNOWN) -> CardState:
    """The state after one event of its card. Amend and Retract change nothing here: they need the whole history."""
    match event:
        case Review():
            return state if event.practice else _reviewed(state, event, known)
        case Taught():
            return replace(state, introduced=True)
        case Suspend():
            return replace(state, suspended=event.on)
        case Bury():
            return replace(state, buried_until=event.until)
        case Reset():
            return CardState(state.card)
        case FactChanged():
            return _changed(state, event, known)
        case _:
            return state


def effective(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The events as they stand: without retracted actions, amendments and retractions; reviews as last amended."""
    events = tuple(events)
    retracted = {event.target for event in events if isinstance(event, Retract)}
    amended = {event.target: event for event in events if isinstance(event, Amend)}
    standing: list[AnyEvent] = []
    for event in events:
        if isinstance(event, Action) and event.id in retracted:
            continue
        if isinstance(event, Review):
            standing.append(_as_amended(event, amended.get(event.id)))
        elif not isinstance(event, Amend | Retract):
            standing.append(event)
    return standing


def replay(events: Iterable[AnyEvent], known: Known | None = None) -> dict[str, CardState]:
    """The states of all cards, from the whole log in its order. `known`: parameters that are not among the events."""
    events = tuple(events)
    known = known_parameters(events) if known is None else known
    states: dict[str, CardState] = {}
    for event in effective(events):
        if isinstance(event, Renamed):
            states.setdefault(event.card, renamed(states.get(event.old), event))
        elif event.card:
            states[event.card] = apply(states.get(event.card) or CardState(event.card), event, known)
    return states


def refold(card: str, events: Iterable[AnyEvent], known: Known = DEFAULT_KNOWN) -> CardState:
    """The state of one card from all events of that card (and of those it took over from), in the log's order."""
    return replay(events, known).get(card) or CardState(card)


def renamed(state: CardState | None, event: Renamed) -> CardState:
    """What the card that took over remembers; the old card's state stays as it is."""
    return CardState(event.card) if state is None else replace(state, card=event.card)


def _as_amended(review: Review, amendment: Amend | None) -> Review:
    if amendment is None:
        return review
    return replace(
        review,
        rating=amendment.rating,
        guessed=amendment.guessed,
        planned_form=amendment.planned_form,
        planned_options=amendment.planned_options,
    )


def _reviewed(state: CardState, review: Review, known: Known) -> CardState:
    parameters = known.get(review.parameters, DEFAULT_PARAMETERS)
    day = _forward(state, review.day)
    aim = target(review.retention, review.planned_options)
    memory = remember(state, review.rating, day, parameters, aim)
    answered = _answered(state, review, day, memory)
    phase, step = advance(state.phase, state.step, review.rating, parameters)
    if phase == Phase.REVIEW:
        return _in_review(answered, memory.interval, parameters)
    seconds = steps_of(state.phase, parameters)[step]
    return replace(answered, phase=phase, step=step, due_day=day, due_at=review.at + 1000 * seconds)


def _answered(state: CardState, review: Review, day: int, memory: Remembered) -> CardState:
    """What every answer changes, whatever comes next."""
    failed = review.rating == Rating.AGAIN
    return replace(
        state,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_day=day,
        last_at=review.at,
        repetitions=state.repetitions + 1,
        right=state.right + (not failed),
        lapses=state.lapses + (failed and state.phase == Phase.REVIEW and not review.guessed),
        rung=review.rung,
        failed=failed,
        fingerprint=review.fingerprint or state.fingerprint,
        recent_forms=(*(form for form in state.recent_forms if form != review.form), review.form),
    )


def _in_review(state: CardState, interval: int, parameters: ParameterSet) -> CardState:
    days = fuzzed(interval, parameters.maximum_for(state.card), state.card, state.repetitions)
    return replace(state, phase=Phase.REVIEW, step=0, due_day=(state.last_day or 0) + days, due_at=None)


def _changed(state: CardState, event: FactChanged, known: Known) -> CardState:
    """The new value is not known yet: the memory falls as after an Again, but nobody failed. A new card stays new."""
    if state.phase == Phase.NEW:
        return state
    day = _forward(state, event.day)
    memory = remember(state, Rating.AGAIN, day, known.get(event.parameters, DEFAULT_PARAMETERS))
    return replace(
        state,
        phase=Phase.RELEARNING,
        step=0,
        stability=memory.stability,
        difficulty=state.difficulty,
        due_day=day,
        due_at=event.at,
        last_day=day,
        fingerprint=event.fingerprint,
    )


def _forward(state: CardState, day: int) -> int:
    return day if state.last_day is None else max(day, state.last_day)
