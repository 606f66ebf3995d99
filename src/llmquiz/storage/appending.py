"""What is written: events with new ids, the texts they showed, and states. Each runs in the caller's transaction.

The parameters behind an id are logged once: an event that says what the log knows is left out.
"""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, bindparam, insert, literal_column, select
from sqlalchemy.dialects.sqlite import insert as upsert

from llmquiz.core.events import AnyEvent, Parameters
from llmquiz.core.states import CardState
from llmquiz.storage.clock import next_id
from llmquiz.storage.queries import LAST_ID
from llmquiz.storage.rows import STATE_COLUMNS, content_rows, event_row, state_row
from llmquiz.storage.shelving import ShelfOf, columns
from llmquiz.storage.tables import CONTENTS, EVENTS, STATES

_PARAMETERS = select(EVENTS.c.id).where(
    EVENTS.c.kind == literal_column(f"'{Parameters.kind}'"), EVENTS.c.parameters == bindparam("parameters")
)
_ABSENT = ~select(CONTENTS.c.hash).where(CONTENTS.c.hash == bindparam("hash")).exists()
_NEW_CONTENT = insert(CONTENTS).from_select(
    ["hash", "body"], select(bindparam("hash"), bindparam("body")).where(_ABSENT)
)  # fmt: skip
_NEW_EVENTS = insert(EVENTS)
_STATE = upsert(STATES)
_UPSERT_STATE = _STATE.on_conflict_do_update(
    index_elements=["card"], set_={name: _STATE.excluded[name] for name in STATE_COLUMNS if name != "card"}
)


def append_events(connection: Connection, events: Iterable[AnyEvent], device: str) -> tuple[AnyEvent, ...]:
    """Log `events` in order, and return them as they were logged."""
    logged = _numbered(connection, _without_known(connection, events), device)
    contents = content_rows(logged)
    if contents:
        connection.execute(_NEW_CONTENT, contents)
    if logged:
        connection.execute(_NEW_EVENTS, [event_row(event) for event in logged])
    return logged


def put_states(connection: Connection, states: Iterable[CardState], shelf_of: ShelfOf) -> None:
    """Keep `states`, each in the place of its card's former one, which stays on its shelf; `shelf_of` a new one's."""
    rows = [state_row(state) | columns(shelf_of(state.card)) for state in states]
    if rows:
        connection.execute(_UPSERT_STATE, rows)


def _without_known(connection: Connection, events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """`events` without parameters that the log has, or that come twice."""
    known: set[str] = set()
    fresh = []
    for event in events:
        if isinstance(event, Parameters):
            row = connection.execute(_PARAMETERS, {"parameters": event.parameters}).first()
            if row is not None or event.parameters in known:
                continue
            known.add(event.parameters)
        fresh.append(event)
    return fresh


def _numbered(connection: Connection, events: Iterable[AnyEvent], device: str) -> tuple[AnyEvent, ...]:
    """`events` with ids that go on from the last one of the log."""
    last = connection.execute(LAST_ID).scalar() or ""
    numbered: list[AnyEvent] = []
    for event in events:
        last = next_id(last, event.at, device)
        numbered.append(replace(event, id=last, device=device))
    return tuple(numbered)
