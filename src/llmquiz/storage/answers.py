"""What is asked of the answers in the log, practice among them: by whom they were given wrongly, when, and to what.

An answer stands unless a retraction targets it; its rating is that of its latest amendment.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, select

from llmquiz.core.events import Amend, Flag, Retract, Review
from llmquiz.storage.tables import CONTENTS, EVENTS

_EVENT = EVENTS.c
_LATER = EVENTS.alias("later")
_RETRACTED = exists().where(_LATER.c.target == _EVENT.id, _LATER.c.kind == Retract.kind)
_STANDING = (_EVENT.kind == Review.kind) & ~_RETRACTED
_AMENDED = (
    select(_LATER.c.rating)
    .where(_LATER.c.target == _EVENT.id, _LATER.c.kind == Amend.kind)
    .order_by(_LATER.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_RATING = func.coalesce(_AMENDED, _EVENT.rating)

FLAGGED = select(_EVENT.card).where(_EVENT.kind == Flag.kind, _EVENT.text.is_not(None)).distinct()
"""The cards that something was said to be wrong with."""

ANSWERS_SINCE = select(_EVENT.card, _RATING).where(_STANDING, _EVENT.day >= bindparam("since"))
"""Card and rating of every answer `since` a day."""

PRACTISED = (
    select(_EVENT.card, _EVENT.day, _EVENT.at, _RATING).where(_STANDING, _EVENT.practice == 1).order_by(_EVENT.id)
)
"""Card, day, time and rating of every answer that was practice, oldest first."""


@cache
def wrong_choices(forms: tuple[str, ...], most: int | None) -> Select[Any]:
    """Card, day and packed texts of the choices that were and stayed wrong, the latest first."""
    shown, answer = CONTENTS.alias("shown"), CONTENTS.alias("answer")
    statement = (
        select(_EVENT.card, _EVENT.day, shown.c.body, answer.c.body)
        .join(shown, shown.c.hash == _EVENT.shown)
        .join(answer, answer.c.hash == _EVENT.answer)
        .where(_STANDING, _EVENT.right == 0, _EVENT.form.in_(forms), _RATING == 1)
        .order_by(_EVENT.id.desc())
    )
    return statement if most is None else statement.limit(most)
