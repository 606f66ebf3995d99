"""Plots as inline SVG: colours by class, from the page's style sheet; what a shape stands for is its tooltip. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from llmquiz.core.days import date_of
from llmquiz.stats.activity import YEAR, heatmap, monday_of
from llmquiz.stats.recall import Recall
from llmquiz.tui import figures, wording
from llmquiz.tui.charts import floor_of

_WEEK = 7
_CELL, _GAP = 13, 2
_LEFT, _TOP = 44, 18
_WIDTH, _HEIGHT = 720, 150
_SQUARE = 260

Label = tuple[int, str]


def year(counts: Mapping[int, int], today: int) -> str:
    """The heatmap: a week a column, with months and weekdays."""
    step, first = _CELL + _GAP, monday_of(today) - _WEEK * (YEAR - 1)
    parts = [_text(_LEFT - 6, _TOP + row * step + 11, wording.weekday(row), "end") for row in range(0, _WEEK - 1, 2)]
    for week, levels in enumerate(heatmap(counts, today, YEAR)):
        monday = first + _WEEK * week
        starts = [date_of(day).month for day in range(monday, monday + _WEEK) if date_of(day).day == 1]
        parts += [_text(_LEFT + week * step, _TOP - 6, figures.month(month)) for month in starts]
        for row, level in enumerate(levels):
            if level is not None:
                title = f"{date_of(monday + row).isoformat()}: {counts.get(monday + row, 0)}"
                parts.append(_rect(_LEFT + week * step, _TOP + row * step, _CELL, _CELL, f"level{level}", title))
    return _svg(_LEFT + YEAR * step, _TOP + _WEEK * step, parts)


def columns(values: Sequence[float], titles: Sequence[str], labels: Iterable[Label], top: str) -> str:
    """Columns from zero; `top`: what the highest is."""
    most, step = max(values, default=0) or 1, (_WIDTH - _LEFT) / max(len(values), 1)
    parts = [_text(_LEFT - 6, _TOP + 4, top, "end"), _text(_LEFT - 6, _HEIGHT, "0", "end"), _line(_LEFT, _HEIGHT)]
    for at, (value, title) in enumerate(zip(values, titles, strict=True)):
        tall = (_HEIGHT - _TOP) * value / most
        parts.append(_rect(_LEFT + at * step, _HEIGHT - tall, step * 0.75, tall, "full", title))
    parts += [_text(_LEFT + at * step, _HEIGHT + 16, text) for at, text in labels]
    return _svg(_WIDTH, _HEIGHT + 22, parts)


def weeks(recalls: Sequence[Recall], titles: Sequence[str], labels: Iterable[Label]) -> str:
    """A point a week, and the target as a dashed line."""
    asked = [recall for recall in recalls if recall.answers]
    floor, step = _floor(asked), (_WIDTH - _LEFT) / max(len(recalls), 1)
    parts = [_text(_LEFT - 6, _TOP + 4, wording.percent(1), "end")]
    parts += [_text(_LEFT - 6, _HEIGHT, wording.percent(floor), "end"), _line(_LEFT, _HEIGHT)]
    centres = [(_LEFT + (at + 0.5) * step, recall) for at, recall in enumerate(recalls)]
    target = " ".join(f"{x:.1f},{_height(recall.expected, floor):.1f}" for x, recall in centres if recall.answers)
    parts.append(f'<polyline class="target" points="{target}"/>')
    for (x, recall), title in zip(centres, titles, strict=True):
        if recall.answers:
            parts.append(_dot(x, _height(recall.share, floor), title))
    parts += [_text(_LEFT + at * step, _HEIGHT + 16, text) for at, text in labels]
    return _svg(_WIDTH, _HEIGHT + 22, parts)


def bins(recalls: Sequence[Recall]) -> str:
    """Predicted from left to right, right upwards; on the diagonal the predictions hold."""
    floor = _floor(recalls)
    span = _SQUARE - _LEFT - 10

    def place(share: float) -> float:
        return (share - floor) / (1 - floor) * span

    parts = [
        _line(_LEFT, _SQUARE - 20, _LEFT + span),
        f'<line class="target" x1="{_LEFT}" y1="{_SQUARE - 20}" x2="{_LEFT + span}" y2="{_SQUARE - 20 - span}"/>',
        _text(_LEFT - 6, _SQUARE - 20, wording.percent(floor), "end"),
        _text(_LEFT - 6, _SQUARE - 14 - span, wording.percent(1), "end"),
        _text(_LEFT + span, _SQUARE - 4, wording.percent(1), "end"),
    ]
    for recall in recalls:
        x, y = _LEFT + place(recall.expected), _SQUARE - 20 - place(recall.share)
        parts.append(_dot(x, y, title(recall)))
    return _svg(_SQUARE, _SQUARE, parts)


def share(value: float, mark: float | None = None) -> str:
    """A bar from nothing to everything; `mark`: what was expected."""
    parts = [_rect(0, 4, 200, 6, "level0"), _rect(0, 4, 200 * value, 6, "full")]
    if mark is not None:
        parts.append(_rect(200 * mark - 1, 0, 2, 14, "mark", wording.percent(mark)))
    return _svg(200, 14, parts, css="bar")


def title(recall: Recall) -> str:
    """What a point stands for."""
    return f"{wording.percent(recall.expected)} → {wording.percent(recall.share)} ({recall.answers})"


def _floor(recalls: Iterable[Recall]) -> float:
    return floor_of([value for recall in recalls for value in (recall.share, recall.expected)])


def _height(value: float, floor: float) -> float:
    return _HEIGHT - (value - floor) / (1 - floor) * (_HEIGHT - _TOP)


def _svg(width: float, height: float, parts: Iterable[str], css: str = "plot") -> str:
    box = f"0 0 {width:.0f} {height:.0f}"
    return f'<svg class="{css}" viewBox="{box}" style="max-width:{width:.0f}px" role="img">{"".join(parts)}</svg>'


def _rect(x: float, y: float, width: float, height: float, css: str, title: str = "") -> str:
    told = f"<title>{escape(title)}</title>" if title else ""
    size = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect class="{css}" rx="2" {size}>{told}</rect>'


def _dot(x: float, y: float, title: str) -> str:
    return f'<circle class="full" cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{escape(title)}</title></circle>'


def _line(x: float, y: float, end: float = _WIDTH) -> str:
    return f'<line class="axis" x1="{x:.1f}" y1="{y:.1f}" x2="{end:.1f}" y2="{y:.1f}"/>'


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
