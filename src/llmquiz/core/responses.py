"""Responses: the closed union of ways to answer an item. Each has a grader, a widget and a plain prompt."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Option:
    """One option as it is shown, and why it is right or wrong."""

    id: str
    """The same in every language: an entity, a value, a misconception."""
    text: str
    right: bool
    because: str = ""


@dataclass(frozen=True, slots=True)
class One:
    """Exactly one of the options is right."""

    options: tuple[Option, ...]
    name = "one"


@dataclass(frozen=True, slots=True)
class Many:
    """Each of the options is right or wrong by itself."""

    options: tuple[Option, ...]
    name = "many"


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A typed answer. `answer` is shown; `accept` holds everything else that counts, in any language."""

    answer: str
    accept: tuple[str, ...] = ()
    rivals: tuple[str, ...] = field(default=(), repr=False)
    """Names of other things: what is as near to one of them is no typo. They may be thousands, which items share;
    the answer's own names among them count for nothing."""
    name = "text"


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A typed number in `unit`. Right within `tolerance` times the value (0: exactly); of nought, within it alone."""

    value: Decimal
    answer: str
    """The value as the learner would see it."""
    unit: str = ""
    tolerance: Decimal = Decimal(0)
    also: tuple[Decimal, ...] = ()
    """What else counts, within the same tolerance."""
    name = "number"


@dataclass(frozen=True, slots=True)
class SelfRate:
    """A flashcard: the learner looks at the answer and rates the memory."""

    answer: str
    checklist: tuple[str, ...] = ()
    """What a good explanation says, to tick off; empty for a plain flashcard."""
    name = "self-rate"


@dataclass(frozen=True, slots=True)
class Order:
    """The options, shown in no order, are to be put into one. `right` is the order by option ids."""

    options: tuple[Option, ...]
    right: tuple[str, ...]
    name = "order"


@dataclass(frozen=True, slots=True)
class Match:
    """Each option on the left belongs to one on the right; a right one may be nobody's."""

    left: tuple[Option, ...]
    right: tuple[Option, ...]
    pairs: tuple[tuple[str, str], ...]
    """By ids, in the order of `left`."""
    name = "match"


@dataclass(frozen=True, slots=True)
class ListEntry:
    """Several typed answers in any order."""

    members: tuple[TextEntry, ...]
    beside: tuple[TextEntry, ...] = ()
    """What is neither right nor wrong: it counts for nothing."""
    name = "list"


Response = One | Many | TextEntry | NumberEntry | SelfRate | Order | Match | ListEntry
Choice = One | Many
