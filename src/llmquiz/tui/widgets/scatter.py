"""Two measures of the same things as points on logarithmic axes, drawn in text, with letters and a legend.

The axes carry the values of the points themselves. Pure but for the widget at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from string import ascii_letters

from textual.content import Content
from textual.message import Message

from llmquiz.core.text import rjust, width
from llmquiz.trainer.explored import Mark, Plot
from llmquiz.tui.cells import measured
from llmquiz.tui.content import joined, padded
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Leaf
from llmquiz.tui.widgets.topics import CURSOR
from llmquiz.tui.wording import listed

_BESIDE = 100
"""Columns from which the legend stands at the right of the plot, with the values."""
_NAMED = 60
"""Columns from which the points have their names beside them, where there is room."""
_LEGEND = 48
_LEAST_HEIGHT = 6
_LAST = len(ascii_letters)

Pieces = list[tuple[str, str]]


@dataclass(slots=True)
class Canvas:
    """Cells of a character and a style; a wide character takes two."""

    columns: int
    height: int
    cells: list[list[tuple[str, str]]]

    @classmethod
    def empty(cls, columns: int, height: int) -> "Canvas":
        """Nothing but spaces."""
        return cls(columns, height, [[(" ", "")] * columns for _line in range(height)])

    def free(self, x: int, y: int, columns: int) -> bool:
        """Whether nothing stands there yet."""
        inside = 0 <= x and x + columns <= self.columns and 0 <= y < self.height
        return inside and all(char == " " for char, _style in self.cells[y][x : x + columns])

    def put(self, x: int, y: int, text: str, style: str) -> None:
        """Write `text`."""
        for char in text:
            taken = max(width(char), 1)
            self.cells[y][x] = (char, style)
            self.cells[y][x + 1 : x + taken] = [("", style)] * (taken - 1)
            x += taken


def drawn(plot: Plot, columns: int, height: int, on: int) -> list[Pieces]:
    """Points, axis and its values, in `columns` and `height`; the point at `on` is marked."""
    margin = max((width(mark.y_text) for mark in plot.marks), default=0) + 1
    canvas = Canvas.empty(columns - margin - 1, height - 2)
    rows = _placed([mark.y for mark in plot.marks], canvas.height)
    places = _places(plot.marks, [canvas.height - 1 - row for row in rows], canvas)
    for at, (x, y) in enumerate(places):
        canvas.put(x, y, letter(at), "bold $accent reverse" if at == on else "bold $accent")
    if columns >= _NAMED:
        _name(canvas, plot.marks, places, on)
    ticks = _ticks(plot.marks, places)
    return [
        *(_line(cells, ticks.get(y, ""), margin) for y, cells in enumerate(canvas.cells)),
        [(" " * margin + "└" + "─" * canvas.columns, "$faint")],
        [(" " * (margin + 1) + padded(_axis(plot, places, canvas.columns), canvas.columns), "$muted")],
    ]


def title(plot: Plot) -> str:
    """Both measures, and how they are drawn."""
    aside = listed((_("logarithmic"), *plot.editions))
    return f"{measured(plot.up)} ↑   {measured(plot.across)} →   {aside}"


def _ticks(marks: Sequence[Mark], places: Sequence[tuple[int, int]]) -> dict[int, str]:
    """The values at the left, by line; none where one line stands for several values."""
    values: dict[int, set[str]] = {}
    for mark, (_x, y) in zip(marks, places, strict=True):
        values.setdefault(y, set()).add(mark.y_text)
    return {y: texts.pop() for y, texts in values.items() if len(texts) == 1}


def _line(cells: Pieces, tick: str, margin: int) -> Pieces:
    """One line of the plot, with a value of its axis where a point stands."""
    return [(rjust(tick, margin - 1), "$muted"), (" ┤" if tick else " │", "$faint"), *cells]


def letter(at: int) -> str:
    """What stands for a point."""
    return ascii_letters[at] if at < _LAST else "•"


def legend(plot: Plot, columns: int, height: int, on: int, *, values: bool) -> list[Pieces]:
    """Letters and names, in as many columns as there is room for; the marked one is always among them."""
    marks = plot.marks
    entries = _with_values(marks) if values else [mark.name for mark in marks]
    widest = max((width(entry) for entry in entries), default=0) + len(f"{CURSOR} a ") + 1
    across = max(1, min(columns // widest, 3))
    each = columns // across
    lines = -(-len(marks) // across)
    top = min(max(0, on % lines - height + 1), max(0, lines - height)) if lines else 0
    return [
        [piece for at in range(line, len(marks), lines) for piece in _entry(at, entries[at], each, at == on)]
        for line in range(top, min(lines, top + height))
    ]


def _with_values(marks: Sequence[Mark]) -> list[str]:
    """Names and both values, aligned."""
    xs = max((width(mark.x_text) for mark in marks), default=0)
    ys = max((width(mark.y_text) for mark in marks), default=0)
    names = min(max((width(mark.name) for mark in marks), default=0), _LEGEND - xs - ys - 9)
    return [f"{padded(mark.name, names)}  {rjust(mark.x_text, xs)}  {rjust(mark.y_text, ys)}" for mark in marks]


def _entry(at: int, text: str, columns: int, on: bool) -> Pieces:
    return [
        (f"{CURSOR} " if on else "  ", "bold $accent"),
        (f"{letter(at)} ", "bold $accent"),
        (padded(text, columns - 4), "bold" if on else ""),
    ]


def _placed(values: Sequence[float], places: int) -> list[int]:
    """Each value's place on a logarithmic axis of so many places."""
    low, high = log(min(values)), log(max(values))
    span = (high - low) or 1.0
    return [round((log(value) - low) / span * (places - 1)) for value in values]


def _places(marks: Sequence[Mark], rows: Sequence[int], canvas: Canvas) -> list[tuple[int, int]]:
    """A cell for each point; of two in one cell the second moves to the nearest free one beside it."""
    places: list[tuple[int, int]] = []
    for x, y in zip(_placed([mark.x for mark in marks], canvas.columns), rows, strict=True):
        beside = sorted(range(canvas.columns), key=lambda other: (abs(other - x), -other))
        places.append((next((other for other in beside if (other, y) not in places), x), y))
    return places


def _name(canvas: Canvas, marks: Sequence[Mark], places: Sequence[tuple[int, int]], on: int) -> None:
    """Names beside the points, right or left, where nothing stands in the way; the marked point's first."""
    for at in sorted(range(len(marks)), key=lambda at: at != on):
        (x, y), name = places[at], marks[at].name
        columns = width(name)
        start = next((start for start in (x + 2, x - 1 - columns) if canvas.free(start - 1, y, columns + 2)), None)
        if start is not None:
            canvas.put(start, y, name, "bold" if at == on else "$muted")


def _axis(plot: Plot, places: Sequence[tuple[int, int]], columns: int) -> str:
    """The values below their points, as many as stand apart; the smallest and the largest are always among them."""
    line = [" "] * columns
    points = sorted(zip(places, plot.marks, strict=True), key=lambda pair: pair[1].x)
    for (x, _y), mark in (*points[:1], *points[-1:], *points[1:-1]):
        text = list(mark.x_text)
        start = min(x, columns - width(mark.x_text))
        end = start + width(mark.x_text)
        if start >= 0 and not "".join(line[max(start - 1, 0) : end + 1]).strip():
            line[start:end] = [*text, *[""] * (end - start - len(text))]
    return "".join(line)


class Scatter(Leaf):
    """The plot with its legend; a cursor on one point."""

    DEFAULT_CSS = "Scatter { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another point."""

    def __init__(self) -> None:
        super().__init__()
        self.plot: Plot | None = None
        self.at = 0

    def show(self, plot: Plot | None) -> None:
        """Show this plot; the point of the cursor stays marked where it is in it."""
        current = self.current
        self.plot = plot
        names = [mark.subject for mark in plot.marks] if plot else []
        self.at = names.index(current.subject) if current is not None and current.subject in names else 0
        self.move(0)

    def move(self, by: int) -> None:
        """To another point, in the order of the legend; stops at the ends."""
        last = len(self.plot.marks) - 1 if self.plot else 0
        self.at = min(max(self.at + by, 0), max(last, 0))
        self.refresh()
        self.post_message(self.Moved())

    @property
    def current(self) -> Mark | None:
        """The point of the cursor."""
        return self.plot.marks[self.at] if self.plot is not None and self.plot.marks else None

    def render(self) -> Content:
        """The legend beside the plot, or below it."""
        if self.plot is None:
            return Content(_("There is nothing to be plotted."))
        columns, height = self.content_size.width, max(self.content_size.height - 1, _LEAST_HEIGHT)
        body = _beside if columns >= _BESIDE else _below
        lines = [[(padded(title(self.plot), columns), "$muted")], *body(self.plot, columns, height, self.at)]
        return Content("\n").join(joined(*line) for line in lines)


def _beside(plot: Plot, columns: int, height: int, on: int) -> list[Pieces]:
    left = columns - _LEGEND - 2
    names = legend(plot, _LEGEND, height, on, values=True)
    names += [[]] * (height - len(names))
    return [[*line, ("  ", ""), *names[at]] for at, line in enumerate(drawn(plot, left, height, on))]


def _below(plot: Plot, columns: int, height: int, on: int) -> list[Pieces]:
    names = legend(plot, columns, max(1, height - _LEAST_HEIGHT - 2), on, values=False)
    return [*drawn(plot, columns, height - len(names), on), *names]
