"""A day on the command line: year first, as the app and the files have it."""

from datetime import date
from typing import Any

import click

from llmquiz.tui.speech import _


class Day(click.ParamType):
    """What is none is refused with an example, not with a format."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Raises click.BadParameter."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(
                _("`{value}` is no day. Write it with the year first: 2026-12-10.").format(value=value), param, ctx
            )
