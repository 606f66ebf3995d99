"""What can be wrong with a file, as one error with one sentence: what happened, and what to do now.

Standard library only. A driver's error that no learner can cause (a broken constraint, wrong SQL) is left as it is.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from llmquiz.core.marking import N_

_SENTENCES = {
    "locked": N_("{path} is in use by another program: close the other one and try again."),
    "read-only": N_(
        "{path} cannot be written to: make the file and its folder writable, or set LLMQUIZ_HOME elsewhere."),
    "unreadable": N_("{path} cannot be opened: check that you are allowed to read the file and its folder."),
    "disk-full": N_(
        "The disk that holds {path} is full: free some space and try again; nothing that was saved is lost."),
    "disk-error": N_("Reading or writing {path} failed: check the disk, then run `llmquiz doctor`."),
    "damaged": N_("{path} is damaged: run `llmquiz doctor`, or put a backup in its place."),
    "not-a-database": N_("{path} is not a database of llmquiz: move it away, or put a backup in its place."),
    "a-folder": N_("{path} is a folder where a file is expected: move it away."),
    "no-folder": N_("{path} cannot be made: something on the way to it is not a folder; set LLMQUIZ_HOME elsewhere."),
    "missing": N_("{path} does not exist: check the name, or start llmquiz once to create it."),
    "newer": N_("{path} was written by a newer llmquiz: update this one; the file was left as it is."),
    "outdated": N_("{path} needs a migration but cannot be written to: make the file and its folder writable."),
    "old-sqlite": N_("This Python comes with SQLite {path}, and llmquiz needs 3.37: use a newer Python."),
    "no-device": N_("This computer has no device id for {path}: write a short name into the file `device`."),
    "own-file": N_("{path} is the database itself: give the backup another name."),
}  # fmt: skip
_CODES = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "unreadable",
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_IOERR: "disk-error",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not-a-database",
    sqlite3.SQLITE_CANTOPEN: "unreadable",
}
_SYSTEM_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EROFS: "read-only",
    errno.EEXIST: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "a-folder",
}
_DAMAGE = ("no such table", "Could not decode to UTF-8")
"""What SQLite and its driver say of a file that is damaged and has no code for it. Every table that is asked for was
made by a migration, and every text was one when it was written."""
_LITTLE = 2**20
"""Bytes. SQLite has other words for a full disk when it cannot even begin (a log, an index of it): failed reading or
writing. With less room than this, that is what is meant."""
CODES = tuple(_SENTENCES)
"""Every code a StorageError can have."""


class StorageError(Exception):
    """A file that cannot be used as asked. `code` is for programs, `message` is one sentence for people."""

    def __init__(self, code: str, subject: Path | str) -> None:
        self.code, self._subject = code, str(subject)
        self.message = self.told()
        super().__init__(self.message)

    def told(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in another language. Not a `Wording`: a shell prompt does without."""
        return translate(_SENTENCES[self.code]).format(path=self._subject)


class UnreadableRowError(Exception):
    """A row that nothing can be made of; `code` is the StorageError's, which will know the file."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def room_for(path: Path) -> int:
    """The bytes that can still be written beside `path`; plenty, when nobody knows."""
    import shutil  # a shell prompt does without

    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return _LITTLE


@contextmanager
def kindly(path: Path, *, room: Callable[[Path], int] = room_for) -> Iterator[None]:
    """Turn what the driver and the system say about `path` into a StorageError."""
    try:
        yield
    except StorageError:
        raise
    except Exception as error:
        code = _code_of(getattr(error, "orig", error), path)
        if code is None:
            raise
        if code == "disk-error" and room(path) < _LITTLE:
            code = "disk-full"
        raise StorageError(code, path) from error


def _code_of(error: object, path: Path) -> str | None:
    """The code for a driver's or the system's error; None for a mistake of ours."""
    if isinstance(error, PermissionError):
        return "read-only" if os.access(path.parent, os.R_OK | os.X_OK) else "unreadable"
    if isinstance(error, OSError):
        return _SYSTEM_CODES.get(error.errno or 0, "disk-error")
    if isinstance(error, UnreadableRowError):
        return error.code
    if not isinstance(error, sqlite3.Error):
        return None
    if str(error).startswith(_DAMAGE):
        return "damaged"
    return _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
