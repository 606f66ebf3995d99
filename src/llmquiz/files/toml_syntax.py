"""TOML's syntax errors in a teacher's words: what stands wrong where, and what to do about it.

Python's parser says little of what it met; the fragments below are all that it can say.
"""

import re
from dataclasses import dataclass

from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded

CODE = "broken-toml"
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class _Known:
    """An error that can be explained. `at_key`: the place is that of the line's key, not where reading stopped."""

    pattern: str
    says: str
    advises: str
    at_key: bool = False


_PAIR = N_("Write `name = value`.")
_KNOWN = (
    _Known("Cannot overwrite|Cannot declare|Cannot mutate|Duplicate", N_("This is set twice."), N_("Remove one."),
           at_key=True),
    _Known("of an? (table|array) declaration", N_("The bracket around this heading is not closed."),
           N_("Write `[keys]`, in a line of its own.")),
    _Known("at end of document", N_("The file ends within a value."), N_("Close the bracket or the quotation mark.")),
    _Known("Expected '='", N_("A `=` is missing behind the name."), _PAIR),
    _Known("after a statement", N_("More than one value stands here."),
           N_("Write [1, 10], and texts in quotation marks.")),
    _Known("Invalid value", N_("This is no value."), N_("Write a number, true or false, [a list], or a \"text\".")),
    _Known("Invalid statement", N_("This is no name of a setting."), _PAIR),
    _Known("Unclosed", N_("A bracket is not closed."), N_("Write [1, 10], with a comma between values.")),
    _Known("Unescaped|Expected|Illegal", N_("This text is not written as it must be."),
           N_("Close the quotation mark; a backslash is written twice.")),
    _Known("recursion", N_("Brackets stand in brackets too many times."), N_("Write a list as [1, 10].")),
)  # fmt: skip
_FALLBACK = _Known("", N_("This is not TOML."), _PAIR)


def toml_problem(error: Exception, shown: str, text: str) -> Problem:
    """The problem behind what the TOML parser raised."""
    said = str(error)
    known = next((known for known in _KNOWN if re.search(known.pattern, said)), _FALLBACK)
    says = worded("{says} Until then all settings are at their defaults.", says=worded(known.says))
    return Problem(_place(said, known, shown, text.split("\n")), CODE, says, worded(known.advises))


def _place(said: str, known: _Known, shown: str, lines: list[str]) -> Place:
    """Where reading stopped; at the end of the file that is behind the last thing that stands there."""
    found = _POSITION.search(said)
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    line = min(int(found[1]), last) if found else last
    written = lines[line - 1]
    if known.at_key:
        return Place(shown, line, len(written) - len(written.lstrip()) + 1)
    return Place(shown, line, int(found[2]) if found else len(written.rstrip()) + 1)
