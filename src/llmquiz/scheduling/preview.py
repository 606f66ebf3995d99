"""All four outcomes of an answer before it is given, and the review that will be logged for each.

The planned next form depends on the memory after the answer and the interval on the planned form. The ladder that
plans is not known here: the caller hands it in as a function of the state after.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from llmquiz.core.answers import Rating
from llmquiz.core.events import Amend, Review
from llmquiz.core.forms import Asking
from llmquiz.core.states import CardState
from llmquiz.scheduling.fold import apply
from llmquiz.scheduling.parameters import DEFAULT_KNOWN, Known

Plan = Callable[[CardState], Asking | None]
"""How a card in this state would be asked next; None for a card that no form can ask."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A review with its planned form filled in, and the state it leads to: `apply(before, review) == state`."""

    review: Review
    state: CardState


def outcome(state: CardState, review: Review, plan: Plan, known: Known = DEFAULT_KNOWN) -> Outcome:
    """Fill the planned form into `review` and fold it. Its own planned form and options are ignored."""
    unplanned = apply(state, replace(review, planned_form="", planned_options=0), known)
    asking = plan(unplanned)
    planned = replace(
        review,
        planned_form=asking.form if asking else "",
        planned_options=asking.options if asking else 0,
    )
    return Outcome(planned, apply(state, planned, known))


def outcomes(state: CardState, review: Review, plan: Plan, known: Known = DEFAULT_KNOWN) -> dict[Rating, Outcome]:
    """What each of the four ratings would lead to; the rating of `review` is ignored."""
    return {rating: outcome(state, replace(review, rating=rating), plan, known) for rating in Rating}


def amendment(before: CardState, review: Review, amend: Amend, plan: Plan, known: Known = DEFAULT_KNOWN) -> Amend:
    """Fill the planned form into `amend`, the second word on `review`, which was given in the state `before`."""
    amended = replace(review, rating=amend.rating, guessed=amend.guessed)
    planned = outcome(before, amended, plan, known).review
    return replace(amend, planned_form=planned.planned_form, planned_options=planned.planned_options)
