"""The counts of due cards for a shell prompt, read with nothing but the standard library.

The table is kept by triggers beside every answer: suspended and inactive cards are not in it, buried ones stand on
the day they come back. It counts by topic and tier, so that what is switched off is left out at once.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from llmquiz.storage.connecting import PATIENCE, connect, is_there
from llmquiz.storage.errors import kindly
from llmquiz.storage.migrations import MIGRATIONS
from llmquiz.storage.migrations.m005_topics import m005_topics
from llmquiz.storage.records import migrations_done
from llmquiz.study.share import Shown, Standing

_SCHEDULED = """event.kind = 'review' AND event.practice = 0
    AND NOT EXISTS (SELECT 1 FROM events r WHERE r.target = event.id AND r.kind = 'retract')"""
_PLACED = "placement"
"""As `core.forms` has it, which is too slow to be read here; a test compares them."""
_LATEST = f"""SELECT day, count(*) FROM events event WHERE {_SCHEDULED} AND day < ?
    GROUP BY day ORDER BY day DESC LIMIT ?"""
_COUNTS = "SELECT day, sum(cards) FROM due_by_day WHERE {within} GROUP BY day ORDER BY day"
_STANDING = """SELECT card, phase FROM states WHERE active AND NOT suspended AND coalesce(buried_until, 0) <= ?
    AND (due_day <= ? OR (phase = 'new' AND introduced)) AND {within} ORDER BY due_at, card"""
_SHOWN = f"""WITH shown AS (
        SELECT card, sum(kind = 'review') AS asked FROM events event
        WHERE day = ? AND (kind = 'lesson' OR {_SCHEDULED}) AND form IS NOT '{_PLACED}' GROUP BY card
    )
    SELECT card, asked > 0, coalesce(repetitions, 0) > asked FROM shown LEFT JOIN states USING (card)"""
_PARTS = {"new": "taught", "review": "due"}
"""Where a card of a phase stands today; those of the others are in steps."""

_KNOWS_TOPICS = MIGRATIONS.index(m005_topics) + 1
"""Migrations after which a file knows the topic and the tier of a card."""


class LetIn(NamedTuple):
    """What the settings let in. A card whose topic and tier are not known yet is let in, too."""

    tiers: tuple[str, ...]
    topics_off: tuple[str, ...] = ()


def due_by_day(path: Path, let_in: LetIn | None = None, *, patience: float = PATIENCE) -> dict[int, int]:
    """How many cards are due on each day, in order of days; `let_in`: only of these.

    Nothing was studied where there is no file.
    """
    if not is_there(path):
        return {}
    with _opened(path, patience) as connection:
        done = migrations_done(connection.execute, path, len(MIGRATIONS))
        within, values = _within(let_in, done)
        return dict(connection.execute(_COUNTS.format(within=within), values)) if done else {}


def answers_before(path: Path, today: int, days: int, *, patience: float = PATIENCE) -> dict[int, int]:
    """How many answers the latest `days` of study before today have."""
    with _opened(path, patience) as connection:
        return dict(connection.execute(_LATEST, (today, days)))


def standing(path: Path, today: int, let_in: LetIn | None = None, *, patience: float = PATIENCE) -> Standing:
    """Where the cards that today could ask stand, of those that are `let_in`, and all that was shown today."""
    parts: dict[str, list[str]] = {"steps": [], "taught": [], "due": []}
    with _opened(path, patience) as connection:
        within, values = _within(let_in, migrations_done(connection.execute, path, len(MIGRATIONS)))
        for card, phase in connection.execute(_STANDING.format(within=within), (today, today, *values)):
            parts[_PARTS.get(phase, "steps")].append(card)
        shown = [Shown(card, bool(asked), bool(known)) for card, asked, known in connection.execute(_SHOWN, (today,))]
    return Standing(**parts, shown=shown)


def due_on(path: Path, day: int, *, patience: float = PATIENCE) -> int:
    """How many cards are due on `day`, those of earlier days among them."""
    return sum(cards for due, cards in due_by_day(path, patience=patience).items() if due <= day)


@contextmanager
def _opened(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    with kindly(path), closing(connect(path, patience=patience)) as connection:
        yield connection


def _within(let_in: LetIn | None, done: int) -> tuple[str, tuple[str, ...]]:
    """The condition on topic and tier, and its values. A file of before counts what was asked at the last start."""
    if let_in is None or done < _KNOWS_TOPICS:
        return "TRUE", ()
    tiers, off = ("", *let_in.tiers), let_in.topics_off
    condition = "tier IN ({}) AND topic NOT IN ({})".format(*(", ".join("?" * len(names)) for names in (tiers, off)))
    return condition, (*tiers, *off)
