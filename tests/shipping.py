"""The shipped questions, compiled once for a whole run: also as a program, beside the tests that do not need them."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever only hands out the tests to others needs none of it
    from llmquiz.library.library import Library

TODAY = date(2026, 11, 2)
PATIENCE = 120
"""Seconds: longer than compiling takes on a slow machine."""


def compile_into(path: Path) -> None:
    """Bring the index at `path` up to date, one process after the other."""
    with closing(sqlite3.connect(path.with_suffix(".lock"), timeout=PATIENCE)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        with opened(path):
            pass


@contextmanager
def opened(path: Path) -> Iterator["Library"]:
    """The shipped library, without banks, with an index at `path`."""
    from llmquiz.files.paths import questions_root
    from llmquiz.library.library import Library
    from llmquiz.storage.index import Index

    with Index.open(path) as index:
        yield Library(questions_root(), (), TODAY, index)


if __name__ == "__main__":
    compile_into(Path(sys.argv[1]))
