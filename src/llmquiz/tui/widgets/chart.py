"""A plot: whatever a function draws for the width there is."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Drawing = Callable[[int], Content]
"""From a width in columns to lines."""


class Chart(Widget):
    """Takes no room while it has nothing to draw."""

    DEFAULT_CSS = "Chart { height: auto; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self.display = False

    def show(self, drawing: Drawing | None) -> None:
        """Show this."""
        self._drawing = drawing
        self.display = drawing is not None
        self.refresh(layout=True)

    def render(self) -> Content:
        """The lines for the width there is."""
        return self._drawing(self.content_size.width) if self._drawing else Content("")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as are drawn."""
        return self._drawing(width).plain.count("\n") + 1 if self._drawing else 0
