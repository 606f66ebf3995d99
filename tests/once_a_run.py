"""Knowledge that is compiled once for a run, by whichever worker comes first; the shipped one as a program, too."""

import gc
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


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Nobody else of the run works on what is kept at `path` meanwhile."""
    with closing(sqlite3.connect(path.with_suffix(".lock"), timeout=PATIENCE)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def compile_shipped(index: Path) -> None:
    """Bring an index of the shipped questions up to date."""
    with one_at_a_time(index), opened_shipped(index):
        pass


@contextmanager
def opened_shipped(index: Path) -> Iterator["Library"]:
    """The shipped library, without banks."""
    from llmquiz.files.paths import questions_root

    with _opened(questions_root(), index) as library:
        yield library


def compile_forest(root: Path) -> None:
    """Write the forest of all rooms to `root`, and compile it into the index beside it."""
    from forests import forest

    with one_at_a_time(root):
        if not root.exists():
            forest().write(root)
        with _opened(root, root.with_suffix(".db")):
            pass


@contextmanager
def _opened(questions: Path, index: Path) -> Iterator["Library"]:
    from llmquiz.library.library import Library
    from llmquiz.storage.index import Index

    with Index.open(index) as opened:
        yield Library(questions, (), TODAY, opened)


if __name__ == "__main__":
    gc.disable()  # as the program does while it opens
    compile_shipped(Path(sys.argv[1]))
    gc.freeze()  # and as it ends
