"""The first layout: the log and its contents, which only grow; the states and their counts by day, which are derived.

`events` has one column a field of an event, null where a kind has no such field. Written once: never edited again.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TABLES = (
    "CREATE TABLE contents (hash TEXT NOT NULL PRIMARY KEY, body BLOB NOT NULL) STRICT",
    """CREATE TABLE events (
        id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, card TEXT NOT NULL,
        at INTEGER NOT NULL, day INTEGER NOT NULL, "offset" INTEGER NOT NULL, device TEXT NOT NULL,
        target TEXT, rating INTEGER CHECK (rating BETWEEN 1 AND 4), "right" INTEGER,
        form TEXT, options INTEGER, rung INTEGER, planned_form TEXT, planned_options INTEGER,
        retention REAL, parameters TEXT, scheduler TEXT, fingerprint TEXT, seed TEXT, lang TEXT,
        elapsed INTEGER, guessed INTEGER, hint INTEGER, practice INTEGER,
        shown TEXT REFERENCES contents (hash), answer TEXT REFERENCES contents (hash),
        "on" INTEGER, until INTEGER, text TEXT, "values" TEXT, old TEXT, new TEXT
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE states (
        card TEXT NOT NULL PRIMARY KEY, phase TEXT NOT NULL, step INTEGER NOT NULL, stability REAL, difficulty REAL,
        due_day INTEGER, due_at INTEGER, last_day INTEGER, last_at INTEGER,
        repetitions INTEGER NOT NULL, "right" INTEGER NOT NULL, lapses INTEGER NOT NULL, rung INTEGER NOT NULL,
        failed INTEGER NOT NULL, fingerprint TEXT NOT NULL, recent_forms TEXT NOT NULL, introduced INTEGER NOT NULL,
        suspended INTEGER NOT NULL, buried_until INTEGER,
        active INTEGER NOT NULL DEFAULT 1,
        counted_on INTEGER GENERATED ALWAYS AS (
            CASE WHEN active AND NOT suspended THEN max(due_day, coalesce(buried_until, due_day)) END
        ) VIRTUAL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE due_by_day (day INTEGER NOT NULL PRIMARY KEY, cards INTEGER NOT NULL) STRICT",
)
_INDEXES = (
    "CREATE INDEX events_by_card ON events (card, id)",
    "CREATE INDEX events_by_day ON events (day, id)",
    "CREATE INDEX events_by_target ON events (target) WHERE target IS NOT NULL",
    "CREATE INDEX events_by_parameters ON events (parameters) WHERE kind = 'parameters'",
)
_COUNT = "INSERT INTO due_by_day VALUES (NEW.counted_on, 1) ON CONFLICT (day) DO UPDATE SET cards = cards + 1"
_DISCOUNT = (
    "UPDATE due_by_day SET cards = cards - 1 WHERE day = OLD.counted_on; "
    "DELETE FROM due_by_day WHERE day = OLD.counted_on AND cards = 0"
)
_COUNTING = (
    f"""CREATE TRIGGER states_counted AFTER INSERT ON states WHEN NEW.counted_on IS NOT NULL
        BEGIN {_COUNT}; END""",
    f"""CREATE TRIGGER states_moved_from AFTER UPDATE ON states
        WHEN OLD.counted_on IS NOT NULL AND OLD.counted_on IS NOT NEW.counted_on
        BEGIN {_DISCOUNT}; END""",
    f"""CREATE TRIGGER states_moved_to AFTER UPDATE ON states
        WHEN NEW.counted_on IS NOT NULL AND OLD.counted_on IS NOT NEW.counted_on
        BEGIN {_COUNT}; END""",
    f"""CREATE TRIGGER states_discounted AFTER DELETE ON states WHEN OLD.counted_on IS NOT NULL
        BEGIN {_DISCOUNT}; END""",
)


def m001_log(connection: "Connection") -> None:
    """Lay the tables, their indexes, and the triggers that keep the log append-only and the counts right."""
    append_only = (*_append_only("events", "id"), *_append_only("contents", "hash"))
    for statement in (*_TABLES, *_INDEXES, *append_only, *_COUNTING):
        connection.exec_driver_sql(statement)


def _append_only(table: str, key: str) -> tuple[str, ...]:
    """The insert is watched too: INSERT OR REPLACE slips past a delete trigger on a connection without our pragmas."""
    known = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"
    refuse = "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
    return (
        f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table} WHEN {known} {refuse}",
    )
