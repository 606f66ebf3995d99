"""A day on the command line: year first, as the app and the files have it."""

from datetime import date

import click

from llmquiz.tui.speech import _


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The callback of an option that takes a day. Raises click.BadParameter, with an example instead of a format."""
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError as error:
        says = _("`{value}` is no day. Write it with the year first: 2026-12-10.").format(value=value)
        raise click.BadParameter(says) from error
