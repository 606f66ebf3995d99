"""Hints in words, and what taking one means for the rating. Pure; the app and the plain session say the same."""

from collections.abc import Sequence

from llmquiz.core.answers import Hint
from llmquiz.core.hints import (
    About,
    Beginnings,
    Between,
    Clue,
    Digits,
    First,
    HowMany,
    Length,
    Neighbour,
    OnlyStrong,
    Pair,
    Reminder,
    Without,
    Years,
)
from llmquiz.tui import wording
from llmquiz.tui.speech import _, ngettext


def hint_text(clue: Clue) -> str:
    """What a hint says."""
    match clue:
        case About(attribute, value):
            return _("Of the answer is known: {fact}.").format(fact=wording.labelled(attribute, value))
        case Years(first, last):
            return _years(first, last)
        case Between(low, high):
            return _("It is at least {low} and less than {high}.").format(low=low, high=high)
        case Neighbour(term, before):
            said = _("Before it one has to understand “{term}”.") if before else _("It is related to “{term}”.")
            return said.format(term=term)
        case Reminder(term, definition):
            return wording.labelled(term, definition)
        case HowMany(count):
            return ngettext("{n} of them is right.", "{n} of them are right.", count)
        case Length(words, characters):
            return _length(words, characters)
        case OnlyStrong():
            return _("There is no gentle hint here; the next one is a strong one.")
    return _strong(clue)


def cost(clue: Clue) -> str:
    """What a right answer counts as after a hint."""
    costs = {
        Hint.CATEGORY: _("A right answer counts as Hard now."),
        Hint.REVEALING: _("A right answer counts as Again now."),
    }
    return costs.get(clue.level, "")


def hint_lines(clues: Sequence[Clue]) -> list[str]:
    """The hints that still say something; the cost of the last one behind it."""
    kept = [clue for at, clue in enumerate(clues) if not isinstance(clue, OnlyStrong) or at == len(clues) - 1]
    said = [hint_text(clue) for clue in kept]
    return [*said[:-1], wording.sentences(said[-1], cost(kept[-1]))] if said else []


def none_left(clues: Sequence[Clue]) -> str:
    """Why no hint came."""
    return _("There is no other hint.") if clues else _("There is no hint for this question.")


def _strong(clue: Clue) -> str:
    match clue:
        case Without(options):
            return ngettext("{n} wrong option is gone.", "{n} wrong options are gone.", len(options))
        case Beginnings(starts, characters):
            each = (_("{start}… ({n})").format(start=start, n=n) for start, n in zip(starts, characters, strict=True))
            return _("It begins so, with so many characters: {beginnings}.").format(beginnings=wording.listed(each))
        case Digits(count, start):
            return _digits(count, start)
        case First(text):
            return _("First comes “{text}”.").format(text=text)
        case Pair(left, right):
            return _("“{left}” and “{right}” belong together.").format(left=left, right=right)
    return ""


def _years(first: int, last: int) -> str:
    if first == last:
        return _("It was in {year}.").format(year=first)
    return _("It was between {first} and {last}.").format(first=first, last=last)


def _length(words: int, characters: int) -> str:
    if words > 1:
        return ngettext("The answer has {n} word.", "The answer has {n} words.", words)
    return ngettext("The answer has {n} character.", "The answer has {n} characters.", characters)


def _digits(count: int, start: str) -> str:
    said = ngettext("Written out it has {n} digit before the point.", "Written out it has {n} digits before the point.",
                    count)  # fmt: skip
    return wording.sentences(said, _("It begins with {start}.").format(start=start) if start else "")
