"""The history of one card, from the log alone: each answer with what it led to, and what else befell the card."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from llmquiz.core.answers import Rating
from llmquiz.core.events import AnyEvent, Bury, FactChanged, Flag, Note, Parameters, Renamed, Review, Suspend
from llmquiz.core.states import CardState
from llmquiz.scheduling.fold import apply, effective, renamed
from llmquiz.scheduling.parameters import Known
from llmquiz.trainer.clock import Moment
from llmquiz.trainer.records import given
from llmquiz.trainer.reviewing import due
from llmquiz.trainer.views import Due


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that stands."""

    day: int
    form: str
    rating: Rating
    right: bool
    """Whether it counts as right: after an overruling, as the learner said."""
    guessed: bool
    practice: bool
    given: str | None
    """What was answered; empty for "don't know", None where the learner only rated the memory."""
    due: Due | None
    """When the card was to come next; None for practice."""


@dataclass(frozen=True, slots=True)
class Occurred:
    """Something that was no answer. `kind` is that of the event; `text`: a note, a flag, a value."""

    day: int
    kind: str
    text: str = ""
    on: bool = True
    """Whether a suspension began, not ended."""


History = tuple[Answered | Occurred, ...]


def history(card: str, events: Iterable[AnyEvent], known: Known) -> History:
    """What the events of a card, and of those it took over from, tell; oldest first. They must come with content."""
    return tuple(_told(card, sorted(events, key=lambda event: event.id), known))


def _told(card: str, events: list[AnyEvent], known: Known) -> Iterator[Answered | Occurred]:
    state = CardState(events[0].card if events else card)
    for event in effective(events):
        state = renamed(state, event) if isinstance(event, Renamed) else apply(state, event, known)
        if isinstance(event, Review):
            yield _answered(event, state)
        elif not isinstance(event, Parameters):
            yield _occurred(event)


def _answered(review: Review, after: CardState) -> Answered:
    moment = Moment(review.at, review.day, review.offset)
    return Answered(
        day=review.day,
        form=review.form,
        rating=review.rating,
        right=review.rating > Rating.AGAIN,
        guessed=review.guessed,
        practice=review.practice,
        given=given(review.answer),
        due=None if review.practice else due(after, moment),
    )


def _occurred(event: AnyEvent) -> Occurred:
    match event:
        case Note(text=text) | Flag(text=text):
            return Occurred(event.day, event.kind, text)
        case FactChanged(new=new):
            return Occurred(event.day, event.kind, new)
        case Suspend(on=on):
            return Occurred(event.day, event.kind, on=on)
        case Bury():
            return Occurred(event.day, event.kind)
    return Occurred(event.day, event.kind)
