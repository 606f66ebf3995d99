"""Cards as data for scripts, and a line of search that must be readable."""

from typing import Any

import click

from llmquiz.core.days import date_of
from llmquiz.study.search.query import Mistake
from llmquiz.trainer.browsing import BrowsedCard, Browser

_DIGITS = 4


def found(browser: Browser, line: str) -> list[int]:
    """The places of the cards that a line finds; one that cannot be read is wrong usage."""
    places = browser.find(line)
    if isinstance(places, Mistake):
        from llmquiz.tui.browsing import mistake

        raise click.UsageError(mistake(places))
    return places


def card_data(row: BrowsedCard, day: int) -> dict[str, Any]:
    """One card and how it stands; the day is today's."""
    card, state = row.card, row.state
    return {
        "card": card.key,
        "title": row.title,
        "question": row.stem,
        "topic": card.topic,
        "tier": card.tier,
        "tags": card.tags,
        "forms": card.forms,
        "state": state.phase,
        "suspended": state.suspended,
        "buried": row.buried,
        "leech": row.leech,
        "flagged": row.flagged,
        "noted": row.noted,
        "due": None if row.due is None else date_of(day + row.due).isoformat(),
        "stability": _rounded(state.stability),
        "difficulty": _rounded(state.difficulty),
        "recall": round(row.recall, _DIGITS),
        "asked": state.repetitions,
        "right": state.right,
        "ways": len(state.recent_forms),
        "lapses": state.lapses,
        "last": None if state.last_day is None else date_of(state.last_day).isoformat(),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
