"""`llmquiz questions --json`: every question as data, one JSON object a line, as it is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from llmquiz.cli import speaking
from llmquiz.cli.exits import Code
from llmquiz.cli.output import json_line, no_language, tell_problems
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.tui.speech import _

if TYPE_CHECKING:  # brings the library
    from llmquiz.cli.exporting import Stock


@speaking.command(
    "questions",
    short_help=N_("Print every question as JSON."),
    help=N_("Print every question there is: built in and in your banks, or those of PATHs (banks, knowledge folders)."),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(readable=False, path_type=Path))
@speaking.option("--json", "as_json", is_flag=True, help=N_("One JSON object a line. There is no other way yet."))
@speaking.language_option(help=N_("In this language alone (en, zh)."))
@speaking.option(
    "--seeds", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help=N_("Variants of each.")
)
@speaking.option("--keys", "as_keys", is_flag=True, help=N_("Print the keys of the generated cards alone, one a line."))
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], as_json: bool, lang: str, seeds: int, as_keys: bool) -> None:
    """Items, or the keys of their cards."""
    from llmquiz.cli.exporting import item_data

    if not (as_json or as_keys):
        raise click.UsageError(_("Questions are printed as JSON: add --json."))
    surroundings = ctx.find_object(Surroundings) or Surroundings()
    with _stock(surroundings, paths) as stock:
        if as_keys:
            _print_keys(stock)
            return
        lang = _known(lang or surroundings.lang, stock.languages)
        for item in stock.items(lang, seeds):
            json_line(item_data(item))
        broken = tell_problems(stock.problems)
    ctx.exit(Code.FOUND if broken else Code.FINE)


def _print_keys(stock: "Stock") -> None:
    """What `keys.txt` records at a release."""
    for key in sorted(card.key for knowing in stock.knowledge for card in knowing.cards):
        click.echo(key)


@contextmanager
def _stock(surroundings: Surroundings, paths: tuple[Path, ...]) -> Iterator["Stock"]:
    from llmquiz.cli.exporting import stock_at, whole_stock

    if paths:
        yield stock_at(surroundings, paths)
    else:
        from llmquiz.storage.index import Index

        with Index.open(surroundings.home.index) as index:
            yield whole_stock(surroundings, index)


def _known(lang: str, languages: tuple[str, ...]) -> str:
    if lang and lang not in languages:
        raise click.BadParameter(no_language(lang, languages), param_hint="--lang")
    return lang
