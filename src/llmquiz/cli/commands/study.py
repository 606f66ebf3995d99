"""`llmquiz study`: today's session, in the app or line by line."""

import sys
from collections.abc import Sequence

import click

from llmquiz.cli import completing, speaking
from llmquiz.cli.app import known_topic, open_app
from llmquiz.cli.output import story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.core.problems import Problem
from llmquiz.files.cleaning import visible
from llmquiz.files.paths import Home
from llmquiz.tui import setting_names
from llmquiz.tui.speech import _, ngettext


@speaking.command(
    "study",
    short_help=N_("Study today's cards."),
    help=N_("Study today's cards; start again at any time, it goes on where it stopped."),
)
@speaking.option(
    "--plain", is_flag=True, help=N_("Line by line, for screen readers, pipes and scripts; :h shows the commands.")
)
@speaking.option(
    "--topic", metavar="ID", default="", shell_complete=completing.topics, help=N_("Cards of this topic alone.")
)
@speaking.option("--limit", metavar="N", type=click.IntRange(min=1), help=N_("At most this many questions."))
@speaking.option("--minutes", metavar="N", type=click.IntRange(min=1), help=N_("About this long, say 5."))
@click.pass_obj
def command(surroundings: Surroundings, plain: bool, topic: str, limit: int | None, minutes: int | None) -> None:
    """In the app, or line by line."""
    if plain:
        _study_plainly(surroundings, topic, limit, minutes or 0)
    else:
        open_app(surroundings, study=True, topic=topic, limit=limit, minutes=minutes or 0)


def _study_plainly(surroundings: Surroundings, topic: str, limit: int | None, minutes: int) -> None:
    from llmquiz.cli.plain.session import PlainSession

    with surroundings.trainer() as trainer:
        known_topic(topic, tuple(trainer.library.topics))
        known = setting_names.known_to(trainer)
        trainer.note_problems(setting_names.usable(trainer.settings, known, trainer.config)[1])
        if trainer.problems:
            _tell_of_problems(trainer.problems, surroundings.home)
        session = trainer.study(topic=topic, limit=limit, minutes=minutes)
        PlainSession(trainer, session, sys.stdin, sys.stdout).run()


def _tell_of_problems(problems: Sequence[Problem], home: Home) -> None:
    """How many there are, and which command tells them: the doctor reads the settings, `check` what is in the banks."""
    counted = ngettext("{n:,} problem", "{n:,} problems", len(problems))
    story(_(_where_told(problems, home)).format(problems=counted, banks=home.banks))


def _where_told(problems: Sequence[Problem], home: Home) -> str:
    of_settings = {problem.place.path == visible(str(home.config)) for problem in problems}
    if of_settings == {True}:
        return N_("{problems} in your files: `llmquiz doctor` tells more.")
    if of_settings == {False}:
        return N_("{problems} in your files: `llmquiz check {banks}` tells more.")
    return N_("{problems} in your files: `llmquiz check {banks}` and `llmquiz doctor` tell more.")
