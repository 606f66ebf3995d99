"""`llmquiz log`: the events as stored. Reads the learner's file alone and logs nothing."""

import click

from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings


@click.command("log", short_help="Print everything that was logged.")
@click.option("--card", metavar="KEY", help="The events of this card alone.")
@click.pass_obj
def command(surroundings: Surroundings, card: str | None) -> None:
    """Print everything that was logged, oldest first, one JSON object a line."""
    if not surroundings.database.exists():
        story(f"Nothing was studied yet: {surroundings.database} does not exist.")
        return
    events = 0
    with surroundings.store() as store:
        for event in store.stored(card):
            json_line(event)
            events += 1
    if card is not None and not events:
        story(f"Nothing is logged of `{card}`.")
