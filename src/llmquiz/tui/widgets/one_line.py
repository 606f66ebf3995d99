"""A line to write on. What is pasted is kept: several lines become one."""

from textual import events
from textual.widgets import Input


class OneLine(Input):
    """An input that has the keyboard from the moment it is opened, and takes a paste as a whole, as far as it fits."""

    def open(self, text: str | None = None) -> None:
        """Ready to be written on, after this text; without one, where the writing was left.

        Textual's `focus` comes later: the next keys of a burst have gone elsewhere by then, or have closed the line.
        """
        if text is not None:
            self.value = text
            self.cursor_position = len(text)
        self.screen.set_focus(self)

    def on_paste(self, event: events.Paste) -> None:
        """Textual's own way keeps the first line and drops the others."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        room = None if self.max_length is None else self.max_length - len(self.value) + end - start
        lines = (line for line in event.text.splitlines() if line.strip())
        self.replace(" ".join(lines)[:room], start, end)
