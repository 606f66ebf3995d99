"""An answer that nobody gave, as the log would hold it: for measuring what is made of long logs."""

from llmquiz.core.answers import Rating
from llmquiz.core.events import Review
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, SCHEDULER

_DAY = 86_400_000
"""Milliseconds."""


def review(card: str, day: int, rating: Rating) -> Review:
    """A choice of four, answered at the beginning of a day, in Greenwich."""
    return Review(
        card=card,
        at=_DAY * day,
        day=day,
        offset=0,
        rating=rating,
        right=rating > Rating.AGAIN,
        form="choice-4",
        options=4,
        rung=1,
        planned_form="choice-4",
        planned_options=4,
        retention=0.9,
        parameters=DEFAULT_PARAMETERS.id,
        scheduler=SCHEDULER,
    )
