"""A lesson: title, text, neighbours as an aligned table, source."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.core.items import Lesson
from llmquiz.core.text import width
from llmquiz.tui.content import Block, padded
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.prose import Prose

_WIDEST_NAME = 26


class LessonPane(Late):
    """What is taught before it is asked."""

    def pieces(self) -> Iterable[Widget]:
        """Four pieces of text."""
        yield Prose(id="lesson-kind")
        yield Prose(id="lesson-title")
        yield Prose(id="lesson-text")
        yield Prose(id="neighbours")
        yield Prose(id="lesson-source", classes="source")
        yield Prose(classes="own-note")

    def show(self, lesson: Lesson, note: str) -> None:
        """Show a lesson, and the learner's note on its card."""
        self.make()
        self.query_one("#lesson-kind", Prose).show(Block(_("New: read it now, answer it later"), "$accent"))
        self.query_one("#lesson-title", Prose).show(Block(lesson.title, "bold"))
        self.query_one("#lesson-text", Prose).show(lesson.text)
        self.query_one("#neighbours", Prose).show(*neighbours(lesson))
        self.query_one("#lesson-source", Prose).show(source(lesson.source))
        self.query_one(".own-note", Prose).show(own_note(note))


def neighbours(lesson: Lesson) -> list[Block]:
    """Names in one column, values in another; the lesson's own pair, the first, stands out."""
    columns = min(max((width(name) for name, _value in lesson.neighbours), default=0), _WIDEST_NAME)
    return [
        Block(
            value, "bold" if at == 0 else "", lead=padded(name, columns) + "   ", lead_style="$muted" if at else "bold"
        )
        for at, (name, value) in enumerate(lesson.neighbours)
    ]


def own_note(text: str) -> Block:
    """What the learner noted."""
    return Block(text, lead=_("Your note: "), lead_style="$accent") if text else Block("")


def source(text: str) -> Block:
    """Where it was read."""
    return Block(text, "$muted", lead=_("Source: "), lead_style="$muted") if text else Block("")
