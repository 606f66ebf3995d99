"""The statistics as JSON. Its keys are an interface: docs/commands.md names each, and a test compares.

Days are dates (ISO), weeks the date of their Monday, shares lie between 0 and 1.
"""

from typing import Any

from llmquiz.core.days import date_of
from llmquiz.stats.recall import Recall
from llmquiz.trainer.statistics import Overview, Record

_DIGITS = 4


def stats_data(overview: Overview, record: Record) -> dict[str, Any]:
    """Everything, as one object."""
    return {
        "day": _date(overview.day),
        "answers": overview.total,
        "streak": _streak(overview),
        "days": _days(overview, record),
        "forecast": [
            {"day": _date(overview.day + ahead), "cards": cards} for ahead, cards in enumerate(overview.forecast)
        ],
        "retention": _retention(record),
        "mastery": [
            {"topic": topic.id, "name": topic.name, "mastery": _share(topic.mastery), "cards": topic.cards}
            | {"met": topic.started, "due": topic.due}
            for topic in overview.topics
        ],
        "calibration": _calibration(record),
        "time": _time(record),
        "confusions": [
            {"pair": [pair.one.name, pair.other.name], "pages": list(pair.pages), "count": pair.confusion.count}
            | {"last": _date(pair.confusion.last_day), "cards": list(pair.confusion.cards)}
            for pair in record.confusions
        ],
        "hardest": [
            {"card": card.card, "title": card.title, "answers": card.answers, "right": card.right}
            | {"lapses": card.lapses, "difficulty": round(card.difficulty, 2)}
            for card in overview.hardest
        ],
    }


def _streak(overview: Overview) -> dict[str, Any]:
    streak = overview.streak
    return {
        "current": streak.current,
        "longest": streak.longest,
        "today": streak.today,
        "rest_days": streak.rests,
        "next_rest": None if streak.next_rest is None else _date(streak.next_rest),
    }


def _days(overview: Overview, record: Record) -> list[dict[str, Any]]:
    """The days on which something was done; practice has time and no answers."""
    return [
        {
            "day": _date(day),
            "answers": overview.answers.get(day, 0),
            "minutes": round(record.seconds.get(day, 0.0) / 60, 1),
        }
        for day in sorted(overview.answers.keys() | record.seconds.keys())
    ]


def _retention(record: Record) -> dict[str, Any]:
    weeks = [{"week": _date(week.monday)} | _recall(week.recall, "target") for week in record.weeks]
    return {"wanted": record.retention, "weeks": weeks}


def _calibration(record: Record) -> dict[str, Any]:
    found = record.calibration
    loss = found.log_loss
    return _recall(found.all, "predicted") | {
        "log_loss": None if loss is None else round(loss, _DIGITS),
        "forms": [{"form": form} | _recall(recall, "predicted") for form, recall in found.forms.items()],
        "bins": [
            {"from": low, "to": high} | _recall(recall, "predicted") for (low, high), recall in found.bins.items()
        ],
    }


def _time(record: Record) -> dict[str, Any]:
    total, days = sum(record.seconds.values()), len(record.seconds)
    return {
        "minutes": round(total / 60, 1),
        "minutes_a_day": round(total / 60 / days, 1) if days else None,
        "seconds_an_answer": round(total / record.reviews, 1) if record.reviews else None,
    }


def _recall(recall: Recall, expected: str) -> dict[str, Any]:
    """`expected`: what the expectation is called here."""
    share = _share(recall.share) if recall.answers else None
    return {"answers": recall.answers, "right": recall.right, "share": share} | {
        expected: _share(recall.expected) if recall.answers else None
    }


def _share(share: float) -> float:
    return round(share, _DIGITS)


def _date(day: int) -> str:
    return date_of(day).isoformat()
