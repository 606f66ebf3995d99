"""From an answered question to the review that is logged, and from a state to when its card comes next."""

from llmquiz.core.answers import Answer, Rating, Verdict
from llmquiz.core.events import Amend, Review
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.parameters import SCHEDULER
from llmquiz.trainer.clock import Moment
from llmquiz.trainer.records import answered, shown
from llmquiz.trainer.views import Due, QuestionView

_MINUTE = 60_000
_LONGEST = 60_000
"""Milliseconds: who takes longer was making tea."""


def draft_review(
    question: QuestionView,
    answer: Answer,
    verdict: Verdict,
    *,
    now: Moment,
    asked_at: int,
    retention: float,
    parameters: str,
    fingerprint: str,
) -> Review:
    """The review of an answer; the planned form is still to be filled in."""
    item, asking = question.item, question.asking
    return Review(
        card=item.card,
        at=now.at,
        day=now.day,
        offset=now.offset,
        rating=verdict.rating,
        right=verdict.right,
        form=asking.form,
        options=asking.options,
        rung=asking.rung,
        planned_form="",
        planned_options=0,
        retention=retention,
        parameters=parameters,
        scheduler=SCHEDULER,
        fingerprint=fingerprint,
        seed=item.seed,
        lang=item.lang,
        elapsed=min(_LONGEST, max(0, now.at - asked_at)),
        hint=int(question.hint),
        shown=shown(item),
        answer=answered(item, answer),
    )


def draft_amend(review: Review, rating: Rating, *, guessed: bool, now: Moment) -> Amend:
    """A second word on a review; the planned form is still to be filled in."""
    return Amend(
        card=review.card,
        target=review.id,
        rating=rating,
        planned_form="",
        planned_options=0,
        guessed=guessed,
        at=now.at,
        day=now.day,
        offset=now.offset,
    )


def due(state: CardState, now: Moment) -> Due:
    """When the card comes next, seen from `now`."""
    if state.phase in (Phase.LEARNING, Phase.RELEARNING) and state.due_at is not None:
        return Due(minutes=max(1, round((state.due_at - now.at) / _MINUTE)))
    return Due(days=max(0, (state.due_day or now.day) - now.day))
