"""Problems as people read them: ruff's way with the source line and a caret, or one short line for editors.

Everything shown was cleaned (law 5); carets are aligned in terminal columns, where a Chinese character counts two.
"""

from collections.abc import Sequence
from pathlib import Path

from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.text import width
from llmquiz.core.wordings import Translate
from llmquiz.files.cleaning import clean, visible
from llmquiz.files.loading import load

_WIDEST = 110
"""Terminal columns of source that are shown; longer lines are cut around the place."""
_BEFORE = 60
"""Columns of it kept before the place."""
_TAB = "    "
_HELP = N_("help")
_SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning")}


def short(problem: Problem, translate: Translate = str) -> str:
    """`path:line:column: code: message`, and the hint on a line of its own."""
    place, hint = problem.place, problem.advises.told(translate)
    where = f"{place.path}:{place.line}:{place.column}: {problem.code}"
    first = _one_line(f"{where}: {problem.says.told(translate)}")
    return f"{first}\n    {translate(_HELP)}: {_one_line(hint)}" if hint else first


def render(problem: Problem, source: Sequence[str] = (), translate: Translate = str) -> str:
    """The problem with the line it is about; `source` holds the file's lines."""
    says, hint = problem.says.told(translate), problem.advises.told(translate)
    lines = [
        f"{translate(_SEVERITIES[problem.severity])}[{problem.code}]: {_one_line(says)}",
        f" --> {_where(problem.place)}",
    ]
    if 0 < problem.place.line <= len(source):
        lines += _excerpt(problem.place, source[problem.place.line - 1])
    if hint:
        lines.append(f"  = {translate(_HELP)}: {_one_line(hint)}")
    return "\n".join(lines)


def source_lines(path: Path) -> tuple[str, ...]:
    """The lines of a file for `render`; none when it cannot be read."""
    loaded = load(path, str(path))
    return () if isinstance(loaded, Problem) else tuple(loaded.text.split("\n"))


def _where(place: Place) -> str:
    path = visible(place.path)
    return f"{path}:{place.line}:{place.column}" if place.line else path


def _excerpt(place: Place, line: str) -> list[str]:
    """The source line under a rule, its number before it, a caret under the place."""
    at = max(place.column - 1, 0)
    before, after = _shown(line[:at]), _shown(line[at:])
    if width(before + after) > _WIDEST:
        before = _cut(before[::-1], _BEFORE)[::-1]
    after = _cut(after, _WIDEST - width(before))
    number = str(place.line)
    margin = " " * len(number)
    return [
        f"{margin} |",
        f"{number} | {before}{after}".rstrip(),
        f"{margin} | {' ' * width(before)}^",
    ]


def _shown(text: str) -> str:
    return clean(text).replace("\t", _TAB)


def _cut(text: str, columns: int) -> str:
    """`text` within so many columns, an ellipsis for the rest."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for char in text:
        used += width(char)
        if used > columns:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())
