"""`llmquiz due`: how much is due, for shell prompts. Most often answered before click, by `cli.prompt`."""

import click

from llmquiz.cli import speaking
from llmquiz.cli.prompt import told
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_


@speaking.command(
    "due",
    short_help=N_("Print how many cards are due."),
    help=N_("Print how many cards are due today."),
)
@speaking.option("--json", "as_json", is_flag=True, help=N_("One JSON object: due, day, tomorrow, week, later, days."))
@click.pass_obj
def command(surroundings: Surroundings, as_json: bool) -> None:
    """As `cli.prompt` counts it."""
    click.echo(told(surroundings.home, surroundings.profile, surroundings.clock, as_json=as_json))
