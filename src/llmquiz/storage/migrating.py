"""Bring a file to the layout this program speaks: one transaction a migration, a backup before the first.

A file of a newer program, or of another one, is refused untouched.
"""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine

from llmquiz.storage.backups import copy_database
from llmquiz.storage.engine import reading, use_write_ahead_log, writing
from llmquiz.storage.errors import StorageError
from llmquiz.storage.migrations import Migration
from llmquiz.storage.records import migrations_done

_RECORDS = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT"


def migrate(engine: Engine, path: Path, migrations: Sequence[Migration], *, writable: bool) -> None:
    """Run what is pending in `path`, after a backup when the file has something to lose."""
    with reading(engine) as connection:
        done = _done(connection, path, migrations)
    if not writable:
        if done < len(migrations):
            raise StorageError("outdated", path)
        return
    use_write_ahead_log(engine)
    if 0 < done < len(migrations):
        copy_database(path, path.with_name(f"{path.name}.before-m{done + 1:03}"))
    for number in range(done + 1, len(migrations) + 1):
        with writing(engine) as connection:
            if _done(connection, path, migrations) < number:
                run(connection, number, migrations[number - 1])


def run(connection: Connection, number: int, migration: Migration) -> None:
    """One migration and its record, in the caller's transaction."""
    connection.exec_driver_sql(_RECORDS)
    migration(connection)
    connection.exec_driver_sql("INSERT INTO migrations VALUES (?, ?)", (number, migration.__name__))


def _done(connection: Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """How many migrations the file has seen. Refuses a file of a newer program, or of another one."""
    return migrations_done(lambda statement: connection.exec_driver_sql(statement).all(), path, len(migrations))
