"""Hints: what is told of an answer before it is given. Gentle ones narrow the field, strong ones show part of it.

Here they are values, for each face to put into words; `gentle` and `strong` make those that follow from a response
alone. Whoever knows what is asked about makes better gentle ones (`generate.hinting`).
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from llmquiz.core.answers import Hint
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.numbers import plain_decimal
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Option, Order, SelfRate, TextEntry

_MOST_TAKEN = 2


@dataclass(frozen=True, slots=True)
class OnlyStrong:
    """There is no gentle hint: the next one will cost more than this would have."""

    level: ClassVar[Hint] = Hint.NONE


@dataclass(frozen=True, slots=True)
class About:
    """Something else that is known of the answer."""

    level: ClassVar[Hint] = Hint.CATEGORY
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Years:
    """It was in one of these years."""

    level: ClassVar[Hint] = Hint.CATEGORY
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Between:
    """It is at least `low` and less than `high`."""

    level: ClassVar[Hint] = Hint.CATEGORY
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A concept that belongs to the one that is asked for; `before`: it has to be understood first."""

    level: ClassVar[Hint] = Hint.CATEGORY
    term: str
    before: bool


@dataclass(frozen=True, slots=True)
class Reminder:
    """What the concept is that something is asked about."""

    level: ClassVar[Hint] = Hint.CATEGORY
    term: str
    definition: str


@dataclass(frozen=True, slots=True)
class HowMany:
    """So many of the options are right."""

    level: ClassVar[Hint] = Hint.CATEGORY
    count: int


@dataclass(frozen=True, slots=True)
class Length:
    """The answer has so many words, and so many characters without spaces."""

    level: ClassVar[Hint] = Hint.CATEGORY
    words: int
    characters: int


@dataclass(frozen=True, slots=True)
class Without:
    """These options, by their ids, are wrong."""

    level: ClassVar[Hint] = Hint.REVEALING
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beginnings:
    """How the answer, or each of several, begins, and how many characters without spaces it has."""

    level: ClassVar[Hint] = Hint.REVEALING
    starts: tuple[str, ...]
    characters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Digits:
    """Written out, the number has so many digits before its point, and begins with `start` where that is told."""

    level: ClassVar[Hint] = Hint.REVEALING
    count: int
    start: str = ""


@dataclass(frozen=True, slots=True)
class First:
    """This one comes first."""

    level: ClassVar[Hint] = Hint.REVEALING
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """These two belong together."""

    level: ClassVar[Hint] = Hint.REVEALING
    left: str
    right: str


Clue = (
    OnlyStrong
    | About
    | Years
    | Between
    | Neighbour
    | Reminder
    | HowMany
    | Length
    | Without
    | Beginnings
    | Digits
    | First
    | Pair
)
"""What one hint says."""


def stages(item: Item, known: Clue | None) -> tuple[Clue, ...]:
    """The hints of an item, one after the other. `known`: a gentle one, from who knows what is asked about."""
    if isinstance(item.response, SelfRate):  # who rates the memory has seen the answer
        return ()
    first, last = known or gentle(item), strong(item)
    if last is None:
        return (first,) if first is not None else ()
    return (first or OnlyStrong(), last)


def gentle(item: Item) -> Clue | None:
    """What narrows the field, from the response alone."""
    match item.response:
        case Many(options):
            return HowMany(sum(option.right for option in options))
        case TextEntry(answer):
            return Length(len(answer.split()), _characters(answer))
    return None


def strong(item: Item) -> Clue | None:
    """What shows a part of the answer and never all of it; None where every part would be all."""
    match item.response:
        case One(options) | Many(options):
            return _without(item, options)
        case TextEntry(answer):
            return Beginnings((answer[0],), (_characters(answer),)) if len(answer) > 1 else None
        case ListEntry(members):
            texts = [member.answer for member in members]
            return Beginnings(tuple(text[0] for text in texts), tuple(map(_characters, texts)))
        case NumberEntry(value):
            return _digits(value)
        case Order(options, right):
            return First(next(option.text for option in options if option.id == right[0]))
        case Match(left, right_side, pairs):
            one, other = by_rank(pairs, str, "hint", item.card, item.seed)[0]
            texts_by_id = {option.id: option.text for option in (*left, *right_side)}
            return Pair(texts_by_id[one], texts_by_id[other])
    return None


def _without(item: Item, options: tuple[Option, ...]) -> Without | None:
    """One or two wrong options; a wrong one is left, or there would be nothing to answer."""
    wrong = [option.id for option in options if not option.right]
    taken = by_rank(wrong, str, "hint", item.card, item.form, item.seed)[: min(_MOST_TAKEN, len(wrong) - 1)]
    return Without(tuple(taken)) if taken else None


def _digits(value: Decimal) -> Digits:
    whole, _, rest = plain_decimal(abs(value)).partition(".")
    return Digits(len(whole), whole[0] if len(whole + rest) > 1 else "")


def _characters(text: str) -> int:
    return len("".join(text.split()))
