"""What each setting may be: its kind, its bounds, and the comment that explains it in the written file.

A kind turns a TOML value into the setting's value, or refuses it with a sentence and a hint.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from llmquiz.core.cards import Tier
from llmquiz.files.slugs import SLUG_HINT, is_slug

_DAY = 24 * 60
_NAME = re.compile(r"[A-Za-z0-9_-]{0,50}")


class RefusedError(Exception):
    """A value that cannot be used."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Kind:
    """How a setting is read, and what is written above it."""

    read: Callable[[object], object]
    comment: str


def _whole(low: int, high: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise _wrong_type("a whole number", str(low))
        if not low <= value <= high:
            raise RefusedError("out-of-range", f"{value} is not from {low} to {high}.", "Choose a number between them.")
        return value

    return read


def _share(low: float, high: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise _wrong_type("a number", f"{high}")
        if not low <= value <= high:
            hint = f"Write a share of one, such as {(low + high) / 2:.2f}."
            raise RefusedError("out-of-range", f"{value} is not from {low} to {high}.", hint)
        return float(value)

    return read


def _list_of(
    read_one: Callable[[object], object], example: str, least: int = 1
) -> Callable[[object], tuple[object, ...]]:
    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise _wrong_type("a list", example)
        if len(value) < least:
            raise RefusedError("too-few", "The list is empty.", f"Write for example {example}.")
        return tuple(dict.fromkeys(read_one(one) for one in value))

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong_type("true or false", "true")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong_type("a name in quotation marks", '""')
    if not _NAME.fullmatch(value):
        raise RefusedError("bad-value", "This is no name.", "Use letters, digits, - and _.")
    return value


def _slug(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong_type("a name in quotation marks", '"openai"')
    if not is_slug(value):
        raise RefusedError("not-a-slug", "This is no id.", SLUG_HINT)
    return value


def _tier(value: object) -> str:
    if value not in list(Tier):
        known = ", ".join(Tier)
        raise RefusedError("not-one-of", f"A tier is one of {known}.", f"Choose among {known}.")
    return str(value)


def _wrong_type(needed: str, example: str) -> RefusedError:
    return RefusedError("wrong-type", f"This must be {needed}.", f"Write for example {example}.")


KINDS: dict[str, Kind] = {
    "new_per_day": Kind(_whole(0, 9999), "New cards a day."),
    "reviews_per_day": Kind(_whole(0, 9999), "Reviews a day, at most."),
    "retention": Kind(_share(0.80, 0.95), "The share of answers you want to know when asked: 0.80 to 0.95."),
    "maximum_interval": Kind(_whole(1, 3650), "No card is put off for longer than this many days: these facts age."),
    "rollover": Kind(_whole(0, 23), "The hour at which a new day begins."),
    "learning_steps": Kind(_list_of(_whole(1, _DAY), "[1, 10]"), "Minutes between the first answers to a new card."),
    "relearning_steps": Kind(_list_of(_whole(1, _DAY), "[10]"), "Minutes until a forgotten card is asked again."),
    "learn_ahead": Kind(_whole(0, _DAY), "Cards due within this many minutes are asked when nothing else is left."),
    "leech": Kind(_whole(1, 99), "A card forgotten this often is a leech."),
    "tiers": Kind(_list_of(_tier, '["core"]'), "What is asked: core, detail, archive."),
    "lessons_at_a_time": Kind(_whole(1, 20), "Lessons in a row before their questions come."),
    "lang": Kind(_name, 'The language, "en" or "zh"; empty: as the system.'),
    "theme": Kind(_name, "The name of a theme; empty: the program's own."),
    "hide_options": Kind(_flag, "Whether options are hidden until you press Space."),
    "topics_off": Kind(_list_of(_slug, '["openai"]', least=0), "Topics that are not asked, unless one is named."),
}
"""Every setting, in the order in which they are written."""
