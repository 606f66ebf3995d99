"""Whether a file is whole: pages, references, layout, contents, counts. Findings are sentences; none means well.

The layout is compared with one that the migrations lay in memory, so that a lost trigger is seen. Whether the states
equal a replay is asked further up, where the replay is known.
"""

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from llmquiz.core.hashing import digest
from llmquiz.storage.engine import engine_in_memory, writing
from llmquiz.storage.migrating import run
from llmquiz.storage.migrations import MIGRATIONS
from llmquiz.storage.rows import unpack
from llmquiz.storage.tables import CONTENTS, DUE_BY_DAY, STATES


def findings(connection: Connection) -> Iterator[str]:
    """What is wrong with the file, in sentences."""
    yield from _pages(connection)
    yield from _references(connection)
    yield from _layout(connection)
    yield from _contents(connection)
    yield from _counts(connection)


def is_whole(connection: Connection) -> bool:
    """The quick look at start-up: whether every page is where it belongs."""
    return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok")


def _pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {line}."


def _references(connection: Connection) -> Iterator[str]:
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"A row of {table} refers to a row of {parent} that is not there."


def _layout(connection: Connection) -> Iterator[str]:
    engine = engine_in_memory()
    with writing(engine) as blank:
        for number, migration in enumerate(MIGRATIONS, start=1):
            run(blank, number, migration)
        expected = _schema(blank)
    engine.dispose()
    present = _schema(connection)
    for kind, name in sorted(expected.keys() | present.keys()):
        if (kind, name) not in present:
            yield f"The {kind} {name} is missing."
        elif present[kind, name] != expected.get((kind, name)):
            yield f"The {kind} {name} is not as llmquiz made it."


def _schema(connection: Connection) -> dict[tuple[str, str], str]:
    """What is defined, without what SQLite adds by itself."""
    statement = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
    return {(kind, name): sql for kind, name, sql in connection.exec_driver_sql(statement)}


def _contents(connection: Connection) -> Iterator[str]:
    for name, body in connection.execute(select(CONTENTS.c.hash, CONTENTS.c.body)):
        try:
            right = digest(unpack(body)) == name
        except (zlib.error, UnicodeDecodeError):
            right = False
        if not right:
            yield f"The content {name} is not what its name says."


def _counts(connection: Connection) -> Iterator[str]:
    due = STATES.c.counted_on
    counted = connection.execute(select(due, func.count()).where(due.is_not(None)).group_by(due))
    kept = connection.execute(select(DUE_BY_DAY.c.day, DUE_BY_DAY.c.cards))
    if {tuple(row) for row in counted} != {tuple(row) for row in kept}:
        yield "The counts of due cards do not equal a recount."
