"""Plots in text, for any width: heatmap, columns, bars, points against a mark. Those with two axes: `dotted`.

Every value is told by a sign or its place, colour only repeats it: without styles (`.plain`) a plot says the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from textual.content import Content

from llmquiz.core.days import date_of
from llmquiz.core.text import width
from llmquiz.stats.activity import YEAR, heatmap, monday_of
from llmquiz.tui import figures, wording
from llmquiz.tui.content import bar, joined, padded

SHADES = "·░▒▓█"
"""Of the heatmap: nothing, then more and more."""
_LEVELS = "▁▂▃▄▅▆▇█"
_MARK, _POINT, _LINE = "┃", "●", "─"
AXIS = 6
"""Columns of an axis on the left."""
_WEEK = 7
_DAY_LABEL = 5
_PERCENT = 6
_SHORTEST_BAR, _LONGEST_BAR = 10, 24
_STEPS = 10
"""Of an axis of shares."""
_SHORTEST_SCALE, _LONGEST_SCALE = 8, 40
_LEAST = 1e-9
"""What floating point may be off."""
_HIGHEST_FLOOR = 0.7

Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pointed:
    """One row of points against marks: shares between 0 and 1."""

    name: str
    share: float
    mark: float
    remark: str
    style: str = ""


def year(counts: Mapping[int, int], today: int, columns: int) -> Content:
    """The year as a heatmap, a week a column, months above, weekdays at the left; as many weeks as there is room."""
    room = columns - _DAY_LABEL
    cell = 2 if room >= 2 * YEAR else 1
    weeks = heatmap(counts, today, max(min(YEAR, room // cell), 1))
    first = monday_of(today) - _WEEK * (len(weeks) - 1)
    months = placed(_month_starts(first, len(weeks), cell), len(weeks) * cell)
    lines = [joined((" " * _DAY_LABEL + months, "$muted"))]
    for weekday, levels in enumerate(zip(*weeks, strict=True)):
        name = wording.weekday(weekday) if weekday % 2 == 0 and weekday < _WEEK - 1 else ""
        lines.append(joined((padded(name, _DAY_LABEL), "$muted"), *(_shade(level, cell) for level in levels)))
    return Content("\n").join(lines)


def legend() -> Content:
    """What the shades mean."""
    shades = [part for level in range(len(SHADES)) for part in (_shade(level, 2), (" ", ""))]
    return joined((f"{figures.less()} ", "$muted"), *shades, (figures.more(), "$muted"))


def bars(values: Sequence[float], labels: Iterable[tuple[int, str]], columns: int, *, top: str, height: int) -> Content:
    """Columns from zero. `labels`: what stands below some of them; `top`: what the highest one is."""
    cell = max(1, min(3, (columns - AXIS) // max(len(values), 1)))
    shown = values[: max((columns - AXIS) // cell, 1)]
    most = max(shown, default=0) or 1
    eighths = [ceil(value * height * len(_LEVELS) / most - _LEAST) for value in shown]
    lines = []
    for row in reversed(range(height)):
        value = top if row == height - 1 else "0" if row == 0 else ""
        cells = "".join(_column(count - row * len(_LEVELS), cell) for count in eighths)
        lines.append(joined(axis(value), (cells, "$accent")))
    below = placed(((at * cell, text) for at, text in labels if at < len(shown)), columns - AXIS)
    lines.append(joined(axis(), (below, "$muted")))
    return Content("\n").join(lines)


def pointed(rows: Sequence[Pointed], columns: int) -> Content:
    """A line a row: the point is what came, the upright mark what was expected; what is said of it at the right."""
    floor = floor_of([value for row in rows for value in (row.share, row.mark)])
    remarks = max(width(row.remark) for row in rows)
    spare = columns - remarks - 4
    names = min(max(width(row.name) for row in rows), max(min(columns // 3, spare - _SHORTEST_SCALE), 1))
    room = max(min(spare - names, _LONGEST_SCALE), 1)
    ends = wording.percent(floor), wording.percent(1)
    gap = room - width(ends[0]) - width(ends[1])
    lines = [joined((" " * (names + 2) + ends[0] + " " * gap + ends[1], "$muted"))] if gap > 0 else []
    for row in rows:
        parts = _scale(row, floor, room)
        name, remark = (padded(row.name, names) + "  ", ""), ("  " + row.remark, row.style or "$muted")
        lines.append(joined(name, *parts, remark))
    return Content("\n").join(lines)


def shares(rows: Sequence[tuple[str, float, str]], columns: int) -> Content:
    """A bar a row from nothing to everything, with its per cent and a remark where there is room."""
    names = min(max(width(name) for name, _share, _remark in rows), max(columns // 2 - _PERCENT, 1))
    room = columns - names - _PERCENT - 4
    remarks = max(width(remark) for _name, _share, remark in rows)
    wide = room - remarks >= _SHORTEST_BAR
    length = max(min(room - remarks if wide else room, _LONGEST_BAR), 1)
    lines = []
    for name, share, remark in rows:
        full, empty = bar(share, length)
        end = f"{wording.percent(share):>{_PERCENT}}", ""
        parts = (padded(name, names) + "  ", ""), (full, "$accent"), (empty, "$faint"), end
        lines.append(joined(*parts, (f"  {remark}" if wide else "", "$muted")))
    return Content("\n").join(lines)


def floor_of(shares: Sequence[float]) -> float:
    """Where an axis of shares begins: a whole ten per cent, so that there is room for them all."""
    lowest = min(shares, default=_HIGHEST_FLOOR)
    return max(min(int(lowest * _STEPS + _LEAST) / _STEPS, _HIGHEST_FLOOR), 0.0)


def axis(value: str = "") -> Part:
    """What stands at the left of a row."""
    return f"{value:>{AXIS - 1}} ", "$muted"


def placed(labels: Iterable[tuple[int, str]], room: int) -> str:
    """Texts at their columns on one line; what would run into the one before, or over the end, is left out.

    A wide character (10月11月) parts from what follows by itself, others need a space.
    """
    line = ""
    for at, text in labels:
        used = width(line)
        if at >= used + (width(line[-1:]) == 1) and at + width(text) <= max(room, used):
            line += " " * (at - used) + text
    return line


def _shade(level: int | None, cell: int) -> Part:
    if level is None:
        return " " * cell, ""
    return SHADES[level] * cell if level else SHADES[0] + " " * (cell - 1), "$accent" if level else "$faint"


def _column(eighths: int, cell: int) -> str:
    block = _LEVELS[min(eighths, len(_LEVELS)) - 1] if eighths > 0 else " "
    return block * max(cell - 1, 1) + " " * (cell > 1)


def _scale(row: Pointed, floor: float, room: int) -> list[Part]:
    signs: list[Part] = [(_LINE, "$faint")] * room
    signs[_place(row.mark, floor, room)] = (_MARK, "$foreground")
    signs[_place(row.share, floor, room)] = (_POINT, row.style or "$accent")
    return signs


def _place(share: float, floor: float, steps: int) -> int:
    return min(max(int((share - floor) / (1 - floor) * steps + _LEAST), 0), steps - 1)


def _month_starts(first: int, weeks: int, cell: int) -> Iterable[tuple[int, str]]:
    """Where months begin: above the first week that has a first of a month."""
    for week in range(weeks):
        for day in range(first + _WEEK * week, first + _WEEK * (week + 1)):
            if date_of(day).day == 1:
                yield week * cell, figures.month(date_of(day).month)
