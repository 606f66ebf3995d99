"""A line to type in, for words and numbers; below it, how a number is understood before it is graded."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from llmquiz.tui.content import Block
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.one_line import OneLine
from llmquiz.tui.widgets.prose import Prose


class Entry(Late):
    """The line and the note below it."""

    def pieces(self) -> Iterable[Widget]:
        """Line and note; the note keeps its line when it is empty."""
        yield OneLine(select_on_focus=False)
        yield Prose(id="understood")

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value if self.made else ""

    def empty(self) -> None:
        """Nothing is typed yet, and nothing said of it."""
        if self.made:
            self.query_one(Input).value = ""
            self.note("")

    def open(self) -> None:
        """Ready to be typed into."""
        line = self.query_one(OneLine)
        line.disabled = False
        line.open()

    def close(self, text: str) -> None:
        """Answered: the text stays to be seen."""
        line = self.query_one(Input)
        line.value = text
        line.disabled = True

    def note(self, text: str, style: str = "$muted", sign: str = "") -> None:
        """Say something about what is typed."""
        self.query_one("#understood", Prose).show(Block(text or " ", style, lead=f"{sign} " if sign else "  ",
                                                        lead_style=style))  # fmt: skip
