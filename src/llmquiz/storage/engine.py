"""SQLAlchemy engines whose transactions are ours: BEGIN to read, BEGIN IMMEDIATE to write, one file each.

The driver's own mode would not begin before DDL, so that a failed migration would leave half a table.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import connect as connect_driver
from time import sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import Pool, QueuePool, StaticPool

from llmquiz.storage.connecting import PATIENCE, connect

_TRIES = 50
_PAUSE = 0.02
"""Seconds between two tries."""
_MODEL = create_engine("sqlite+pysqlite://", poolclass=StaticPool)
"""Lends its dialect to the engines of all files, and is never connected."""
_COMPILED: dict[Any, Any] = {}
"""Statements as SQL, for all engines: they are a few dozen, and each is put into SQL once a run, not once a file."""


def engine_for(path: Path, *, patience: float = PATIENCE, synchronous: str = "FULL") -> Engine:
    """An engine over one file; connections are opened when they are first needed."""
    return _engine(QueuePool, lambda: connect(path, patience=patience, synchronous=synchronous))


def engine_in_memory() -> Engine:
    """An engine over one connection that nobody else sees."""
    return _engine(StaticPool, lambda: connect_driver(":memory:", isolation_level=None, check_same_thread=False))


def _engine(pool: type[Pool], connected: Callable[[], Any]) -> Engine:
    """An engine whose pool rolls nothing back: `reading` and `writing` have ended what they began."""
    connections = pool(connected, dialect=_MODEL.dialect, reset_on_return=None)
    options = {"compiled_cache": _COMPILED}
    return Engine(connections, _MODEL.dialect, _MODEL.url, execution_options=options)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the file, whatever others write meanwhile."""
    with engine.connect() as connection, connection.begin():
        _driver(connection).execute("BEGIN")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that holds the write lock: all of what is done in it is kept, or nothing."""
    with engine.connect() as connection, connection.begin():
        _driver(connection).execute("BEGIN IMMEDIATE")
        yield connection


def _driver(connection: Connection) -> Any:
    """The connection beneath: what begins a transaction has no result."""
    return connection.connection.driver_connection


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
