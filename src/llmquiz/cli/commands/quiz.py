"""`llmquiz quiz`: practice, which changes nothing in the schedule; in the app, line by line, or with its result."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from llmquiz.cli import dates, speaking
from llmquiz.cli.app import needs_terminal
from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_

if TYPE_CHECKING:  # brings SQLAlchemy
    from llmquiz.study.cramming import Plan
    from llmquiz.trainer.practice import Practice
    from llmquiz.trainer.trainer import Trainer


@speaking.command(
    "quiz",
    short_help=N_("Practise; nothing of it is scheduled."),
    help=N_(
        "Practise the cards that QUERY finds (docs/searching.md); without one, those you have met, the weakest first."
    ),
)
@click.argument("query", nargs=-1)
@speaking.option("--weakest", is_flag=True, help=N_("The least known first, of the cards you have met."))
@speaking.option("--mistakes", is_flag=True, help=N_("Only what was answered wrongly today."))
@speaking.option(
    "--before",
    metavar="DATE",
    callback=dates.day,
    help=N_("Today's part of what you would no longer know on this day, the most endangered first."),
)
@speaking.option("--limit", metavar="N", type=click.IntRange(min=1), help=N_("At most this many questions (20)."))
@speaking.option("--plain", is_flag=True, help=N_("Line by line, as `llmquiz study --plain`."))
@speaking.option(
    "--json", "as_json", is_flag=True, help=N_("Line by line on stderr; then the result as one JSON object.")
)
@click.pass_obj
def command(
    surroundings: Surroundings,
    query: tuple[str, ...],
    weakest: bool,
    mistakes: bool,
    before: date | None,
    limit: int | None,
    plain: bool,
    as_json: bool,
) -> None:
    """In the app, line by line, or as JSON."""
    from llmquiz.cli.quizzing import Wanted, nothing, practice, result_data
    from llmquiz.trainer.views import FinishedView
    from llmquiz.tui.speech import speak

    if not (plain or as_json):
        needs_terminal()
    with surroundings.trainer() as trainer:
        speak(trainer.interface)
        wanted = Wanted(" ".join(query), weakest, mistakes, before, limit)
        quiz, plan = practice(trainer, wanted)
        finished = isinstance(quiz.view, FinishedView)
        if plan is not None:
            _tell(plan, trainer.settings.retention)
        elif finished:
            story(nothing(wanted))
        if not finished:
            _sit(trainer, quiz, plain=plain, as_json=as_json)
        if as_json:
            json_line(result_data(quiz, plan))


def _sit(trainer: "Trainer", quiz: "Practice", *, plain: bool, as_json: bool) -> None:
    if plain or as_json:
        from llmquiz.cli.plain.session import PlainSession

        PlainSession(trainer, quiz, sys.stdin, sys.stderr if as_json else sys.stdout).run()
    else:
        from llmquiz.tui.app import run

        run(trainer, quiz)


def _tell(plan: "Plan", retention: float) -> None:
    from llmquiz.tui.cramming import told

    story(told(plan, retention))
