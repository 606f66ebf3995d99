"""The home screen's list: today's cards first, then each topic with its mastery. Shows where the cursor is."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from llmquiz.core.text import width
from llmquiz.trainer.views import TopicView
from llmquiz.tui import wording
from llmquiz.tui.content import bar, joined, padded
from llmquiz.tui.widgets.bases import Leaf, Scroll

CURSOR = "›"
_BAR, _PERCENT, _GAPS = 10, 5, 7
_NARROW = 70
"""Columns below which the counts are left out."""


class Row(Leaf):
    """Something that Enter starts."""

    DEFAULT_CSS = "Row { height: 1; width: 1fr; pointer: pointer; } Row:hover { background: $surface; }"

    on = reactive(False)
    """Whether the cursor is here."""

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, row: "Row") -> None:
            super().__init__()
            self.row = row

    def on_click(self, event: Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Clicked(self))


class StartRow(Row):
    """Something to start that is no topic: today's cards, the placement."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._label = ""

    def show(self, label: str) -> None:
        """Show what starting means now."""
        self._label = label
        self.refresh()

    def render(self) -> Content:
        """Cursor and words."""
        style = "bold $accent" if self.on else ""
        return joined((f"{CURSOR} " if self.on else "  ", style), (self._label, style))


class TopicRow(Row):
    """One topic: name, bar, per cent, counts."""

    def __init__(self, view: TopicView, name_columns: int) -> None:
        super().__init__()
        self.view, self._name_columns = view, name_columns

    def show(self, view: TopicView, name_columns: int) -> None:
        """Show another state of things."""
        self.view, self._name_columns = view, name_columns
        self.refresh()

    def render(self) -> Content:
        """One line; the counts give way first, then the name."""
        columns = self.content_size.width
        counts = wording.topic_counts(self.view) if columns >= _NARROW else ""
        room = min(self._name_columns, columns - _BAR - _PERCENT - _GAPS)
        full, empty = bar(self.view.mastery, _BAR)
        percent = wording.percent(self.view.mastery)
        return joined(
            (f"{CURSOR} " if self.on else "  ", "bold $accent"),
            (padded(self.view.name, room), "bold $accent" if self.on else ""),
            ("  ", ""),
            (full, "$accent"),
            (empty, "$faint"),
            (f"{percent:>{_PERCENT}}", ""),
            (f"   {counts}", "$muted"),
        )


class TopicList(Scroll):
    """The topics, in teaching order."""

    def show(self, topics: Sequence[TopicView]) -> None:
        """Show these topics, in the rows there are where possible: the cursor is in one of them."""
        columns = max((width(topic.name) for topic in topics), default=0)
        rows = list(self.query(TopicRow))
        for row, topic in zip(rows, topics, strict=False):
            row.show(topic, columns)
        for row in rows[len(topics) :]:
            row.remove()
        self.mount_all(TopicRow(topic, columns) for topic in topics[len(rows) :])
