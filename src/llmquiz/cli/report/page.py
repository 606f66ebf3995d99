"""The statistics as one HTML file: pictures inside, nothing from the network, light and dark as the reader has it."""

from collections.abc import Iterable, Iterator
from html import escape

from llmquiz.cli.report import drawings
from llmquiz.core.days import date_of
from llmquiz.stats.activity import monday_of
from llmquiz.trainer.statistics import Overview, Record
from llmquiz.trainer.views import TopicView
from llmquiz.tui import figures, wording
from llmquiz.tui.speech import _

_WEEK = 7
_WEEKS = 26
_STYLE = """
:root { color-scheme: light dark; --text: #20242a; --muted: #636b76; --faint: #dedad0; --accent: #00786c;
  --paper: #fbfaf7; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e6ea; --muted: #8d97a5; --faint: #2c323b; --accent: #6cc4b0;
  --paper: #15181d; } }
body { margin: 2rem auto; max-width: 860px; padding: 0 1rem; background: var(--paper); color: var(--text);
  font: 16px/1.5 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; color: var(--accent); margin: 2.2rem 0 .2rem; }
p { margin: .2rem 0 .6rem; } .note, footer { color: var(--muted); font-size: .9rem; }
table { border-collapse: collapse; } td { padding: .1rem 1rem .1rem 0; } td.number { text-align: right; }
svg { display: block; width: 100%; height: auto; overflow: visible; } svg.bar { width: 200px; }
text { fill: var(--muted); font-size: 11px; } .full { fill: var(--accent); } .mark { fill: var(--text); }
.axis { stroke: var(--faint); } .target { stroke: var(--muted); stroke-dasharray: 4 4; fill: none; }
.level0 { fill: var(--faint); } .level1 { fill: var(--accent); opacity: .3; } .level2 { fill: var(--accent);
  opacity: .5; } .level3 { fill: var(--accent); opacity: .75; } .level4 { fill: var(--accent); }
"""


def page(overview: Overview, record: Record, lang: str) -> str:
    """The whole file, in the language that is spoken; `lang` names it."""
    title = _("llmquiz: my statistics")
    told = list(_sections(overview, record)) if overview.total else [_paragraph(figures.empty())]
    date = date_of(overview.day).isoformat()
    return "\n".join((
        "<!DOCTYPE html>",
        f'<html lang="{escape(lang)}"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{escape(title)}</h1>",
        _paragraph(date, "note"),
        *told,
        "</body></html>",
        "",
    ))  # fmt: skip


def _sections(overview: Overview, record: Record) -> Iterator[str]:
    yield from _year(overview)
    yield from _month(overview)
    yield from _retention(record)
    yield from _mastery(overview)
    yield from _calibration(record)
    yield from _time(record, overview.day)
    yield from _hardest(overview)
    yield from _mixups(record)


def _year(overview: Overview) -> Iterator[str]:
    yield _heading(_("Days"))
    yield _paragraph(figures.streak(overview.streak, overview.day))
    yield _paragraph(figures.activity(overview) + _("."))
    yield drawings.year(overview.answers, overview.day)
    yield _paragraph(figures.rest_rule(), "note")


def _month(overview: Overview) -> Iterator[str]:
    yield _heading(_("The coming month"))
    yield _paragraph(figures.forecast(overview))
    dates = [figures.short_date(overview.day + ahead) for ahead in range(len(overview.forecast))]
    titles = [f"{date}: {cards}" for date, cards in zip(dates, overview.forecast, strict=True)]
    if any(overview.forecast):
        labels = list(enumerate(dates))[::_WEEK]
        yield drawings.columns(overview.forecast, titles, labels, str(max(overview.forecast)))


def _retention(record: Record) -> Iterator[str]:
    yield _heading(_("True retention by week"))
    yield _paragraph(figures.retention(record))
    if record.weeks:
        dates = [figures.short_date(week.monday) for week in record.weeks]
        recalls = [week.recall for week in record.weeks]
        titles = [f"{date}: {drawings.title(recall)}" for date, recall in zip(dates, recalls, strict=True)]
        yield drawings.weeks(recalls, titles, list(enumerate(dates))[::5])
        yield _paragraph(figures.points(), "note")


def _mastery(overview: Overview) -> Iterator[str]:
    yield _heading(_("Mastery by topic"))
    yield _paragraph(_("The share of each topic that you would know now, new cards counting as not known."))
    yield _table(_topic(topic) for topic in overview.topics)


def _topic(topic: TopicView) -> tuple[str, ...]:
    counts = escape(wording.topic_counts(topic))
    return escape(topic.name), drawings.share(topic.mastery), wording.percent(topic.mastery), counts


def _calibration(record: Record) -> Iterator[str]:
    yield _heading(_("Predicted and right, by form"))
    yield _paragraph(figures.calibration(record))
    if record.calibration.all.answers:
        yield _table(
            (escape(figures.form(form)), drawings.share(recall.share, recall.expected), figures.recalled(recall))
            for form, recall in record.calibration.forms.items()
        )
        yield _paragraph(_("The bar: right; the mark: predicted; ▲ better and ▼ worse than chance explains."), "note")
        yield drawings.bins(list(record.calibration.bins.values()))
        yield _paragraph(figures.diagonal(), "note")


def _time(record: Record, today: int) -> Iterator[str]:
    yield _heading(_("Time spent"))
    yield _paragraph(figures.time(record))
    first = max(monday_of(min(record.seconds, default=today)), monday_of(today) - _WEEK * (_WEEKS - 1))
    mondays = range(first, today + 1, _WEEK)
    minutes = [figures.weekly_minutes(record.seconds, monday) for monday in mondays]
    dates = [figures.short_date(monday) for monday in mondays]
    titles = [f"{date}: {figures.duration(60 * spent)}" for date, spent in zip(dates, minutes, strict=True)]
    yield drawings.columns(minutes, titles, list(enumerate(dates))[::5], figures.most_minutes(minutes))


def _hardest(overview: Overview) -> Iterator[str]:
    yield _heading(_("Hardest cards"))
    yield _paragraph(figures.hardest(overview))
    if overview.hardest:
        yield _table((escape(card.title), escape(figures.hard_card(card))) for card in overview.hardest)


def _mixups(record: Record) -> Iterator[str]:
    yield _heading(_("What you mix up"))
    yield _paragraph(figures.mixups(record.confusions))
    if record.confusions:
        yield _table(tuple(map(escape, figures.pair(pair))) for pair in record.confusions)


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _paragraph(text: str, css: str = "") -> str:
    return f'<p class="{css}">{escape(text)}</p>' if css else f"<p>{escape(text)}</p>"


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of cells that are HTML already."""
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
