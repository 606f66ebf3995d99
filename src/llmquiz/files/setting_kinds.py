"""What each setting may be: its kind, its bounds, and the comment that explains it in the written file.

A kind turns a TOML value into the setting's value, or refuses it with a sentence and a hint.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from llmquiz.core.cards import Tier
from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import Filling, Wording, worded
from llmquiz.files.nearness import SLUG_HINT
from llmquiz.files.slugs import is_slug

_DAY = 24 * 60
_NAME = re.compile(r"[A-Za-z0-9_-]{0,50}")
_QUOTED = worded("This must be a name in quotation marks.")


class RefusedError(Exception):
    """A value that cannot be used: what is wrong with it, and what to do."""

    def __init__(self, code: str, says: Wording, advises: Wording) -> None:
        super().__init__(str(says))
        self.code, self.says, self.advises = code, says, advises

    def of(self, text: str) -> "RefusedError":
        """The same of a single value as it was typed: `200%`, which is not what was read from it."""
        fields = ((name, text if name == "value" else it) for name, it in self.says.fields)
        says = Wording(self.says.template, tuple(fields))
        return RefusedError(self.code, says, self.advises)

    def problem(self, place: Place) -> Problem:
        """The same as a value, about what stands at a place."""
        return Problem(place, self.code, self.says, self.advises)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a setting is read, what is written above it, what it is called, and the values that arrow keys walk along."""

    read: Callable[[object], object]
    comment: str
    name: str
    ladder: tuple[Any, ...] = ()
    """In ascending order; other values between them can be typed."""


def _example(example: Filling) -> Wording:
    return worded("Write for example {example}.", example=example)


def _outside(value: float, low: float, high: float) -> Wording:
    return worded("{value} is not from {low} to {high}.", value=value, low=low, high=high)


def _whole(low: int, high: int, usual: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise RefusedError("wrong-type", worded("This must be a whole number."), _example(usual))
        if not low <= value <= high:
            raise RefusedError("out-of-range", _outside(value, low, high), worded("Choose a number between them."))
        return value

    return read


def _share(low: float, high: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise RefusedError("wrong-type", worded("This must be a number."), _example(high))
        if not low <= value <= high:
            advises = worded("Write a share of one, such as {example:.2f}.", example=(low + high) / 2)
            raise RefusedError("out-of-range", _outside(value, low, high), advises)
        return float(value)

    return read


def _list_of(
    read_one: Callable[[object], object], example: str, least: int = 1
) -> Callable[[object], tuple[object, ...]]:
    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise RefusedError("wrong-type", worded("This must be a list."), _example(example))
        if len(value) < least:
            raise RefusedError("too-few", worded("The list is empty."), _example(example))
        return tuple(dict.fromkeys(read_one(one) for one in value))

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise RefusedError("wrong-type", worded("This must be true or false."), _example("true"))
    return value


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise RefusedError("wrong-type", _QUOTED, _example('""'))
    if not _NAME.fullmatch(value):
        raise RefusedError("bad-value", worded("This is no name."), worded("Use letters, digits, - and _."))
    return value


def _slug(value: object) -> str:
    if not isinstance(value, str):
        raise RefusedError("wrong-type", _QUOTED, _example('"openai"'))
    if not is_slug(value):
        raise RefusedError("not-a-slug", worded("This is no id."), SLUG_HINT)
    return value


def _tier(value: object) -> str:
    if value not in list(Tier):
        known = tuple(map(str, Tier))
        says, advises = worded("A tier is one of {known}.", known=known), worded("Choose among {known}.", known=known)
        raise RefusedError("not-one-of", says, advises)
    return str(value)


_STEPS = ((1, 10), (1, 10, 60), (5, 30), (10,), (10, 60), (30,))

KINDS: dict[str, Kind] = {
    "new_per_day": Kind(
        _whole(0, 9999, 10), N_("New cards a day."), N_("New cards a day"), (*range(20), *range(20, 101, 5))
    ),
    "reviews_per_day": Kind(
        _whole(0, 9999, 200),
        N_("Reviews a day, at most."),
        N_("Reviews a day"),
        (*range(0, 100, 10), *range(100, 1001, 50)),
    ),
    "retention": Kind(
        _share(0.80, 0.95),
        N_("The share of answers you want to know when asked: 0.80 to 0.95."),
        N_("Known when asked"),
        tuple(percent / 100 for percent in range(80, 96)),
    ),
    "maximum_interval": Kind(
        _whole(1, 3650, 365),
        N_("No card is put off for longer than this many days: these facts age."),
        N_("Longest interval"),
        (30, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650),
    ),
    "rollover": Kind(
        _whole(0, 23, 4), N_("The hour at which a new day begins."), N_("A day begins at"), tuple(range(24))
    ),
    "learning_steps": Kind(
        _list_of(_whole(1, _DAY, 10), "[1, 10]"),
        N_("Minutes between the first answers to a new card."),
        N_("Learning steps"),
        _STEPS,
    ),
    "relearning_steps": Kind(
        _list_of(_whole(1, _DAY, 10), "[10]"),
        N_("Minutes until a forgotten card is asked again."),
        N_("Relearning steps"),
        _STEPS,
    ),
    "learn_ahead": Kind(
        _whole(0, _DAY, 20),
        N_("Cards due within this many minutes are asked when nothing else is left."),
        N_("Learn ahead"),
        tuple(range(0, 121, 5)),
    ),
    "leech": Kind(
        _whole(1, 99, 8), N_("A card forgotten this often is a leech."), N_("Leech after"), tuple(range(1, 31))
    ),
    "tiers": Kind(
        _list_of(_tier, '["core"]'),
        N_("What is asked: core, detail, archive."),
        N_("Tiers"),
        tuple(tuple(str(tier) for tier in Tier)[:count] for count in (1, 2, 3)),
    ),
    "lessons_at_a_time": Kind(
        _whole(1, 20, 5),
        N_("Lessons in a row before their questions come."),
        N_("Lessons in a row"),
        tuple(range(1, 21)),
    ),
    "lang": Kind(_name, N_('The language, "en" or "zh"; empty: as the system.'), N_("Language")),
    "theme": Kind(_name, N_("The name of a theme; empty: the program's own."), N_("Theme")),
    "hide_options": Kind(
        _flag, N_("Whether options are hidden until you press Space."), N_("Hide options"), (False, True)
    ),
    "topics_off": Kind(
        _list_of(_slug, '["openai"]', least=0), N_("Topics that are not asked, unless one is named."), N_("Topics off")
    ),
}
"""Every setting, in the order in which they are written."""
