"""Problems: what is wrong in the learner's files, each with its line and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from textual.widget import Widget

from llmquiz.core.problems import Problem
from llmquiz.files.rendering import render, source_lines
from llmquiz.tui.content import Block
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Scroll
from llmquiz.tui.widgets.prose import Prose


class ProblemsScreen(Page):
    """Draws problems as the command line does."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = tuple(problems)

    @property
    def mode(self) -> Where:
        """Something to read."""
        return Where.READING

    def body(self) -> Iterable[Widget]:
        """One long text."""
        with Scroll(can_focus=False):
            yield Prose(id="text")

    def draw(self) -> None:
        """The problems; what is not concerned is in use."""
        self.query_one("#text", Prose).show(*problems_text(self._problems))


def problems_text(problems: Sequence[Problem]) -> Iterator[Block]:
    """A sentence about all of them, then each."""
    if not problems:
        yield Block(_("There are no problems in your files."), "bold")
        return
    yield Block(_("Everything else is in use; mend these in an editor and start again."))
    for problem in problems:
        yield Block(" ")
        for line in render(problem, source_lines(Path(problem.place.path)), _).split("\n"):
            yield Block(line or " ")
