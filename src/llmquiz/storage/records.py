"""How many migrations a file has seen, for whoever opens it: a file of a newer program, or of another one, is refused.

Standard library only. `ask` runs a statement on whatever connection there is and gives back its rows.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from llmquiz.storage.errors import StorageError

Ask = Callable[[str], Iterable[Sequence[Any]]]


def migrations_done(ask: Ask, path: Path, known: int) -> int:
    """How many of the `known` migrations the file at `path` has seen; 0 is an empty file's number."""
    tables = {name for (name,) in ask("SELECT name FROM sqlite_schema")}
    if not tables:
        return 0
    columns = {name for (name,) in ask("SELECT name FROM pragma_table_info('migrations')")}
    if columns != {"number", "name"}:
        raise StorageError("not-a-database", path)
    records = [(number, name) for number, name in ask("SELECT number, name FROM migrations")]
    if not records:  # the first record is made with the first table: somebody took it away
        raise StorageError("damaged", path)
    if not all(_is_ours(number, name) for number, name in records):
        raise StorageError("not-a-database", path)
    done: int = max(number for number, _ in records)
    if done > known:
        raise StorageError("newer", path)
    return done


def _is_ours(number: object, name: object) -> bool:
    """Other programs have a table of this name too."""
    return isinstance(number, int) and str(name).startswith(f"m{number:03}_")
