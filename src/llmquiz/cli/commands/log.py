"""`llmquiz log`: the events as stored. Reads the learner's file alone and logs nothing."""

from typing import TYPE_CHECKING

import click

from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.events import Flag

if TYPE_CHECKING:  # brings SQLAlchemy
    from llmquiz.storage.store import Store


@click.command("log", short_help="Print everything that was logged.")
@click.option("--card", metavar="KEY", help="The events of this card alone.")
@click.option("--flags", is_flag=True, help="The reported questions: code and what is wrong, one a line.")
@click.pass_obj
def command(surroundings: Surroundings, card: str | None, flags: bool) -> None:
    """Print everything that was logged, oldest first, one JSON object a line."""
    if not surroundings.database.exists():
        story(f"Nothing was studied yet: {surroundings.database} does not exist.")
        return
    with surroundings.store() as store:
        told = _print_flags(store, card) if flags else _print_events(store, card)
    if not told and (flags or card is not None):
        story(f"Nothing is {'reported' if flags else 'logged'}{f' of `{card}`' if card else ''}.")


def _print_events(store: "Store", card: str | None) -> int:
    """How many there were."""
    events = 0
    for event in store.stored(card):
        json_line(event)
        events += 1
    return events


def _print_flags(store: "Store", card: str | None) -> int:
    """The code, or the card where no question was named, a tab, and what was said."""
    flags = [event for event in store.events(card, kinds={Flag.kind}) if isinstance(event, Flag)]
    for flag in flags:
        click.echo(f"{flag.code or flag.card}\t{flag.text}")
    return len(flags)
