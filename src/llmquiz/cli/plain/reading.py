"""From a line that was typed to what is meant by it. Pure; full-width digits, colons and commas count.

Options are named by their numbers, or by their text; a number always means an option's place.
"""

import re
import unicodedata
from dataclasses import dataclass

from llmquiz.core.answers import Answer, Chosen, Rated, Rating, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, NumberEntry, One, Option, SelfRate, TextEntry
from llmquiz.core.text import plain
from llmquiz.study.grading import understand

_BETWEEN = re.compile(r"[\s,;、+&]+")


@dataclass(frozen=True, slots=True)
class Command:
    """A line that begins with a colon: one letter, and what follows it."""

    letter: str
    argument: str = ""


def command_in(line: str) -> Command | None:
    """The command a line is; None for an answer."""
    text = unicodedata.normalize("NFKC", line).strip()
    return Command(text[1:2].casefold(), text[2:].strip().casefold()) if text.startswith(":") else None


def answer_in(line: str, item: Item) -> Answer | None:
    """The answer a line is; None when it cannot be one."""
    match item.response:
        case One(options):
            chosen = _chosen(line, options)
            return Chosen(chosen) if len(chosen) == 1 else None
        case Many(options):
            chosen = _chosen(line, options)
            return Chosen(chosen) if chosen else None
        case TextEntry():
            return Typed(line)
        case NumberEntry() as entry:
            return Typed(line) if understand(entry, line) else None
        case SelfRate():
            rating = rating_in(line)
            return Rated(rating) if rating is not None else None


def rating_in(text: str) -> Rating | None:
    """One of the four ratings, by its number."""
    number = unicodedata.normalize("NFKC", text).strip()
    return Rating(int(number)) if number in ("1", "2", "3", "4") else None


def _chosen(line: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The ids of the options a line names, in their order; none when one of its parts names no option."""
    parts = [part for part in _BETWEEN.split(unicodedata.normalize("NFKC", line).strip()) if part]
    numbers = {str(number): option for number, option in enumerate(options, 1)}
    if parts and all(part in numbers for part in parts):
        return tuple(option.id for number, option in numbers.items() if number in parts)
    return tuple(option.id for option in options if plain(option.text) == plain(line))[:1]
