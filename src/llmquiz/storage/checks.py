"""Whether a file is whole: pages, references, layout, contents, counts. Findings are sentences; none means well.

Which states are right is known further up, where the log is replayed; here they are compared with what lies in the
file, row by row: what cannot be read is not right either.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from llmquiz.core.hashing import digest
from llmquiz.core.states import CardState
from llmquiz.core.wordings import Wording, worded
from llmquiz.storage.clock import ID_PATTERN
from llmquiz.storage.layout import differences, has
from llmquiz.storage.queries import ALL_STATES
from llmquiz.storage.rows import STATE_COLUMNS, state_row, unpack
from llmquiz.storage.tables import CONTENTS, DUE_BY_DAY, EVENTS, STATES

_COUNTS = ("day", "topic", "tier", "cards")


def findings(connection: Connection) -> Iterator[Wording]:
    """What is wrong with the file, in sentences."""
    yield from _pages(connection)
    yield from _references(connection)
    yield from differences(connection)
    yield from _ids(connection)
    yield from _contents(connection)
    yield from _counts(connection)


def is_whole(connection: Connection) -> bool:
    """The quick look at start-up: whether every page is where it belongs."""
    return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok")


def unlike(connection: Connection, states: Iterable[CardState]) -> tuple[str, ...]:
    """The cards that the file keeps otherwise than `states` say. A card that is missing is as new as any."""
    right = {state.card: _row(state) for state in states}
    readable = has(connection, STATES, STATE_COLUMNS)
    kept = _kept(connection) if readable else {}
    cards = sorted(right.keys() | kept.keys())
    return tuple(card for card in cards if _row_of(card, right) != _row_of(card, kept))


def _kept(connection: Connection) -> dict[str, tuple[Any, ...]]:
    """The states as they lie in the file; none where a text of theirs cannot even be read."""
    try:
        return {row[0]: tuple(row) for row in connection.execute(ALL_STATES)}
    except DBAPIError:
        return {}


def _row_of(card: str, rows: dict[str, tuple[Any, ...]]) -> tuple[Any, ...]:
    return rows.get(card) or _row(CardState(card))


def _row(state: CardState) -> tuple[Any, ...]:
    return tuple(state_row(state).values())


def _pages(connection: Connection) -> Iterator[Wording]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield worded("The file is damaged: {line}.", line=line)


def _references(connection: Connection) -> Iterator[Wording]:
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield worded("A row of {table} refers to a row of {parent} that is not there.", table=table, parent=parent)


def _ids(connection: Connection) -> Iterator[Wording]:
    odd = select(EVENTS.c.id).where(func.glob(ID_PATTERN, EVENTS.c.id) == 0)
    for name in connection.execute(odd).scalars():
        yield worded("The event {name} has an id that llmquiz never gave.", name=name)


def _contents(connection: Connection) -> Iterator[Wording]:
    for name, body in connection.execute(select(CONTENTS.c.hash, CONTENTS.c.body)):
        try:
            right = digest(unpack(body)) == name
        except (zlib.error, UnicodeDecodeError):
            right = False
        if not right:
            yield worded("The content {name} is not what its name says.", name=name)


def _counts(connection: Connection) -> Iterator[Wording]:
    if not (has(connection, STATES, ("counted_on", "topic", "tier")) and has(connection, DUE_BY_DAY, _COUNTS)):
        return  # the layout says so
    place = (STATES.c.counted_on, STATES.c.topic, STATES.c.tier)
    counted = connection.execute(select(*place, func.count()).where(place[0].is_not(None)).group_by(*place))
    kept = connection.execute(select(*(DUE_BY_DAY.c[name] for name in _COUNTS)))
    if {tuple(row) for row in counted} != {tuple(row) for row in kept}:
        yield worded("The counts of due cards do not equal a recount.")
