"""A short list to choose from: a cursor, names, and what is to be said of each. Shows only what fits."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from llmquiz.core.text import width
from llmquiz.tui.content import joined, padded
from llmquiz.tui.widgets.bases import Leaf
from llmquiz.tui.widgets.topics import CURSOR

_GAP = 3
Entry = tuple[str, str]
"""A name and a note."""


class Menu(Leaf):
    """Entries below each other."""

    DEFAULT_CSS = "Menu { height: 1fr; width: 1fr; pointer: pointer; }"

    class Chosen(Message):
        """The entry of the cursor was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self.at = 0
        self._top = 0

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these; the cursor stays where it is."""
        self.entries = tuple(entries)
        self.move(0)

    def move(self, by: int) -> None:
        """To another entry; stops at the ends."""
        self.at = min(max(self.at + by, 0), max(len(self.entries) - 1, 0))
        self.refresh()

    def render(self) -> Content:
        """As many as there is room for."""
        height = max(self.content_size.height, 1)
        self._top = min(max(self._top, self.at - height + 1), self.at, max(len(self.entries) - height, 0))
        shown = range(self._top, min(self._top + height, len(self.entries)))
        return Content("\n").join(self._line(at) for at in shown)

    def _line(self, at: int) -> Content:
        (name, note), on = self.entries[at], at == self.at
        room = self.content_size.width - len(CURSOR) - 1
        notes = max((width(note) for _, note in self.entries), default=0)
        columns = max(min(max(width(name) for name, _ in self.entries), room - notes - _GAP), room // 2)
        look = "bold $accent" if on else ""
        start = f"{CURSOR} " if on else "  "
        return joined((start, look), (padded(name, columns) + " " * _GAP, look),
                      (padded(note, max(room - columns - _GAP, 1)), "$muted"))  # fmt: skip

    def on_click(self, event: Click) -> None:
        """Go there; on the entry of the cursor: choose it."""
        at = self._top + event.y
        if at < len(self.entries):
            before, self.at = self.at, at
            self.refresh()
            if before == at:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(-1)
