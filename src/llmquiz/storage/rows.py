"""Between core's dataclasses and rows: numbers for ratings and truths, text for seeds (any size) and lists.

What a review showed and was answered is kept as a hash in its row; the texts go to `contents`, packed.
A row that another program spoilt is an UnreadableRowError.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from llmquiz.core.answers import Rating
from llmquiz.core.events import EVENT_TYPES, AnyEvent, Review
from llmquiz.core.hashing import digest
from llmquiz.core.states import CardState, Phase
from llmquiz.storage.errors import UnreadableRowError
from llmquiz.storage.tables import EVENTS

CONTENT_FIELDS = ("shown", "answer")
"""The fields of a review whose texts lie in `contents`."""
EVENT_COLUMNS = tuple(column.name for column in EVENTS.columns)
STATE_COLUMNS = tuple(field.name for field in fields(CardState))

_SPOILT = (TypeError, ValueError, zlib.error)
"""What a value that is none raises when it is decoded."""
_PLACES = {name: place for place, name in enumerate(EVENT_COLUMNS)}
_KIND = _PLACES["kind"]
_FIELDS = {kind.kind: tuple(field.name for field in fields(kind)) for kind in EVENT_TYPES}
_TYPES: dict[str, Callable[..., AnyEvent]] = {kind.kind: kind for kind in EVENT_TYPES}


def pack(text: str) -> bytes:
    """A text as `contents` keeps it."""
    return zlib.compress(text.encode())


def unpack(body: object) -> str:
    """The text of a packed body; empty for a null, and for a hash whose body was not asked for."""
    return zlib.decompress(body).decode() if isinstance(body, bytes) else ""


_ENCODE: dict[str, Callable[[Any], Any]] = {
    "rating": int, "right": int, "guessed": int, "practice": int, "on": int, "known": int, "seed": str,
}  # fmt: skip
_DECODE: dict[str, Callable[[Any], Any]] = {
    "rating": Rating, "right": bool, "guessed": bool, "practice": bool, "on": bool, "known": bool, "seed": int,
    "shown": unpack, "answer": unpack,
}  # fmt: skip
_DECODERS = {
    kind: tuple((name, _PLACES[name], _DECODE.get(name)) for name in names) for kind, names in _FIELDS.items()
}  # fmt: skip


def event_row(event: AnyEvent) -> dict[str, Any]:
    """The row of an event, complete with nulls, so that all events go in with one statement."""
    row: dict[str, Any] = dict.fromkeys(EVENT_COLUMNS)
    row["kind"] = event.kind
    for name in _FIELDS[event.kind]:
        value = getattr(event, name)
        row[name] = _ENCODE[name](value) if name in _ENCODE else value
    for name in CONTENT_FIELDS:
        row[name] = digest(row[name]) if row[name] else None
    return row


def content_rows(events: Iterable[AnyEvent]) -> list[dict[str, Any]]:
    """The rows for `contents` that `events` refer to, each once."""
    reviews = (event for event in events if isinstance(event, Review))
    texts = {text for review in reviews for text in (review.shown, review.answer) if text}
    return [{"hash": digest(text), "body": pack(text)} for text in sorted(texts)]


def event_of(row: Sequence[Any]) -> AnyEvent:
    """The event of a row whose columns come in the order of EVENT_COLUMNS; a null is what a field is by default."""
    kind = row[_KIND]
    if kind not in _TYPES:  # STRICT tables keep texts whole: only a program that knows more writes such a kind
        raise UnreadableRowError("newer")
    try:
        there = ((name, row[place], decode) for name, place, decode in _DECODERS[kind] if row[place] is not None)
        return _TYPES[kind](**{name: decode(value) if decode else value for name, value, decode in there})
    except _SPOILT as error:  # a field that has to be there and is not, too
        raise UnreadableRowError("damaged") from error


def stored_event(row: Sequence[Any]) -> dict[str, Any]:
    """A row as JSON has it: ratings as numbers, true and false, no nulls, contents as text or else as their hash."""
    values = {name: value for name, value in zip(EVENT_COLUMNS, row, strict=True) if value is not None}
    hashed = {name for name in CONTENT_FIELDS if not isinstance(values.get(name), bytes)}
    try:
        for name in values.keys() & (_DECODE.keys() - {"rating", *hashed}):
            values[name] = _DECODE[name](values[name])
    except _SPOILT as error:
        raise UnreadableRowError("damaged") from error
    return values


def state_row(state: CardState) -> dict[str, Any]:
    """The row of a state."""
    row = {name: getattr(state, name) for name in STATE_COLUMNS}
    return row | {"phase": state.phase.value, "recent_forms": json.dumps(state.recent_forms, ensure_ascii=False)}


def state_of(row: Sequence[Any]) -> CardState:
    """The state of a row whose columns come in the order of STATE_COLUMNS."""
    values = dict(zip(STATE_COLUMNS, row, strict=True))
    try:
        values["phase"] = Phase(values["phase"])
        values["recent_forms"] = tuple(json.loads(values["recent_forms"]))
    except _SPOILT as error:
        raise UnreadableRowError("damaged") from error
    for name in ("failed", "introduced", "suspended"):
        values[name] = bool(values[name])
    return CardState(**values)
