"""Plots with two axes, in dots: plotille's canvas places points and lines by the coordinates of the data.

Axes and labels are ours, since Chinese is counted in columns, and so are colours, since themes are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, zip_longest

from textual.content import Content

from llmquiz.core.text import width
from llmquiz.tui import wording
from llmquiz.tui.charts import AXIS, Part, axis, floor_of, placed
from llmquiz.tui.content import joined, plain, wrapped

_ACROSS, _UPWARDS = 2, 4
"""Dots of a character."""
_POINT = 2
"""Dots of a point, both ways: without colour, too, it is more than a dot of a line."""
_GAP = 2
"""From one dot of a line to the next."""
_NEAREST, _FARTHEST = 2, 4
"""Columns from one week to the next."""
_FRAME = 1
_BESIDE = "   "
"""Between a plot and what is said of it."""
_BLANK = "\u2800"

Pair = tuple[float, float]
"""A place, from left to right and upwards; or the ends of an axis."""


def weeks(
    shares: Sequence[float | None], targets: Sequence[float], labels: Iterable[tuple[int, str]], columns: int,
    *, height: int,
) -> Content:  # fmt: skip
    """A share a week as a point, over a dotted line where it was to be. None: a week without one."""
    room = max(columns - AXIS - _FRAME, 1)
    left = max(len(shares) - (room + 1) // _NEAREST, 0)
    shown, wanted = shares[left:], targets[left:]
    last = max(len(shown) - 1, 1)
    step = max(min((room - 1) // last, _FARTHEST), 1)
    floor = floor_of([*(share for share in shown if share is not None), *wanted])
    sheet = _Sheet(step * last + 1, height, (0, last), (floor, 1))
    for at, (aim, following) in enumerate(pairwise([*wanted, wanted[-1]])):
        sheet.dots((at, aim), (at + 1, following))
    for at, share in enumerate(shown):
        if share is not None:
            sheet.point((at, share))
    named = {sheet.row(wanted[-1]): wanted[-1], 0: floor, height - 1: 1.0}
    below = placed(((step * (at - left), text) for at, text in labels if at >= left), room)
    return Content("\n").join(_framed(sheet, named, below))


def square(points: Sequence[Pair], says: str, columns: int, *, height: int) -> Content:
    """Pairs of shares as points, over a dotted diagonal on which both are the same.

    `says` tells how it is read: at the right where there is room for all of it, else below.
    """
    across = 2 * height
    floor = floor_of([share for pair in points for share in pair])
    sheet = _Sheet(across, height, (floor, 1), (floor, 1))
    sheet.dots((floor, floor), (1, 1))
    for pair in points:
        sheet.point(pair)
    first, last = wording.percent(floor), wording.percent(1)
    below = placed([(0, first), (across - width(last), last)], across)
    return _explained(_framed(sheet, {0: floor, height - 1: 1.0}, below), says, columns)


def _framed(sheet: "_Sheet", named: Mapping[int, float], below: str) -> list[Content]:
    """All rows, some of them (counted from the lowest) with a share at the left, and a line of labels."""
    lines = []
    for row, parts in sheet.rows():
        value, edge = (wording.percent(named[row]), "┤") if row in named else ("", "│")
        lines.append(joined(axis(value), (edge, "$faint"), *parts))
    foot = joined(axis(), ("└" + "─" * sheet.columns, "$faint"))
    return [*lines, foot, joined(axis(), (" " * _FRAME + below, "$muted"))]


def _explained(lines: Sequence[Content], says: str, columns: int) -> Content:
    beside = wrapped(says, columns - width(lines[0].plain) - width(_BESIDE))
    if len(beside) > len(lines):
        return Content("\n").join([*lines, *(plain(line, "$muted") for line in wrapped(says, columns))])
    rows = zip_longest(lines, (plain(_BESIDE + line, "$muted") for line in beside), fillvalue=Content(""))
    return Content("\n").join(line + said for line, said in rows)


class _Sheet:
    """Two canvases alike: one has everything, the other what is coloured of it, the points."""

    def __init__(self, columns: int, rows: int, across: Pair, upwards: Pair) -> None:
        from plotille import Canvas  # here, since the way to the first screen draws nothing

        self.columns = columns
        self._left, self._bottom = across[0], upwards[0]
        # A point at the end of an axis takes its last two dots; a canvas ends after them.
        self._wide = (across[1] - across[0]) / (_ACROSS * columns - _POINT)
        self._high = (upwards[1] - upwards[0]) / (_UPWARDS * rows - _POINT)
        ends = *self._at(0, 0), *self._at(_ACROSS * columns, _UPWARDS * rows)
        self._whole, self._points = Canvas(columns, rows, *ends), Canvas(columns, rows, *ends)

    def point(self, place: Pair) -> None:
        """A square of four dots."""
        right, up = self._whole.dots_between(self._left, self._bottom, *place)
        for canvas in (self._whole, self._points):
            canvas.rect(*self._at(right, up), *self._at(right + _POINT - 1, up + _POINT - 1))

    def dots(self, start: Pair, end: Pair) -> None:
        """A dotted line."""
        dots = max(map(abs, self._whole.dots_between(*start, *end)))
        for dot in range(0, dots + 1, _GAP):
            across, upwards = (first + (last - first) * dot / dots for first, last in zip(start, end, strict=True))
            self._whole.point(across, upwards)

    def row(self, upwards: float) -> int:
        """In which row this is, counted from the lowest."""
        return self._whole.dots_between(self._left, self._bottom, self._left, upwards)[1] // _UPWARDS

    def rows(self) -> Iterator[tuple[int, list[Part]]]:
        """Each with its number, counted from the lowest, from the top: in runs of one style."""
        whole, points = (canvas.plot("\n").split("\n") for canvas in (self._whole, self._points))
        for row, signs, coloured in zip(reversed(range(len(whole))), whole, points, strict=True):
            runs = groupby(zip(signs, coloured, strict=True), lambda cell: cell[1] != _BLANK)
            yield row, [(_text(run), "bold $accent" if is_point else "$muted") for is_point, run in runs]

    def _at(self, right: int, up: int) -> Pair:
        """The coordinates of a dot."""
        return self._left + right * self._wide, self._bottom + up * self._high


def _text(run: Iterable[tuple[str, str]]) -> str:
    return "".join(sign for sign, _coloured in run).replace(_BLANK, " ")
