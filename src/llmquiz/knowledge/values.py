"""Values of facts: what an attribute of each kind can hold, and how it is written in a catalogue file.

Quantities, money and ranks are Decimals in the attribute's unit; dates keep the precision they were written in.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from llmquiz.core.numbers import parse_number
from llmquiz.core.text import Text


class Kind(StrEnum):
    """The kinds of attribute: all that the generator knows about them."""

    QUANTITY = "quantity"
    MONEY = "money"
    DATE = "date"
    CATEGORY = "category"
    SET = "set"
    BOOLEAN = "boolean"
    TEXT = "text"
    RANK = "rank"


NUMERIC = frozenset({Kind.QUANTITY, Kind.MONEY, Kind.RANK})


class Precision(StrEnum):
    """How exactly a date is known, or asked."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


_LENGTH = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}
_DATE = re.compile(r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A year, a month or a day, as (year[, month[, day]])."""

    parts: tuple[int, ...]

    @property
    def precision(self) -> Precision:
        """The precision it is known in."""
        return next(precision for precision, length in _LENGTH.items() if length == len(self.parts))

    def at(self, precision: Precision) -> "When | None":
        """The same date no more exactly than `precision`; None when it is not known that exactly."""
        length = _LENGTH[precision]
        return When(self.parts[:length]) if len(self.parts) >= length else None

    def __str__(self) -> str:
        return "-".join(f"{part:02d}" for part in self.parts)


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a set, by id; `complete` says that everything else is outside."""

    ids: tuple[str, ...]
    complete: bool = False


Value = Decimal | When | str | Members | bool | Text
"""By kind: number, date, category (an id), set, boolean, text."""


def parse_date(text: str) -> When | None:
    """A date written `2023`, `2023-03` or `2023-03-14`; None for anything else."""
    match = _DATE.fullmatch(text.strip())
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    if not parts or (len(parts) > 2 and parts[2] > monthrange(parts[0], parts[1])[1]):
        return None
    return When(parts)


def parse_value(kind: Kind, raw: object, complete: bool = False) -> Value | None:
    """The value a catalogue file writes as `raw`; None when it is not of that kind."""
    if kind is Kind.SET:
        return Members(tuple(str(item) for item in raw), complete) if isinstance(raw, list) else None
    if kind is Kind.BOOLEAN:
        return raw if isinstance(raw, bool) else None
    if kind is Kind.TEXT:
        return Text.of(raw) if isinstance(raw, str | dict) else None
    if not isinstance(raw, str):
        return None
    return _parse_scalar(kind, raw)


def parse_one(kind: Kind, raw: object) -> Value | None:
    """One value as it is written in a list of them: of a set, one of its members."""
    return parse_value(Kind.CATEGORY if kind is Kind.SET else kind, raw)


def _parse_scalar(kind: Kind, raw: str) -> Value | None:
    if kind is Kind.DATE:
        return parse_date(raw)
    return parse_number(raw) if kind in NUMERIC else raw


def ids_of(value: Value) -> Iterable[str]:
    """The ids a value refers to: a category's, or those of a set's members."""
    if isinstance(value, Members):
        return value.ids
    return (value,) if isinstance(value, str) else ()
