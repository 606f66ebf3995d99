"""`llmquiz log`: the events as stored. Reads the learner's file alone and logs nothing."""

from typing import TYPE_CHECKING

import click

from llmquiz.cli import speaking
from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.events import Flag
from llmquiz.core.marking import N_
from llmquiz.storage.connecting import is_there
from llmquiz.tui.speech import _

if TYPE_CHECKING:  # brings SQLAlchemy
    from llmquiz.storage.store import Store


@speaking.command(
    "log",
    short_help=N_("Print everything that was logged."),
    help=N_("Print everything that was logged, oldest first, one JSON object a line."),
)
@speaking.option("--card", metavar="KEY", help=N_("The events of this card alone."))
@speaking.option("--flags", is_flag=True, help=N_("The reported questions: code and what is wrong, one a line."))
@click.pass_obj
def command(surroundings: Surroundings, card: str | None, flags: bool) -> None:
    """Events, or reported questions alone."""
    if not is_there(surroundings.database):
        story(_("Nothing was studied yet: {file} does not exist.").format(file=surroundings.database))
        return
    with surroundings.store() as store:
        told = _print_flags(store, card) if flags else _print_events(store, card)
    if not told and (flags or card is not None):
        story(_none(card, flags=flags))


def _none(card: str | None, *, flags: bool) -> str:
    if card is None:
        return _("Nothing is reported.")
    says = _("Nothing is reported of `{card}`.") if flags else _("Nothing is logged of `{card}`.")
    return says.format(card=card)


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
