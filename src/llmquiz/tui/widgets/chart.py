"""A plot: whatever a function draws for the width there is."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size

from llmquiz.tui.widgets.bases import Leaf

Drawing = Callable[[int], Content]
"""From a width in columns to lines."""


class Chart(Leaf):
    """Takes no room while it has nothing to draw."""

    DEFAULT_CSS = "Chart { height: auto; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._drawn: dict[int, Content] = {}
        """By width: each layout asks for the lines, for their number alone."""
        self.display = False

    def show(self, drawing: Drawing | None) -> None:
        """Show this."""
        self._drawing, self._drawn = drawing, {}
        self.display = drawing is not None
        self.refresh(layout=True)

    def render(self) -> Content:
        """The lines for the width there is."""
        return self._lines(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as are drawn."""
        return self._lines(width).plain.count("\n") + 1 if self._drawing else 0

    def _lines(self, columns: int) -> Content:
        if columns not in self._drawn:
            self._drawn[columns] = self._drawing(columns) if self._drawing else Content("")
        return self._drawn[columns]
