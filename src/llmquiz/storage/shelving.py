"""Where the cards of the states stand: topic and tier, by which what is due is counted, or nowhere: not asked at all.

What the settings switch off is no matter of this: whoever counts leaves it out.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from llmquiz.storage.layout import has
from llmquiz.storage.tables import STATES

Shelf = tuple[str, str]
"""Topic and tier; both are empty where they are not known yet."""
ShelfOf = Callable[[str], Shelf | None]
"""The shelf of a card, by its key; None for one that is not asked at all."""

_COLUMNS = ("card", "active", "topic", "tier")
_SHELVES = select(*(STATES.c[name] for name in _COLUMNS))
_SHELVE = (
    update(STATES)
    .where(STATES.c.card == bindparam("key"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS[1:]})
)


def anywhere(_card: str) -> Shelf:
    """The shelf of every card as long as nobody says where they stand."""
    return "", ""


def columns(shelf: Shelf | None) -> dict[str, Any]:
    """What a state's row says of it."""
    topic, tier = shelf or ("", "")
    return {"active": int(shelf is not None), "topic": topic, "tier": tier}


def shelves(connection: Connection) -> dict[str, Shelf | None]:
    """Where the cards stand, as far as the file can tell."""
    if not has(connection, STATES, _COLUMNS):
        return {}
    return {card: (topic, tier) if active else None for card, active, topic, tier in connection.execute(_SHELVES)}


def shelve(connection: Connection, changes: Mapping[str, Shelf | None]) -> None:
    """Put cards in other places, in the caller's transaction."""
    rows = ({f"new_{name}": value for name, value in columns(shelf).items()} for shelf in changes.values())
    connection.execute(_SHELVE, [{"key": card, **row} for card, row in zip(changes, rows, strict=True)])
