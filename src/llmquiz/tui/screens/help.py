"""Help: every key, screen by screen, from the table of keys."""

from collections.abc import Iterable, Iterator

from textual.widget import Widget

from llmquiz.core.text import width
from llmquiz.tui import wording
from llmquiz.tui.content import Block
from llmquiz.tui.keyboard import all_keys
from llmquiz.tui.keys import COMMANDS, Command
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Scroll
from llmquiz.tui.widgets.prose import Prose

_KEYS = 14
"""Columns for the keys: nearly all fit, and even sixty columns leave what they do a column of its own."""


class HelpScreen(Page):
    """Draws the table; the place we came from first."""

    def __init__(self, came_from: Where) -> None:
        super().__init__()
        self._came_from = came_from

    @property
    def mode(self) -> Where:
        """Something to read."""
        return Where.READING

    def body(self) -> Iterable[Widget]:
        """One long text."""
        with Scroll(can_focus=False):
            yield Prose(id="text")

    def draw(self) -> None:
        """The table in words."""
        self.query_one("#text", Prose).show(*help_text(self._came_from))


def help_text(first: Where) -> Iterator[Block]:
    """A heading and its keys for each place, `first` before the others."""
    yield Block(_("Nothing here calls a language model, and nothing is ever lost: every answer is saved at once."))
    for place in sorted(Where, key=lambda where: (where is not first, where is not Where.EVERYWHERE)):
        yield Block(" ")
        yield Block(_(place), "bold $accent")
        for command in COMMANDS:
            if place in command.where:
                yield _line(command)


def _line(command: Command) -> Block:
    keys, text = all_keys(command), wording.labelled(_(command.label), _(command.tooltip))
    return Block(text, lead=f"  {keys}{' ' * (_KEYS - width(keys))}  ", lead_style="$accent")
