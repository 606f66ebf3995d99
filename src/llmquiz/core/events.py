"""Events: what the log is made of. Appended, never changed; their order is the order of their ids.

A review carries every input of the fold, so that replay needs no catalogue, no settings and no clock.
Times are UTC milliseconds, days are local day numbers (1970-01-01 is 0), offsets are minutes east of UTC.
"""

from dataclasses import dataclass
from typing import ClassVar

from llmquiz.core.answers import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every event has. `id` orders by hybrid logical clock, then device; the log gives it."""

    kind: ClassVar[str] = ""
    card: str = ""
    at: int
    day: int
    offset: int
    id: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught(Event):
    """The lesson of a card was shown."""

    kind: ClassVar[str] = "lesson"
    known: bool = False
    """Whether the learner skipped it with "I know this"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Event):
    """One logged answer."""

    kind: ClassVar[str] = "review"
    rating: Rating
    right: bool
    form: str
    options: int
    """How many options were shown; 0 for an open form."""
    rung: int
    planned_form: str
    """The form the next question was planned in when the interval was computed."""
    planned_options: int
    retention: float
    """The learner's desired retention, before the correction for guessing."""
    parameters: str
    """The id of the FSRS parameters: a hash of them."""
    scheduler: str
    """Name and version of the scheduler."""
    fingerprint: str = ""
    seed: int = 0
    lang: str = ""
    elapsed: int = 0
    """Milliseconds until the answer, at most 60,000."""
    guessed: bool = False
    hint: int = 0
    practice: bool = False
    """Practice is logged and never scheduled."""
    shown: str = ""
    """What was shown, as JSON; the log keeps it once per content."""
    answer: str = ""
    """What was answered, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(Event):
    """The learner's second word on a review: overruled, or "I guessed"."""

    kind: ClassVar[str] = "amend"
    target: str
    rating: Rating
    planned_form: str
    planned_options: int
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract(Event):
    """An action taken back: a review with its amendments, a suspension, a burial. Final."""

    kind: ClassVar[str] = "retract"
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspend(Event):
    """A card put aside (`on`) or taken up again."""

    kind: ClassVar[str] = "suspend"
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bury(Event):
    """A card put off until a day."""

    kind: ClassVar[str] = "bury"
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Event):
    """Something is wrong with this question, in the learner's words."""

    kind: ClassVar[str] = "flag"
    text: str
    code: str = ""
    """The replay code of the question; empty where none was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Event):
    """A note of the learner's own; the latest counts, an empty one removes it."""

    kind: ClassVar[str] = "note"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset(Event):
    """A card begins anew; its history stays in the log."""

    kind: ClassVar[str] = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters(Event):
    """The scheduling parameters behind an id, logged once each. `values` is a JSON object: weights, steps, limits."""

    kind: ClassVar[str] = "parameters"
    parameters: str
    values: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChanged(Event):
    """A fact the learner knew has a new value: the card re-enters relearning, without a lapse."""

    kind: ClassVar[str] = "fact-changed"
    old: str
    new: str
    fingerprint: str
    parameters: str = ""
    """The id of the FSRS parameters with which the memory falls; empty: the default ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed(Event):
    """The card took over from one with another key: what is remembered of `old` is remembered of this one."""

    kind: ClassVar[str] = "renamed"
    old: str


Action = Review | Suspend | Bury
"""What a learner does to a card, and can take back."""
AnyEvent = Taught | Review | Amend | Retract | Suspend | Bury | Flag | Note | Reset | Parameters | FactChanged | Renamed
EVENT_TYPES: tuple[type[AnyEvent], ...] = (
    Taught, Review, Amend, Retract, Suspend, Bury, Flag, Note, Reset, Parameters, FactChanged, Renamed,
)  # fmt: skip
