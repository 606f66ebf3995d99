"""`llmquiz explore`: everything there is to know, in the app, as data, as a page, or as a quiz about one thing."""

import difflib
import sys

import click

from llmquiz.cli.app import open_app
from llmquiz.cli.output import json_line
from llmquiz.cli.surroundings import Surroundings

_QUESTIONS = 20


@click.command("explore", short_help="See everything there is to know.")
@click.option("--json", "kind", metavar="WHAT", help="Data: models, concepts, timeline, plot, or another kind.")
@click.option("--plain", "page", metavar="NAME", help="Print the page of a model, a maker or a concept.")
@click.option("--quiz", metavar="NAME", help="Be quizzed about it, line by line; nothing of it is scheduled.")
@click.pass_obj
def command(surroundings: Surroundings, kind: str | None, page: str | None, quiz: str | None) -> None:
    """Explore the catalogue and the concepts. Without an option it opens the app there."""
    if sum(option is not None for option in (kind, page, quiz)) > 1:
        raise click.UsageError("Choose one of --json, --plain and --quiz.")
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
            raise click.BadParameter(f"There is no `{kind}`; there are {', '.join(kinds)}.", param_hint="--json")
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
        near = difflib.get_close_matches(name, names, n=1)
        hint = f" Did you mean `{near[0]}`?" if near else ""
        raise click.UsageError(f"There is nothing called `{name}`.{hint}")
    return found
