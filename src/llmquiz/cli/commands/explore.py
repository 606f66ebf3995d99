"""`llmquiz explore`: everything there is to know, in the app, as data, as a page, or as a quiz about one thing."""

import sys

import click

from llmquiz.cli import speaking
from llmquiz.cli.app import open_app
from llmquiz.cli.output import json_line, misuse
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.files.nearness import did_you_mean
from llmquiz.tui.speech import _

_QUESTIONS = 20


@speaking.command(
    "explore",
    short_help=N_("See everything there is to know."),
    help=N_("Explore the catalogue and the concepts. Without an option it opens the app there."),
)
@speaking.option("--json", "kind", metavar="WHAT", help=N_("Data: models, concepts, timeline, plot, or another kind."))
@speaking.option("--plain", "page", metavar="NAME", help=N_("Print the page of a model, a maker or a concept."))
@speaking.option("--quiz", metavar="NAME", help=N_("Be quizzed about it, line by line; nothing of it is scheduled."))
@click.pass_obj
def command(surroundings: Surroundings, kind: str | None, page: str | None, quiz: str | None) -> None:
    """One of three options, else the app."""
    if sum(option is not None for option in (kind, page, quiz)) > 1:
        raise click.UsageError(_("Choose one of --json, --plain and --quiz."))
    if kind is not None:
        _print_data(surroundings, kind)
    elif page is not None:
        _print_page(surroundings, page)
    elif quiz is not None:
        _quiz(surroundings, quiz)
    else:
        open_app(surroundings, explore=True)


def _print_data(surroundings: Surroundings, kind: str) -> None:
    from llmquiz.cli.exploring import data, explorer_in, kinds_of_data

    with explorer_in(surroundings) as explorer:
        kinds = kinds_of_data(explorer)
        if kind not in kinds:
            says = _("There is no `{name}`; there are {known}.").format(name=kind, known=", ".join(kinds))
            raise click.BadParameter(says, param_hint="--json")
        for row in data(explorer, kinds[kind]):
            json_line(row)


def _print_page(surroundings: Surroundings, name: str) -> None:
    from llmquiz.cli.exploring import explorer_in, page_text

    with explorer_in(surroundings) as explorer:
        for at, subject in enumerate(_named(explorer.find(name), name, explorer.names)):
            click.echo("\n" * bool(at) + "\n".join(page_text(explorer.page(subject))))


def _quiz(surroundings: Surroundings, name: str) -> None:
    from llmquiz.cli.plain.session import PlainSession

    with surroundings.trainer() as trainer:
        explorer = trainer.explore()
        subjects = _named(explorer.find(name), name, explorer.names)
        practice = trainer.practise(explorer.cards(*subjects), _QUESTIONS)
        PlainSession(trainer, practice, sys.stdin, sys.stdout).run()


def _named(found: tuple[str, ...], name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """What was found; else a hint."""
    if not found:
        raise misuse(_("There is nothing called `{name}`.").format(name=name), did_you_mean(name, names).told(_))
    return found
