"""Events with everything filled in that a test does not care about."""

from llmquiz.core.answers import Rating
from llmquiz.core.events import Amend, Retract, Review
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, SCHEDULER

CARD = "fact:gpt-4o/context_window#value"
MINUTE = 60_000
DAY = 24 * 60 * MINUTE


def review(day=0, rating=Rating.GOOD, **fields):
    """A review at noon of `day`, an open form planned next."""
    defaults = {
        "card": CARD,
        "at": day * DAY + DAY // 2,
        "offset": 0,
        "right": rating > Rating.AGAIN,
        "form": "typed",
        "options": 0,
        "rung": 2,
        "planned_form": "typed",
        "planned_options": 0,
        "retention": 0.9,
        "parameters": DEFAULT_PARAMETERS.id,
        "scheduler": SCHEDULER,
    }
    return Review(day=day, rating=Rating(rating), **{**defaults, **fields})


def amend(target, rating, **fields):
    """A second word on the review with the id `target`."""
    defaults = {"card": CARD, "at": 0, "day": 0, "offset": 0, "planned_form": "typed", "planned_options": 0}
    return Amend(target=target, rating=Rating(rating), **{**defaults, **fields})


def retract(target, **fields):
    """The review with the id `target` taken back."""
    return Retract(**{"card": CARD, "at": 0, "day": 0, "offset": 0, **fields}, target=target)
