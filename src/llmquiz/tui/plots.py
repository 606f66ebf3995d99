"""The sections of the statistics: a title, words, a plot. Pure; the app and the command line show them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from llmquiz.core.days import date_of
from llmquiz.core.text import width
from llmquiz.stats.activity import monday_of
from llmquiz.trainer.statistics import Overview, Record
from llmquiz.tui import charts, dotted, figures, wording
from llmquiz.tui.charts import Pointed
from llmquiz.tui.content import joined, padded
from llmquiz.tui.speech import _, ngettext

_HEIGHT, _SQUARE = 6, 10
_WEEK = 7
_WEEKS = 26
_DATED = 5
"""Weeks from one date of an axis to the next."""
_MOST_FORMS, _MOST_PAIRS = 9, 8
_LEAST = 5
"""Answers in a form, or of like predictions, below which nothing is to be seen of them."""
_FEWEST_BINS = 2


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page."""

    id: str
    title: str
    says: str
    draws: Callable[[int], Content] | None = None
    note: str = ""
    """How the plot is to be read."""


def known_at_once(view: Overview) -> Iterator[Section]:
    """The sections that need no replay."""
    yield _days(view)
    yield _forecast(view)
    yield _mastery(view)
    yield _hardest(view)


def replayed(record: Record, today: int) -> Iterator[Section]:
    """The sections that do."""
    yield _retention(record)
    yield _calibration(record)
    yield _time(record, today)
    yield _mixups(record)


def _days(view: Overview) -> Section:
    says = wording.sentences(figures.streak(view.streak, view.day), figures.activity(view) + _("."))
    return Section(
        "days",
        _("Days"),
        says,
        lambda columns: Content("\n").join([charts.year(view.answers, view.day, columns), charts.legend()]),
        figures.rest_rule(),
    )


def _forecast(view: Overview) -> Section:
    monday = -date_of(view.day).weekday() % _WEEK
    labels = [(0, _("today")), *((at, figures.short_date(view.day + at)) for at in range(monday, 30, _WEEK) if at)]
    top = str(max(view.forecast, default=0))

    def draw(columns: int) -> Content:
        return charts.bars(view.forecast, labels, columns, top=top, height=_HEIGHT)

    return Section("forecast", _("The coming month"), figures.forecast(view), draw if any(view.forecast) else None)


def _mastery(view: Overview) -> Section:
    rows = [(topic.name, topic.mastery, wording.topic_counts(topic)) for topic in view.topics]
    return Section(
        "mastery",
        _("Mastery by topic"),
        _("The share of each topic that you would know now, new cards counting as not known."),
        (lambda columns: charts.shares(rows, columns)) if rows else None,
    )


def _hardest(view: Overview) -> Section:
    def draw(columns: int) -> Content:
        remarks = [figures.hard_card(card) for card in view.hardest]
        room = max(columns - max(map(width, remarks)) - 2, 1)
        lines = zip(view.hardest, remarks, strict=True)
        return Content("\n").join(
            joined((padded(card.title, room) + "  ", ""), (remark, "$muted")) for card, remark in lines
        )

    return Section("hardest", _("Hardest cards"), figures.hardest(view), draw if view.hardest else None)


def _retention(record: Record) -> Section:
    shares = [week.recall.share if week.recall.answers else None for week in record.weeks]
    aims = _without_gaps([week.recall.expected if week.recall.answers else None for week in record.weeks])
    labels = _dates([week.monday for week in record.weeks])

    def draw(columns: int) -> Content:
        return dotted.weeks(shares, aims, labels, columns, height=_HEIGHT)

    drawn = any(share is not None for share in shares)
    return Section(
        "retention",
        _("True retention by week"),
        figures.retention(record),
        draw if drawn else None,
        figures.points() if drawn else "",
    )


def _without_gaps(targets: Sequence[float | None]) -> list[float]:
    """A week without answers has the target of the one before; the first ones have that of the first with any."""
    known = next((target for target in targets if target is not None), 0.0)
    return [known := known if target is None else target for target in targets]


def _dates(mondays: Sequence[int]) -> list[tuple[int, str]]:
    """Every fifth week with its date, so that the latest date has room; of fewer weeks the first."""
    first = len(mondays) % _DATED if len(mondays) >= _DATED else 0
    return [(at, figures.short_date(mondays[at])) for at in range(first, len(mondays), _DATED)]


def _calibration(record: Record) -> Section:
    rows = _by_form(record)
    pairs = [(each.expected, each.share) for each in record.calibration.bins.values() if each.answers >= _LEAST]

    def draw(columns: int) -> Content:
        by_form = charts.pointed(rows, columns)
        if len(pairs) < _FEWEST_BINS:
            return by_form
        return Content("\n\n").join([dotted.square(pairs, figures.diagonal(), columns, height=_SQUARE), by_form])

    return Section(
        "calibration",
        _("Predicted and right, by form"),
        figures.calibration(record),
        draw if rows else None,
        figures.signs() if rows else "",
    )


def _by_form(record: Record) -> list[Pointed]:
    forms = [(form, recall) for form, recall in record.calibration.forms.items() if recall.answers >= _LEAST]
    return [
        Pointed(
            figures.form(form),
            recall.share,
            recall.expected,
            figures.recalled(recall),
            "$warning" if recall.surprise < 0 else "",
        )
        for form, recall in forms[:_MOST_FORMS]
    ]


def _mixups(record: Record) -> Section:
    pairs = [figures.pair(pair) for pair in record.confusions[:_MOST_PAIRS]]

    def draw(columns: int) -> Content:
        room = max(columns - max(width(each[1]) for each in pairs) - 2, 1)
        return Content("\n").join(joined((padded(name, room) + "  ", ""), (note, "$muted")) for name, note in pairs)

    return Section("mixups", _("Mix-ups"), figures.mixups(record.confusions), draw if pairs else None)


def _time(record: Record, today: int) -> Section:
    first = monday_of(min(record.seconds, default=today))
    mondays = range(max(first, monday_of(today) - _WEEK * (_WEEKS - 1)), today + 1, _WEEK)
    minutes = [figures.weekly_minutes(record.seconds, monday) for monday in mondays]
    labels = _dates(mondays)
    top = figures.most_minutes(minutes)

    def draw(columns: int) -> Content:
        return charts.bars(minutes, labels, columns, top=top, height=_HEIGHT)

    weeks = ngettext("Minutes a week, the last {n} week.", "Minutes a week, the last {n} weeks.", len(minutes))
    return Section(
        "time", _("Time spent"), figures.time(record), draw if record.seconds else None, weeks if record.seconds else ""
    )
