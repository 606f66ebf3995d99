"""YAML's syntax errors in a teacher's words: what stands wrong at the mark, and what to do about it.

libyaml and the pure Python loader word their errors a little differently; the fragments below are found in both.
"""

import re
from dataclasses import dataclass

import yaml

from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded
from llmquiz.files.tree import too_deep

CODE = "broken-yaml"
_ODD_SPACE = re.compile(r" *[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")
"""They look like spaces, and are none to YAML."""
_QUOTE_HINT = N_("Put the whole text in quotation marks.")


@dataclass(frozen=True, slots=True)
class _Known:
    """An error that can be explained. `{char}` is the character at the mark; `at_start` points to what was opened."""

    pattern: str
    says: str
    advises: str
    at_start: bool = False


_TAB = _Known("tab character", N_("A tab stands where only spaces may indent."), N_("Indent with spaces."))
_KNOWN = (
    _Known(
        "mapping values are not allowed",
        N_("A second `: ` cannot stand here."),
        N_("Put the whole text in quotation marks. Or mend the indent."),
    ),
    _TAB,
    _Known("cannot start any token", N_("A text cannot begin with `{char}`."), _QUOTE_HINT),
    _Known("expected alphabetic or numeric character", N_("A text cannot begin with * or &."), _QUOTE_HINT),
    _Known(
        "expected ',' or",
        N_("This bracket is never closed, or a comma is missing in it."),
        N_("Close it, and put texts that hold commas, brackets or colons in quotation marks."),
        at_start=True,
    ),
    _Known(
        "unexpected end of stream|found unexpected document indicator",
        N_("This quotation mark is never closed."),
        N_("Close it."),
        at_start=True,
    ),
    _Known(
        r"unknown escape|invalid Unicode|hexadecimal|chr\(\)",
        N_("A backslash in double quotes begins an escape that does not exist."),
        N_("Write \\\\ for a backslash, or use single quotes."),
    ),
    _Known(
        "could not find expected ':'",
        N_("This line is neither `key: value` nor the continuation of a text."),
        N_("Add the key, or indent the line under the text it belongs to."),
        at_start=True,
    ),
    _Known(
        "sequence entries are not allowed",
        N_("A list cannot begin on the key's line."),
        N_("Begin `- ` on a new line."),
    ),
    _Known("expected '-' indicator", N_("This line does not belong to the list above it."), N_("Mend its indent.")),
    _Known(
        "expected key|expected <block end>",
        N_("This does not fit what stands before it."),
        N_("Check the indent here, and the quotation marks and brackets before it."),
    ),
    _Known("node content", N_("This cannot stand within brackets."), N_("Close the bracket that is open before it.")),
    _Known("undefined tag handle", N_("Tags (`!...`) are not used here."), _QUOTE_HINT),
    _Known("YAML document|directive", N_("A `%` directive is not used here."), N_("Remove the line.")),
)
_FALLBACK = _Known("", N_("The YAML cannot be understood here."), N_("Check indents, quotation marks and brackets."))


def syntax_problem(error: yaml.YAMLError | ValueError, shown: str, lines: list[str]) -> Problem:
    """The problem behind what the YAML parser raised."""
    said = str(getattr(error, "problem", None) or error)
    known = next((known for known in _KNOWN if re.search(known.pattern, said)), _FALLBACK)
    place = _place(error, known.at_start, shown, lines)
    if "maximum nesting depth" in said:  # libyaml's own limit from PyYAML 6.0.4 on, met before the tree sees an event
        return too_deep(place)
    odd = _odd_indent(place, lines)
    if odd is not None:
        says = worded("This line is indented with spaces of another kind.")
        return Problem(odd, CODE, says, worded("Write plain spaces."))
    char = _char_at(place, lines)
    if char == "\t" and "{char}" in known.says:
        known = _TAB
    return Problem(place, CODE, worded(known.says, char=char), worded(known.advises))


def _place(error: Exception, at_start: bool, shown: str, lines: list[str]) -> Place:
    """The mark's place; a mark behind the last line is drawn back to the end of the file."""
    mark = getattr(error, "problem_mark", None)
    if at_start:
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Place(shown, 1, 1)
    if mark.line >= len(lines):
        return Place(shown, len(lines), len(lines[-1]) + 1)
    return Place(shown, mark.line + 1, mark.column + 1)


def _odd_indent(place: Place, lines: list[str]) -> Place | None:
    """Non-breaking or full-width spaces before the first word of the line, or of the line above."""
    for number in (place.line - 1, place.line):
        found = _ODD_SPACE.match(lines[number - 1]) if number > 0 else None
        if found:
            return Place(place.path, number, found.end())
    return None


def _char_at(place: Place, lines: list[str]) -> str:
    return lines[place.line - 1][place.column - 1 : place.column]
