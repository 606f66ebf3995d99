"""What is due is counted by topic and tier: a prompt leaves out what the settings switch off.

Where a card stands is known when the program starts; the cards of before are counted as they were until then. Written
once: never edited.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS = (
    "ALTER TABLE states ADD COLUMN topic TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE states ADD COLUMN tier TEXT NOT NULL DEFAULT ''",
)
_OLD = (
    *(
        f"DROP TRIGGER IF EXISTS {name}"
        for name in ("states_counted", "states_moved_from", "states_moved_to", "states_discounted")
    ),
    "DROP TABLE IF EXISTS due_by_day",
)
_COUNTS = (
    """CREATE TABLE due_by_day (
        day INTEGER NOT NULL, topic TEXT NOT NULL, tier TEXT NOT NULL, cards INTEGER NOT NULL,
        PRIMARY KEY (day, topic, tier)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO due_by_day
        SELECT counted_on, topic, tier, count(*) FROM states WHERE counted_on IS NOT NULL GROUP BY 1, 2, 3""",
)
_COUNT = """INSERT INTO due_by_day VALUES (NEW.counted_on, NEW.topic, NEW.tier, 1)
            ON CONFLICT (day, topic, tier) DO UPDATE SET cards = cards + 1"""
_PLACE = "day = OLD.counted_on AND topic = OLD.topic AND tier = OLD.tier"
_DISCOUNT = f"""UPDATE due_by_day SET cards = cards - 1 WHERE {_PLACE};
            DELETE FROM due_by_day WHERE {_PLACE} AND cards = 0"""
_MOVED = """(OLD.counted_on IS NOT NEW.counted_on OR OLD.topic IS NOT NEW.topic OR OLD.tier IS NOT NEW.tier)"""
_COUNTING = (
    f"""CREATE TRIGGER states_counted AFTER INSERT ON states WHEN NEW.counted_on IS NOT NULL
        BEGIN {_COUNT}; END""",
    f"""CREATE TRIGGER states_moved_from AFTER UPDATE ON states WHEN OLD.counted_on IS NOT NULL AND {_MOVED}
        BEGIN {_DISCOUNT}; END""",
    f"""CREATE TRIGGER states_moved_to AFTER UPDATE ON states WHEN NEW.counted_on IS NOT NULL AND {_MOVED}
        BEGIN {_COUNT}; END""",
    f"""CREATE TRIGGER states_discounted AFTER DELETE ON states WHEN OLD.counted_on IS NOT NULL
        BEGIN {_DISCOUNT}; END""",
)


def m005_topics(connection: "Connection") -> None:
    """Add the columns, empty where nothing is known yet, and count anew."""
    for statement in (*_COLUMNS, *_OLD, *_COUNTS, *_COUNTING):
        connection.exec_driver_sql(statement)
