"""The list of cards: a window on columns of any length. Only the rows that are seen are made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from llmquiz.core.text import width
from llmquiz.trainer.browsing import BrowsedCard
from llmquiz.tui.browsing import cell, heading
from llmquiz.tui.content import joined, padded
from llmquiz.tui.widgets.bases import Leaf
from llmquiz.tui.widgets.topics import CURSOR

TITLE = "title"
_GAP, _WHEEL = 2, 3
_COLUMNS = (("topic", 18, 108), ("state", 12, 0), ("due", 12, 0), ("memory", 10, 76), ("lapses", 7, 88))
"""Name, width, and the width of the list from which there is room for it."""
_MARKED = "✓"
_ARROWS = {False: "▲", True: "▼"}

Rows = Callable[[int], BrowsedCard]
Sorting = Callable[[Sequence[int], str, bool], list[int]]


@dataclass(frozen=True, slots=True)
class Order:
    """By a column, up or down; by none: the teaching order."""

    column: str = ""
    down: bool = False

    def turned(self, column: str) -> "Order":
        """By this column: up, then down, then the teaching order again."""
        if self.column != column:
            return Order(column)
        return Order() if self.down else Order(column, True)


class CardList(Leaf):
    """Shows found cards, which it knows by their places; moves, sorts and marks them."""

    DEFAULT_CSS = "CardList { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is elsewhere, or something was marked."""

    class Opened(Message):
        """The row of the cursor was clicked."""

    def __init__(self, rows: Rows, sorting: Sorting) -> None:
        super().__init__()
        self._row, self._sort = rows, sorting
        self._found: Sequence[int] = ()
        self.places: Sequence[int] = ()
        """What is shown, in order."""
        self.marked: set[int] = set()
        self.order = Order()
        self.row, self.column = 0, TITLE
        self._top = 0

    # What is shown

    def show(self, found: Sequence[int]) -> None:
        """Show these; the cursor stays with its card where that is among them."""
        current = self.current
        self._found = found
        self._arrange()
        self.row = self._near(current)
        self._changed()

    def sort(self) -> None:
        """By the column of the cursor: up, down, as taught."""
        current = self.current
        self.order = self.order.turned(self.column)
        self._arrange()
        self.row = self._near(current)
        self._changed()

    def move(self, by: int) -> None:
        """To another row; stops at the ends."""
        self.row = min(max(self.row + by, 0), max(len(self.places) - 1, 0))
        self._changed()

    def page(self, by: int) -> None:
        """As many rows on as are seen."""
        self.move(by * max(self.content_size.height - 2, 1))

    def turn(self, by: int) -> None:
        """To another column; stops at the ends."""
        names = [TITLE, *(name for name, _, _ in self._slots)]
        at = names.index(self.column) if self.column in names else 0
        self.column = names[min(max(at + by, 0), len(names) - 1)]
        self._changed()

    def mark(self) -> None:
        """Mark the card of the cursor, or take its mark back, and go on to the next."""
        if self.current is not None:
            self.marked ^= {self.current}
            self.move(1)

    def mark_all(self) -> None:
        """Mark everything that is shown; when all of it is, take the marks back."""
        shown = set(self.places)
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown
        self._changed()

    def unmark(self) -> None:
        """Nothing is marked any more."""
        self.marked = set()
        self._changed()

    @property
    def current(self) -> int | None:
        """The place of the card of the cursor."""
        return self.places[self.row] if self.row < len(self.places) else None

    def _arrange(self) -> None:
        by = self.order.column
        self.places = self._sort(self._found, by, self.order.down) if by else self._found

    def _near(self, place: int | None) -> int:
        """The row of a place; where it is gone the first one."""
        try:
            return self.places.index(place) if place is not None else 0
        except ValueError:
            return 0

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    # Drawing

    @property
    def _slots(self) -> list[tuple[str, int, int]]:
        return [slot for slot in _COLUMNS if self.content_size.width >= slot[2]]

    @property
    def _title_columns(self) -> int:
        taken = sum(columns + _GAP for _, columns, _ in self._slots)
        return max(self.content_size.width - taken - len(CURSOR) - len(_MARKED) - 2, 1)

    def render(self) -> Content:
        """The head, then as many rows as there is room for."""
        height = max(self.content_size.height - 1, 1)
        self._top = min(max(self._top, self.row - height + 1), self.row, max(len(self.places) - height, 0))
        shown = self.places[self._top : self._top + height]
        lines = [self._head(), *(self._line(place) for place in shown)]
        return Content("\n").join(joined(*line) for line in lines)

    def _head(self) -> list[tuple[str, str]]:
        line = [(" " * (len(CURSOR) + len(_MARKED) + 2), ""), self._heading(TITLE, self._title_columns)]
        for name, columns, _ in self._slots:
            line += [(" " * _GAP, ""), self._heading(name, columns)]
        return line

    def _heading(self, column: str, columns: int) -> tuple[str, str]:
        name, arrow = heading(column), f" {_ARROWS[self.order.down]}" if self.order.column == column else ""
        text = padded(padded(name, min(width(name), columns - width(arrow))) + arrow, columns)
        return text, "bold $accent underline" if column == self.column else "$muted"

    def _line(self, place: int) -> list[tuple[str, str]]:
        row, on = self._row(place), place == self.current
        look = "bold $accent" if on else "$muted" if row.state.suspended else ""
        line = [
            (f"{CURSOR} " if on else "  ", "bold $accent"),
            (f"{_MARKED} " if place in self.marked else "  ", "bold $accent"),
            (padded(row.title, self._title_columns), look),
        ]
        for name, columns, _ in self._slots:
            late = name == "due" and row.due is not None and row.due <= 0
            style = look or ("" if late else "$muted")
            line += [(" " * _GAP, ""), (padded(cell(row, name), columns), style)]
        return line

    # The mouse

    def on_click(self, event: Click) -> None:
        """On a heading: sort by it. On a row: go there; on the row of the cursor: open it."""
        if event.y == 0:
            self.column = self._column_at(event.x)
            self.sort()
            return
        row, before = self._top + event.y - 1, self.row
        if row < len(self.places):
            self.move(row - before)
            if row == before:
                self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(_WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(-_WHEEL)

    def _column_at(self, x: int) -> str:
        at, used = TITLE, len(CURSOR) + len(_MARKED) + 2 + self._title_columns
        for name, columns, _ in self._slots:
            if x >= used:
                at = name
            used += _GAP + columns
        return at
