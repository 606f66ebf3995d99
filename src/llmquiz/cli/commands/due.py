"""`llmquiz due`: how much is due, for shell prompts. Most often answered before click, by `cli.prompt`."""

import click

from llmquiz.cli.prompt import told
from llmquiz.cli.surroundings import Surroundings


@click.command("due", short_help="Print how many cards are due.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: due, day, tomorrow, week, later, days.")
@click.pass_obj
def command(surroundings: Surroundings, as_json: bool) -> None:
    """Print how many cards are due today."""
    click.echo(told(surroundings.home, surroundings.profile, surroundings.clock, as_json=as_json))
