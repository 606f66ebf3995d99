"""Copies of a live database through SQLite's backup API: whole, consistent, in one file, and put in place at once.

Standard library only.
"""

import os
from contextlib import closing
from pathlib import Path

from llmquiz.storage.connecting import connect
from llmquiz.storage.errors import StorageError, kindly


def copy_database(source: Path, to: Path) -> None:
    """Copy `source` to `to`. What stood at `to` stays until the copy is complete."""
    if to.exists() and to.samefile(source):
        raise StorageError("own-file", to)
    draft = to.with_name(f"{to.name}.{os.getpid()}.part")
    with kindly(to):
        try:
            _copy(source, draft)
            draft.replace(to)
        finally:
            draft.unlink(missing_ok=True)


def _copy(source: Path, draft: Path) -> None:
    """The copy leaves WAL mode, so that it is one file, which also opens where nothing can be written."""
    with closing(connect(source)) as original, closing(connect(draft)) as copy:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
