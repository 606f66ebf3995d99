"""The index's file: its tables, and how to come by one that works. Disposable: `synchronous=OFF`, no migrations.

A damaged file, or one of another layout, is deleted and made anew; where nothing can be written it lives in memory.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Integer, MetaData, Table, Text
from sqlalchemy.dialects.sqlite import Insert, insert

from llmquiz.storage.connecting import make_folder
from llmquiz.storage.engine import engine_for, engine_in_memory, reading, use_write_ahead_log, writing
from llmquiz.storage.errors import StorageError, kindly

USELESS = ("damaged", "not-a-database", "newer")
"""The codes of errors after which an index is made anew."""
_LAYOUT = 2
"""Raise it with every change of the tables."""
_METADATA = MetaData()

DOCUMENTS = Table(
    "documents",
    _METADATA,
    Column("path", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("compiler", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("seal", Text, nullable=False),
    sqlite_strict=True,
)
"""What each file was compiled to, and by which version of the compiler. `seal`: a hash of what was kept."""

BLOBS = Table(
    "blobs",
    _METADATA,
    Column("name", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("seal", Text, nullable=False),
    sqlite_strict=True,
)
"""What was compiled from many files, under the key of them all; with its seal."""


def usable_engine(path: Path, patience: float) -> Engine:
    """The file's engine; a new file's when that is of no use; one in memory when there can be no file."""
    for _ in range(2):
        try:
            return _engine_on(path, patience)
        except StorageError as error:
            if error.code not in USELESS or not discard(path):
                break
    return passing_engine()


def passing_engine() -> Engine:
    """An index that lasts as long as the program."""
    return _laid_out(engine_in_memory(), Path(":memory:"))


def put(table: Table, values: Mapping[str, Any]) -> Insert:
    """Insert `values`, in the place of the row with the same primary key."""
    statement = insert(table).values(values)
    keys = [column.name for column in table.primary_key]
    return statement.on_conflict_do_update(
        index_elements=keys, set_={name: statement.excluded[name] for name in values if name not in keys}
    )


def _engine_on(path: Path, patience: float) -> Engine:
    engine = engine_for(path, patience=patience, synchronous="OFF")
    try:
        with kindly(path):
            make_folder(path.parent)
            return _laid_out(engine, path)
    except BaseException:
        engine.dispose()
        raise


def _laid_out(engine: Engine, path: Path) -> Engine:
    """`engine` with the tables of this layout; another layout is refused."""
    with reading(engine) as connection:
        layout = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        empty = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema").first() is None
    if layout == _LAYOUT:
        return engine
    if not empty:
        raise StorageError("newer", path)
    use_write_ahead_log(engine)
    with writing(engine) as connection:
        _METADATA.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {_LAYOUT}")
    return engine


def discard(path: Path) -> bool:
    """Delete the file with what SQLite keeps beside it, if that is allowed."""
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError:
        return False
    return True
