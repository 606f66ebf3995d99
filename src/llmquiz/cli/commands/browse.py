"""`llmquiz browse`: every card in the app, found by a line of search; or as data."""

import click

from llmquiz.cli import speaking
from llmquiz.cli.app import open_app
from llmquiz.cli.output import json_line
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_


@speaking.command(
    "browse",
    short_help=N_("Find cards: look at them, put them aside."),
    help=N_(
        "Browse the cards that QUERY finds: words, `topic:ID`, `is:due`, `rated:7:1` and more (docs/searching.md)."
        "\n\nA QUERY that begins with a minus stands behind `--`."
    ),
)
@click.argument("query", nargs=-1)
@speaking.option("--json", "as_json", is_flag=True, help=N_("Data instead, one card a line."))
@click.pass_obj
def command(surroundings: Surroundings, query: tuple[str, ...], as_json: bool) -> None:
    """In the app, or one card a line."""
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
