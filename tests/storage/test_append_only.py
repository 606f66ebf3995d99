"""The triggers of the file refuse to change the log, also for a program that knows nothing of llmquiz."""

import sqlite3
from contextlib import closing

import pytest
from storage_samples import review

from llmquiz.storage.store import Store

STATEMENTS = [
    "UPDATE events SET rating = 4",
    "UPDATE OR REPLACE events SET id = 'x'",
    "DELETE FROM events",
    "INSERT OR REPLACE INTO events SELECT * FROM events",
    "REPLACE INTO events (id, kind, card, at, day, offset, device) SELECT id, 'reset', 'c', 0, 0, 0, 'd' FROM events",
    "INSERT INTO events SELECT * FROM events WHERE true ON CONFLICT (id) DO UPDATE SET rating = 4",
    "UPDATE contents SET body = x'00'",
    "DELETE FROM contents",
    "INSERT OR REPLACE INTO contents SELECT hash, x'00' FROM contents",
]


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_that_changes_the_log_is_refused(store: Store, statement: str, recursive: str) -> None:
    before = store.append([review()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute(f"PRAGMA recursive_triggers = {recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    assert before == tuple(store.events(with_content=True))


def test_tables_take_no_value_of_another_type(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as raw, pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        raw.execute("INSERT INTO due_by_day VALUES (1, 'ideas', 'core', 'many')")
