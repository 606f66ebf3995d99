"""How a SQLite file is opened, by everyone in this room: the modes, the promises (pragmas), the waiting time.

Standard library only. A file or folder that may not be written to is opened for reading, beside its log or without it.
"""

import errno
import os
import sqlite3
from pathlib import Path

from llmquiz.storage.errors import StorageError, kindly

PATIENCE = 2.0
"""Seconds to wait for another program's write."""
_OLDEST_SQLITE = (3, 37, 0)
_WRITE_BITS = 0o222


def connect(path: Path, *, patience: float = PATIENCE, synchronous: str = "FULL") -> sqlite3.Connection:
    """Open `path`, creating the file if need be; no transaction is ever begun by the driver."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StorageError("old-sqlite", sqlite3.sqlite_version)
    if path.is_dir():
        raise StorageError("a-folder", path)
    connection = sqlite3.connect(
        _address(path), uri=True, isolation_level=None, timeout=patience, check_same_thread=False
    )
    try:
        for name, value in _promises(path, synchronous):
            connection.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        connection.close()
        raise
    return connection


def is_there(path: Path) -> bool:
    """Whether there is a file yet. Raises StorageError where none can ever be, because something is in its way."""
    with kindly(path):
        try:
            path.stat()
        except FileNotFoundError:
            return False
    return True


def writable(path: Path) -> bool:
    """Whether `path` and its folder may be written to. What is marked read-only is left alone even by root."""
    return all(_may_write(place) for place in (path, path.parent) if place.exists())


def _may_write(place: Path) -> bool:
    return bool(place.stat().st_mode & _WRITE_BITS) and os.access(place, os.W_OK)


def _address(path: Path) -> str:
    """The file as a URI. Without a write-ahead log beside it, a file in a read-only folder opens only as immutable."""
    place = path.absolute().as_uri()
    if writable(path):
        return f"{place}?mode=rwc"
    log = path.with_name(path.name + "-wal")
    return f"{place}?mode=ro" if log.exists() else f"{place}?mode=ro&immutable=1"


def _promises(path: Path, synchronous: str) -> tuple[tuple[str, str], ...]:
    """`fullfsync` is for macOS, where a plain fsync may still lose an answer with the power."""
    if not writable(path):
        return (("query_only", "ON"),)
    return (
        ("synchronous", synchronous),
        ("fullfsync", "ON"),
        ("foreign_keys", "ON"),
        ("recursive_triggers", "ON"),
    )


def make_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, for its owner alone."""
    for place in (*reversed(folder.parents), folder):
        if not place.exists():
            place.mkdir(mode=0o700, exist_ok=True)
        elif not place.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
