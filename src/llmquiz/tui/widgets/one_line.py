"""A line to write on. What is pasted is kept: several lines become one."""

from textual import events
from textual.widgets import Input


class OneLine(Input):
    """An input that takes a paste as a whole, as far as there is room."""

    def on_paste(self, event: events.Paste) -> None:
        """Textual's own way keeps the first line and drops the others."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        room = None if self.max_length is None else self.max_length - len(self.value) + end - start
        lines = (line for line in event.text.splitlines() if line.strip())
        self.replace(" ".join(lines)[:room], start, end)
