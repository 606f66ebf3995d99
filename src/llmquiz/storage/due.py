"""The counts of due cards for a shell prompt, read with nothing but the standard library.

The table is kept by triggers beside every answer: suspended and inactive cards are not in it, buried ones stand on
the day they come back.
"""

from contextlib import closing
from pathlib import Path

from llmquiz.storage.connecting import PATIENCE, connect
from llmquiz.storage.errors import kindly
from llmquiz.storage.migrations import MIGRATIONS
from llmquiz.storage.records import migrations_done

_SCHEDULED = """event.kind = 'review' AND event.practice = 0
    AND NOT EXISTS (SELECT 1 FROM events r WHERE r.target = event.id AND r.kind = 'retract')"""
_LATEST = f"""SELECT day, count(*) FROM events event WHERE {_SCHEDULED} AND day < ?
    GROUP BY day ORDER BY day DESC LIMIT ?"""
_FACTS = "SELECT card FROM states WHERE card >= 'fact:' AND card < 'fact;' AND counted_on <= ?"
_SHOWN = f"""SELECT DISTINCT card FROM events event WHERE day = ? AND card >= 'fact:' AND card < 'fact;'
    AND (kind = 'lesson' OR {_SCHEDULED})"""
_REVIEWED = f"""SELECT count(DISTINCT card) FROM events event WHERE {_SCHEDULED} AND day = ?
    AND EXISTS (SELECT 1 FROM events b WHERE b.card = event.card AND b.kind = 'review' AND b.practice = 0
                AND b.day < ?)"""


def due_by_day(path: Path, *, patience: float = PATIENCE) -> dict[int, int]:
    """How many cards are due on each day, in order of days. Nothing was studied where there is no file."""
    if not path.exists():
        return {}
    with kindly(path), closing(connect(path, patience=patience)) as connection:
        if not migrations_done(connection.execute, path, len(MIGRATIONS)):
            return {}
        return dict(connection.execute("SELECT day, cards FROM due_by_day ORDER BY day"))


def answered(path: Path, today: int, days: int, *, patience: float = PATIENCE) -> tuple[dict[int, int], int]:
    """How many answers the latest `days` of study before today have; how many cards known before were asked today."""
    with kindly(path), closing(connect(path, patience=patience)) as connection:
        answers = dict(connection.execute(_LATEST, (today, days)))
        ((reviewed,),) = connection.execute(_REVIEWED, (today, today))
    return answers, reviewed


def facts_on(path: Path, today: int, *, patience: float = PATIENCE) -> tuple[list[str], list[str]]:
    """The cards of facts that are due today, and those that were shown today."""
    with kindly(path), closing(connect(path, patience=patience)) as connection:
        due, shown = connection.execute(_FACTS, (today,)).fetchall(), connection.execute(_SHOWN, (today,)).fetchall()
    return [card for (card,) in due], [card for (card,) in shown]


def due_on(path: Path, day: int, *, patience: float = PATIENCE) -> int:
    """How many cards are due on `day`, those of earlier days among them."""
    return sum(cards for due, cards in due_by_day(path, patience=patience).items() if due <= day)
