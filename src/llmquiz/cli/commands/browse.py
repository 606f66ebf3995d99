"""`llmquiz browse`: every card in the app, found by a line of search; or as data."""

import click

from llmquiz.cli.app import open_app
from llmquiz.cli.output import json_line
from llmquiz.cli.surroundings import Surroundings


@click.command("browse", short_help="Find cards: look at them, put them aside.")
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Data instead, one card a line.")
@click.pass_obj
def command(surroundings: Surroundings, query: tuple[str, ...], as_json: bool) -> None:
    """Browse the cards that QUERY finds: words, `topic:ID`, `is:due`, `rated:7:1` and more (docs/searching.md).

    A QUERY that begins with a minus stands behind `--`.
    """
    line = " ".join(query)
    if as_json:
        _print(surroundings, line)
    else:
        open_app(surroundings, browse=line)


def _print(surroundings: Surroundings, line: str) -> None:
    from llmquiz.cli.browsing import card_data, found

    with surroundings.trainer() as trainer:
        browser = trainer.browse()
        for place in found(browser, line):
            json_line(card_data(browser.row(place), browser.day))
