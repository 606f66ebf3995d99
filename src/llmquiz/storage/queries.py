"""What is asked of the log, as statements over columns. A review is effective unless a retraction targets it.

Each is made once, with parameters for what differs: making one costs more than asking it. Practice is in the log, but
in no count and no day's history: it is never scheduled, and undo passes it by.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, select

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

ONE_STATE = ALL_STATES.where(STATES.c.card == bindparam("card"))
"""The state of one `card`."""

LOGGED = select(*(_EVENT[name] for name in Logged._fields)).order_by(_EVENT.id)
"""The log as columns."""

COUNTS_BY_DAY = select(_EVENT.day, func.count()).where(_SCHEDULED_REVIEW).group_by(_EVENT.day).order_by(_EVENT.day)
"""How many effective reviews each day has."""


LATEST_COUNTS = (
    select(_EVENT.day, func.count())
    .where(_SCHEDULED_REVIEW, _EVENT.day < bindparam("before"))
    .group_by(_EVENT.day)
    .order_by(_EVENT.day.desc())
    .limit(bindparam("days"))
)
"""The same of the latest `days` `before` a day that have any, the latest first."""

HISTORY = (
    select(_EVENT.id, _EVENT.card, _EVENT.kind, _EVENT.form)
    .where(_EVENT.day == bindparam("on"), (_EVENT.kind == Taught.kind) | _SCHEDULED_REVIEW)
    .order_by(_EVENT.id)
)
"""Id, card, kind and form of the lessons and effective reviews `on` a day, in order."""


@cache
def log(*, card: bool = False, since: bool = False, kinds: bool = False, with_content: bool = False) -> Select[Any]:
    """The events, oldest first; `with_content` joins the packed texts back where their hashes stand.

    The others say by which parameters of their names it is narrowed down: a `card`, `since` a day, some `kinds`.
    """
    statement = _with_content() if with_content else select(*EVENTS.columns)
    if card:
        statement = statement.where(_EVENT.card == bindparam("card"))
    if since:
        statement = statement.where(_EVENT.day >= bindparam("since"))
    if kinds:
        statement = statement.where(_EVENT.kind.in_(bindparam("kinds", expanding=True)))
    return statement.order_by(_EVENT.id)


def done_with(suspend: Suspend) -> Select[Any]:
    """All that was suspended, or taken up, in the same act: many cards at once share the moment; itself among them."""
    same = (_EVENT.kind == Suspend.kind) & (_EVENT.at == suspend.at) & (_EVENT.device == suspend.device)
    return select(*EVENTS.columns).where(same & (_EVENT.on == suspend.on), ~_RETRACTED).order_by(_EVENT.id)


def _with_content() -> Select[Any]:
    """All columns, with bodies instead of hashes."""
    bodies = {name: CONTENTS.alias(name) for name in CONTENT_FIELDS}
    columns = [bodies[column.name].c.body if column.name in bodies else column for column in EVENTS.columns]
    joined: Any = EVENTS
    for name, body in bodies.items():
        joined = joined.outerjoin(body, body.c.hash == _EVENT[name])
    return select(*columns).select_from(joined)


LAST_ACTION = (
    _with_content()
    .where(_SCHEDULED_REVIEW | _PUT_OFF, _EVENT.device == bindparam("device"))
    .order_by(_EVENT.id.desc())
    .limit(1)
)
"""The latest effective review, suspension or burial of a `device`, with its contents; practice is left out."""
