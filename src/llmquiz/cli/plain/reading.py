"""From a line that was typed to what is meant by it. Pure; full-width digits, colons and commas count.

Options are named by their numbers, or by their text; a number always means an option's place. What they are matched
with has letters.
"""

import re
import unicodedata
from dataclasses import dataclass

from llmquiz.core.answers import Answer, Chosen, Listed, Matched, Ordered, Rated, Rating, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Option, Order, SelfRate, TextEntry
from llmquiz.core.text import plain
from llmquiz.study.grading import understand

_BETWEEN = re.compile(r"[\s,;、+&]+")
_BETWEEN_TEXTS = re.compile(r"[,;，；、]")
_PAIR = re.compile(r"(\d)[-=:]?([a-z])")
_WORDS = {"hint": "?"}
"""Commands that may be written out."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What the right side of a match is named by."""


@dataclass(frozen=True, slots=True)
class Command:
    """A line that begins with a colon: one letter, and what follows it, as it was written."""

    letter: str
    argument: str = ""


def command_in(line: str) -> Command | None:
    """The command a line is; None for an answer."""
    text = line.strip()
    if not _narrow(text).startswith(":"):
        return None
    if _narrow(text[1:]).casefold() in _WORDS:
        return Command(_WORDS[_narrow(text[1:]).casefold()])
    return Command(_narrow(text[1:2]).casefold(), text[2:].strip())


def answer_in(line: str, item: Item) -> Answer | None:
    """The answer a line is; None when it cannot be one."""
    match item.response:
        case One(options):
            chosen = _chosen(line, options)
            return Chosen(chosen) if len(chosen) == 1 else None
        case Many(options):
            chosen = _chosen(line, options)
            return Chosen(chosen) if chosen else None
        case Order(options):
            return _ordered(line, options)
        case Match() as match:
            return _matched(line, match)
        case ListEntry():
            texts = tuple(text.strip() for text in _BETWEEN_TEXTS.split(line) if text.strip())
            return Listed(texts) if texts else None
        case TextEntry():
            return Typed(line)
        case NumberEntry() as entry:
            return Typed(line) if understand(entry, line, item.stem) else None
        case SelfRate():
            rating = rating_in(line)
            return Rated(rating) if rating is not None else None


def rating_in(text: str) -> Rating | None:
    """One of the four ratings, by its number."""
    number = _narrow(text).strip()
    return Rating(int(number)) if number in ("1", "2", "3", "4") else None


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _chosen(line: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The ids of the options a line names, in their order; none when one of its parts names no option."""
    parts = _parts(line)
    numbers = {str(number): option for number, option in enumerate(options, 1)}
    if parts and all(part in numbers for part in parts):
        return tuple(option.id for number, option in numbers.items() if number in parts)
    return tuple(option.id for option in options if plain(option.text) == plain(line))[:1]


def _ordered(line: str, options: tuple[Option, ...]) -> Ordered | None:
    """The options in the order of their numbers; spaces may be left out."""
    numbers = {str(number): option.id for number, option in enumerate(options, 1)}
    order = "".join(_parts(line))
    return Ordered(tuple(numbers[number] for number in order)) if sorted(order) == sorted(numbers) else None


def _matched(line: str, match: Match) -> Matched | None:
    """Pairs such as 1b, or the letters alone in the order of the numbers."""
    parts = [part.casefold() for part in _parts(line)]
    if len(parts) == len(match.left) and all(part in LETTERS for part in parts):
        parts = [f"{number}{letter}" for number, letter in enumerate(parts, 1)]
    left = {str(number): option.id for number, option in enumerate(match.left, 1)}
    right = {letter: option.id for letter, option in zip(LETTERS, match.right, strict=False)}
    found = [pair.groups() for part in parts if (pair := _PAIR.fullmatch(part))]
    known = all(number in left and letter in right for number, letter in found)
    once = len({number for number, _ in found}) == len(found) == len(parts)
    return (
        Matched(tuple((left[number], right[letter]) for number, letter in found)) if found and known and once else None
    )


def _parts(line: str) -> list[str]:
    return [part for part in _BETWEEN.split(_narrow(line).strip()) if part]
