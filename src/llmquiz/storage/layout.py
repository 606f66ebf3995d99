"""What is defined in a file, beside what the migrations define in memory; and how what is derived is laid anew.

The derived tables, all indexes and all triggers can be made again. The log and its contents are never touched.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from sqlalchemy import Connection, Table

from llmquiz.core.marking import N_
from llmquiz.core.wordings import Wording, worded
from llmquiz.storage.engine import engine_in_memory, writing
from llmquiz.storage.migrating import run
from llmquiz.storage.migrations import MIGRATIONS
from llmquiz.storage.tables import CONTENTS, DUE_BY_DAY, EVENTS, STATES

_PRECIOUS = (EVENTS, CONTENTS)
_DERIVED = (STATES.name, DUE_BY_DAY.name)
_DEFINED = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"

_MISSING = {
    "index": N_("The index {name} is missing."),
    "table": N_("The table {name} is missing."),
    "trigger": N_("The trigger {name} is missing."),
    "view": N_("The view {name} is missing."),
}
_STRANGE = {
    "index": N_("The index {name} is not as llmquiz made it."),
    "table": N_("The table {name} is not as llmquiz made it."),
    "trigger": N_("The trigger {name} is not as llmquiz made it."),
    "view": N_("The view {name} is not as llmquiz made it."),
}
Layout = Mapping[tuple[str, str], str]
"""Statements by kind and name, in the order in which they were given."""


def differences(connection: Connection) -> Iterator[Wording]:
    """What is missing and what is not as it was made, in sentences."""
    right, present = _right(), _present(connection)
    for kind, name in sorted(right.keys() | present.keys()):
        if (kind, name) not in present:
            yield worded(_MISSING[kind], name=name)
        elif present[kind, name] != right.get((kind, name)):
            yield worded(_STRANGE[kind], name=name)


def has_log(connection: Connection) -> bool:
    """Whether the tables are there that nothing can be derived from without."""
    present = _present(connection)
    return all(("table", table.name) in present for table in _PRECIOUS)


def has(connection: Connection, table: Table, columns: Collection[str]) -> bool:
    """Whether there is such a table with at least these columns."""
    found = connection.exec_driver_sql("SELECT name FROM pragma_table_xinfo(?)", (table.name,)).scalars()
    return set(columns) <= set(found)


def lay_anew(connection: Connection) -> None:
    """Make the derived tables anew and empty, and every index and trigger that is missing or not as it was made."""
    right = _right()
    for (kind, name), statement in _present(connection).items():
        changed = kind in ("index", "trigger") and right.get((kind, name), statement) != statement
        if changed or name in _DERIVED:
            connection.exec_driver_sql(f'DROP {kind} IF EXISTS "{name}"')  # it may have gone with its table
    present = _present(connection)
    for (kind, name), statement in right.items():
        if (kind, name) not in present and (kind != "table" or name in _DERIVED):
            connection.exec_driver_sql(statement)


@cache
def _right() -> Layout:
    """What the migrations define: the same for every file."""
    engine = engine_in_memory()
    with writing(engine) as blank:
        for number, migration in enumerate(MIGRATIONS, start=1):
            run(blank, number, migration)
        right = _present(blank)
    engine.dispose()
    return right


def _present(connection: Connection) -> Layout:
    """What is defined, without what SQLite adds by itself."""
    return {(kind, name): statement for kind, name, statement in connection.exec_driver_sql(_DEFINED)}
