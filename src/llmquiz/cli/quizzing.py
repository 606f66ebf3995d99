"""From the options of `llmquiz quiz` to a practice, and from a practice that is over to its result as data."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from llmquiz.core.days import date_of
from llmquiz.study.cramming import Plan
from llmquiz.study.search.query import Mistake
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.quizzes import Quizzes
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui.browsing import mistake
from llmquiz.tui.quizzing import QUESTIONS
from llmquiz.tui.speech import _

_EPOCH = date_of(0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for."""

    line: str = ""
    weakest: bool = False
    mistakes: bool = False
    before: date | None = None
    limit: int | None = None


def practice(trainer: Trainer, wanted: Wanted) -> tuple[Practice, Plan | None]:
    """The practice that is asked for; until a date, with its plan. What cannot be asked for is wrong usage."""
    quizzes = trainer.quizzes()
    found = _found(quizzes, wanted)
    limit = wanted.limit or QUESTIONS
    if wanted.before is not None:
        plan = quizzes.before(found, _day(wanted.before, quizzes))
        cards = plan.left[: wanted.limit] if wanted.limit else plan.today
        return trainer.practise(cards, in_order=True), plan
    if wanted.weakest or not (wanted.line or wanted.mistakes):
        return trainer.practise(quizzes.weakest(found), limit, in_order=True), None
    return trainer.practise(found, limit), None


def _found(quizzes: Quizzes, wanted: Wanted) -> list[str]:
    """The cards to choose among."""
    found = quizzes.found(wanted.line)
    if isinstance(found, Mistake):
        raise click.UsageError(mistake(found))
    if not wanted.mistakes:
        return list(found)
    among = set(found) if wanted.line else None
    return [key for key in quizzes.mistakes_of_today() if among is None or key in among]


def nothing(wanted: Wanted) -> str:
    """Why there is no question; until a date, the plan says so."""
    if wanted.line:
        return _("There is no question about this.")
    return _("There were no mistakes today.") if wanted.mistakes else _("No card was met yet.")


def result_data(done: Practice, plan: Plan | None) -> dict[str, Any]:
    """What came of it."""
    results = done.results
    return {
        "answered": len(results),
        "right": sum(right for _, right in results),
        "minutes": round(sum(review.elapsed for review, _ in results) / 60_000, 1),
        "cards": [{"card": review.card, "form": review.form, "right": right} for review, right in results],
        "plan": None if plan is None else plan_data(plan),
    }


def plan_data(plan: Plan) -> dict[str, Any]:
    """A plan until a date, as it was before this quiz."""
    return {
        "before": date_of(plan.day).isoformat(),
        "days_left": plan.days_left,
        "endangered": plan.endangered,
        "done_today": plan.done_today,
        "today": len(plan.today),
    }


def _day(before: date, quizzes: Quizzes) -> int:
    day = (before - _EPOCH).days
    if day < quizzes.day:
        raise click.BadParameter(_("{day} is over.").format(day=before), param_hint="--before")
    return day
