"""A migration happens wholly or not at all, after a backup; what this program does not know is left alone."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from storage_samples import DAY, review, store_at

from llmquiz.storage import migrations
from llmquiz.storage.engine import engine_for
from llmquiz.storage.errors import StorageError
from llmquiz.storage.migrating import migrate
from llmquiz.storage.migrations import MIGRATIONS, Migration
from llmquiz.storage.store import Store


def m001_first(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE first (x INTEGER) STRICT")
    connection.exec_driver_sql("INSERT INTO first VALUES (1)")


def m002_second(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE second (x INTEGER) STRICT")


def m003_fails(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE third (x INTEGER) STRICT")
    connection.exec_driver_sql("UPDATE first SET x = 2")
    raise RuntimeError("half way")


def run(path: Path, steps: Sequence[Migration], *, writable: bool = True) -> None:
    engine = engine_for(path, patience=0.0)
    try:
        migrate(engine, path, steps, writable=writable)
    finally:
        engine.dispose()


def ask(path: Path, statement: str) -> list[object]:
    with closing(sqlite3.connect(path)) as raw:
        return [value for (value,) in raw.execute(statement)]


def test_the_number_of_a_migration_is_its_place() -> None:
    assert [f"m{number:03}" for number in range(1, len(MIGRATIONS) + 1)] == [step.__name__[:4] for step in MIGRATIONS]
    files = sorted(path.stem for path in Path(migrations.__path__[0]).glob("m*.py"))
    assert files == [step.__name__ for step in MIGRATIONS]


def test_pending_migrations_run_once_each_and_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [m001_first])
    run(path, [m001_first, m002_second])
    run(path, [m001_first, m002_second])
    assert ask(path, "SELECT name FROM migrations ORDER BY number") == ["m001_first", "m002_second"]
    assert ask(path, "SELECT x FROM first") == [1]


def test_a_failed_migration_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [m001_first])
    with pytest.raises(RuntimeError, match="half way"):
        run(path, [m001_first, m002_second, m003_fails])
    assert ask(path, "SELECT name FROM sqlite_schema ORDER BY name") == ["first", "migrations", "second"]
    assert (ask(path, "SELECT x FROM first"), ask(path, "SELECT number FROM migrations")) == ([1], [1, 2])


def test_a_backup_is_made_before_the_first_pending_migration_of_an_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [m001_first])
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.db"]
    run(path, [m001_first, m002_second])
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.db", "a.db.before-m002"]
    assert ask(tmp_path / "a.db.before-m002", "SELECT max(number) FROM migrations") == [1]


def test_a_file_that_cannot_be_written_to_is_not_migrated(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [m001_first])
    with pytest.raises(StorageError) as caught:
        run(path, [m001_first, m002_second], writable=False)
    assert caught.value.code == "outdated"


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "llmquiz.db"
    store_at(tmp_path).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO migrations VALUES (999, 'm999_future')")
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        store_at(tmp_path)
    assert ("newer", before) == (caught.value.code, path.read_bytes())
    assert (
        f"{path} was written by a newer llmquiz: update this one; the file was left as it is." == caught.value.message
    )


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "llmquiz.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        store_at(tmp_path)
    assert ("not-a-database", before) == (caught.value.code, path.read_bytes())


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "llmquiz.db").touch()
    with store_at(tmp_path) as store:
        store.append([review()])
        assert store.counts_by_day() == {DAY: 1}


def test_the_log_is_kept_in_a_write_ahead_log_also_after_a_restore(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "restored" / "llmquiz.db")
    store_at(tmp_path / "restored").close()
    assert ask(tmp_path / "restored" / "llmquiz.db", "PRAGMA journal_mode") == ["wal"]
