"""One row of the settings, or of the keys: a name, and at the right what it says now."""

from textual.content import Content

from llmquiz.core.text import width
from llmquiz.tui.content import joined, padded
from llmquiz.tui.widgets.topics import CURSOR, Row

_GAP = 2
_LEAST = 8
"""Columns that a value gets whatever happens."""


class SettingLine(Row):
    """Shows where the cursor is; there, arrows beside the value say what changes it."""

    def __init__(self, row: str) -> None:
        super().__init__()
        self.row = row
        """Whose line it is."""
        self._label = self._value = ""
        self._columns = 0
        self._arrows = False

    def say(self, label: str, value: str, columns: int, *, arrows: bool = True) -> None:
        """Show these; names take so many columns."""
        self._label, self._value, self._columns, self._arrows = label, value, columns, arrows
        self.refresh()

    def render(self) -> Content:
        """One line; the name gives way first."""
        room = self.content_size.width - width(CURSOR) - 1
        value = f"‹ {self._value} ›" if self.on and self._arrows else f"  {self._value}"
        names = max(min(self._columns, room - _GAP - max(width(value), _LEAST)), 4)
        style = "bold $accent" if self.on else ""
        return joined(
            (f"{CURSOR} " if self.on else "  ", "bold $accent"),
            (padded(self._label, names) + " " * _GAP, style),
            (padded(value, max(room - names - _GAP, 1)).rstrip(), style),
        )
