"""A line to jot something down, below the card and above the keys: a note of one's own, or what is wrong."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from llmquiz.tui.content import Block
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.one_line import OneLine
from llmquiz.tui.widgets.prose import Prose

_LONGEST = 500


class Jotter(Late):
    """Hidden until something is to be written."""

    def pieces(self) -> Iterable[Widget]:
        """What it is for, what belongs to it, the line."""
        yield Prose(id="jot-title")
        yield Prose(id="jot-aside")
        yield OneLine(select_on_focus=False, max_length=_LONGEST)

    def on_mount(self) -> None:
        """Nothing is to be written yet."""
        self.display = False

    @property
    def text(self) -> str:
        """What is written."""
        return self.query_one(Input).value

    def open(self, text: str) -> None:
        """Ready to be written on, after what stands there already."""
        self.make()
        self.display = True
        self.query_one(OneLine).open(text)

    def say(self, title: str, aside: str) -> None:
        """What is to be written; `aside`: what goes with it."""
        self.query_one("#jot-title", Prose).show(Block(title, "bold"))
        self.query_one("#jot-aside", Prose).show(Block(aside, "$muted"))

    def close(self) -> None:
        """Away with it."""
        self.display = False
