"""The shipped questions, compiled once for a whole run: also as a program, beside the tests that do not need them."""

import gc
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from llmquiz.files.paths import questions_root
from llmquiz.library.library import Library
from llmquiz.storage.index import Index

TODAY = date(2026, 11, 2)
PATIENCE = 120
"""Seconds: longer than compiling takes on a slow machine."""


def compile_into(path: Path) -> None:
    """Bring the index at `path` up to date, one process after the other."""
    with closing(sqlite3.connect(path.with_suffix(".lock"), timeout=PATIENCE)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        with Index.open(path) as index:
            Library(questions_root(), (), TODAY, index)


if __name__ == "__main__":
    gc.disable()  # as the program does while a library is made: a tenth of the time
    compile_into(Path(sys.argv[1]))
