"""What is asked of the log, as statements over columns. A review is effective unless a retraction targets it.

Practice is in the log, but in no count and no day's history: it is never scheduled, and undo passes it by.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, exists, func, select

from llmquiz.core.events import Bury, Note, Retract, Review, Suspend, Taught
from llmquiz.core.logged import Logged
from llmquiz.storage.rows import CONTENT_FIELDS, STATE_COLUMNS
from llmquiz.storage.tables import CONTENTS, EVENTS, STATES

_EVENT = EVENTS.c
_RETRACTION = EVENTS.alias("retraction")
_RETRACTED = exists().where(_RETRACTION.c.target == _EVENT.id, _RETRACTION.c.kind == Retract.kind)
_EFFECTIVE_REVIEW = (_EVENT.kind == Review.kind) & ~_RETRACTED
_SCHEDULED_REVIEW = _EFFECTIVE_REVIEW & (_EVENT.practice == 0)
_PUT_OFF = _EVENT.kind.in_((Suspend.kind, Bury.kind)) & ~_RETRACTED

LAST_ID = select(func.max(_EVENT.id))
"""The greatest id of the log."""

NOTES = select(_EVENT.card, _EVENT.text).where(_EVENT.kind == Note.kind, _EVENT.text.is_not(None)).order_by(_EVENT.id)
"""Every note, the latest of a card last."""

ALL_STATES = select(*(STATES.c[name] for name in STATE_COLUMNS)).order_by(STATES.c.card)
"""Every state, in order of cards."""

LOGGED = select(*(_EVENT[name] for name in Logged._fields)).order_by(_EVENT.id)
"""The log as columns."""

COUNTS_BY_DAY = select(_EVENT.day, func.count()).where(_SCHEDULED_REVIEW).group_by(_EVENT.day).order_by(_EVENT.day)
"""How many effective reviews each day has."""


def latest_counts(before: int, days: int) -> Select[Any]:
    """The same of the latest `days` before a day that have any, the latest first."""
    counted = select(_EVENT.day, func.count()).where(_SCHEDULED_REVIEW, _EVENT.day < before)
    return counted.group_by(_EVENT.day).order_by(_EVENT.day.desc()).limit(days)


def log(
    card: str | None = None,
    since_day: int | None = None,
    kinds: Collection[str] | None = None,
    *,
    with_content: bool = False,
) -> Select[Any]:
    """The events, oldest first; `with_content` joins the packed texts back where their hashes stand."""
    statement = _with_content() if with_content else select(*EVENTS.columns)
    if card is not None:
        statement = statement.where(_EVENT.card == card)
    if since_day is not None:
        statement = statement.where(_EVENT.day >= since_day)
    if kinds is not None:
        statement = statement.where(_EVENT.kind.in_(kinds))
    return statement.order_by(_EVENT.id)


def last_action(device: str) -> Select[Any]:
    """The latest effective review, suspension or burial of a device, with its contents; practice is left out."""
    statement = _with_content().where(_SCHEDULED_REVIEW | _PUT_OFF, _EVENT.device == device)
    return statement.order_by(_EVENT.id.desc()).limit(1)


def done_with(suspend: Suspend) -> Select[Any]:
    """All that was suspended, or taken up, in the same act: many cards at once share the moment; itself among them."""
    same = (_EVENT.kind == Suspend.kind) & (_EVENT.at == suspend.at) & (_EVENT.device == suspend.device)
    return select(*EVENTS.columns).where(same & (_EVENT.on == suspend.on), ~_RETRACTED).order_by(_EVENT.id)


def history(day: int) -> Select[Any]:
    """Id, card, kind and form of a day's lessons and effective reviews, in order."""
    lesson = _EVENT.kind == Taught.kind
    columns = (_EVENT.id, _EVENT.card, _EVENT.kind, _EVENT.form)
    return select(*columns).where(_EVENT.day == day, lesson | _SCHEDULED_REVIEW).order_by(_EVENT.id)


def _with_content() -> Select[Any]:
    """All columns, with bodies instead of hashes."""
    bodies = {name: CONTENTS.alias(name) for name in CONTENT_FIELDS}
    columns = [bodies[column.name].c.body if column.name in bodies else column for column in EVENTS.columns]
    joined: Any = EVENTS
    for name, body in bodies.items():
        joined = joined.outerjoin(body, body.c.hash == _EVENT[name])
    return select(*columns).select_from(joined)
