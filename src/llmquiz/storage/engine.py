"""SQLAlchemy engines whose transactions are ours: BEGIN to read, BEGIN IMMEDIATE to write, one file each.

The driver's own mode would not begin before DDL, so that a failed migration would leave half a table.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from time import sleep

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from llmquiz.storage.connecting import PATIENCE, connect

_WRITES = "llmquiz_writes"
_TRIES = 50
_PAUSE = 0.02
"""Seconds between two tries."""


def engine_for(path: Path, *, patience: float = PATIENCE, synchronous: str = "FULL") -> Engine:
    """An engine over one file; connections are opened when they are first needed."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(path, patience=patience, synchronous=synchronous),
        poolclass=QueuePool,
    )
    return _with_our_transactions(engine)


def engine_in_memory() -> Engine:
    """An engine over one connection that nobody else sees."""
    engine = create_engine(
        "sqlite+pysqlite://",
        connect_args={"isolation_level": None, "check_same_thread": False},
        poolclass=StaticPool,
    )
    return _with_our_transactions(engine)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the file, whatever others write meanwhile."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that holds the write lock: all of what is done in it is kept, or nothing."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


def use_write_ahead_log(engine: Engine) -> None:
    """Switch a new file to WAL, where it stays. SQLite does not wait for others here, so we do."""
    with closing(engine.raw_connection()) as connection:
        for left in reversed(range(_TRIES)):
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except OperationalError as error:
                if error.sqlite_errorcode != SQLITE_BUSY or not left:
                    raise
                sleep(_PAUSE)


def _with_our_transactions(engine: Engine) -> Engine:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
