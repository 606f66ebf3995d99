"""A table that is larger than the screen: names stay, columns move by; a cursor on one cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from llmquiz.core.text import width
from llmquiz.trainer.explored import Cell, Row, Table
from llmquiz.trainer.tabling import TIMELINE
from llmquiz.tui.cells import heading, short, style
from llmquiz.tui.content import joined, padded
from llmquiz.tui.ordering import NAMES, Order, chosen
from llmquiz.tui.widgets.bases import Leaf
from llmquiz.tui.widgets.topics import CURSOR

_GAP, _WIDEST, _WIDEST_NAME, _LEAST = 2, 26, 34, 8
_YEAR = 4
_ARROWS = {False: "▲", True: "▼"}

Pieces = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Slot:
    """A column on the screen."""

    column: int
    columns: int
    """Its width."""
    whole: bool = True


class Grid(Leaf):
    """Shows a table; moves, sorts and filters it."""

    DEFAULT_CSS = "Grid { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another cell."""

    class Opened(Message):
        """The row of the cursor was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.table: Table | None = None
        self.rows: list[Row] = []
        """What is shown, in order."""
        self.order, self.wanted = Order(), ""
        self.row, self.column = 0, NAMES
        self._top = self._left = 0
        self._widths: tuple[int, ...] = ()

    # What is shown

    def show(self, table: Table) -> None:
        """Show a table; the same one in another language stays where it is."""
        if self.table is None or self.table.id != table.id:
            self.order, self.wanted, self.row, self.column, self._left = Order(), "", 0, NAMES, 0
        self.table = table
        self._widths = tuple(
            max((width(short(row.cells[at])) for row in table.rows), default=0) for at in range(len(table.columns))
        )
        self._choose()

    def filter(self, wanted: str) -> None:
        """Show the rows that hold every word."""
        self.wanted, self.row = wanted, 0
        self._choose()

    def sort(self) -> None:
        """By the column of the cursor: up, down, as it was."""
        current = self.current
        self.order = self.order.turned(self.column)
        self._choose()
        self.row = self.rows.index(current) if current in self.rows else 0
        self._changed()

    def move(self, by: int) -> None:
        """To another row; stops at the ends."""
        self.row = min(max(self.row + by, 0), max(len(self.rows) - 1, 0))
        self._changed()

    def turn(self, by: int) -> None:
        """To another column; stops at the ends."""
        last = len(self.table.columns) - 1 if self.table else NAMES
        self.column = min(max(self.column + by, NAMES), last)
        self._changed()

    @property
    def current(self) -> Row | None:
        """The row of the cursor."""
        return self.rows[self.row] if self.rows else None

    @property
    def cell(self) -> Cell | None:
        """The cell of the cursor; None on a name."""
        return self.current.cells[self.column] if self.current is not None and self.column != NAMES else None

    def _choose(self) -> None:
        self.rows = chosen(self.table, self.order, self.wanted) if self.table else []
        self.row = min(self.row, max(len(self.rows) - 1, 0))
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    # Drawing

    def render(self) -> Content:
        """The head, then as many rows as there is room for."""
        if self.table is None:
            return Content("")
        height = max(self.content_size.height - 1, 1)
        self._top = min(max(self._top, self.row - height + 1), self.row, max(len(self.rows) - height, 0))
        slots = self._slots()
        shown = self.rows[self._top : self._top + height]
        before = (None, *shown)
        lines = [self._head(slots), *(self._line(row, previous, slots) for previous, row in pairwise(before) if row)]
        return Content("\n").join(joined(*line) for line in lines)

    def _slots(self) -> list[Slot]:
        """The columns that are on the screen, moved so that the cursor's is among them."""
        room = self.content_size.width - len(CURSOR) - 1 - self._name_columns
        self._left = max(min(self._left, self.column), 0)
        slots = fitting(self._natural, self._left, room)
        while not any(slot.column >= self.column and slot.whole for slot in slots) and self._left < self.column:
            self._left += 1
            slots = fitting(self._natural, self._left, room)
        return slots

    @property
    def _natural(self) -> list[int]:
        heads = [width(heading(column)) + _GAP for column in self.table.columns] if self.table else []
        return [max(pair) for pair in zip(heads, self._widths, strict=True)]

    @property
    def _name_columns(self) -> int:
        names = [width(row.name) for row in self.table.rows] if self.table else []
        if self.table is not None and self.table.id == TIMELINE:
            return max(names, default=0) + _GAP
        widest = max((*names, width(heading(self.table.first)) if self.table else 0))
        return min(widest, _WIDEST_NAME, max(self.content_size.width * 2 // 5, _LEAST))

    def _head(self, slots: Sequence[Slot]) -> Pieces:
        assert self.table is not None
        line: Pieces = [("  ", ""), self._heading(NAMES, heading(self.table.first), self._name_columns)]
        for slot in slots:
            line += [("  ", ""), self._heading(slot.column, heading(self.table.columns[slot.column]), slot.columns)]
        return line

    def _heading(self, column: int, name: str, columns: int) -> tuple[str, str]:
        arrow = f" {_ARROWS[self.order.down]}" if self.order.column == column else ""
        text = padded(padded(name, min(width(name), columns - width(arrow))) + arrow, columns)
        return text, "bold $accent underline" if column == self.column else "$muted"

    def _line(self, row: Row, previous: Row | None, slots: Sequence[Slot]) -> Pieces:
        on = row is self.current
        line: Pieces = [(f"{CURSOR} " if on else "  ", "bold $accent"), *self._named(row, previous, on)]
        for slot in slots:
            cell = row.cells[slot.column]
            here = on and slot.column == self.column
            line += [("  ", ""), (padded(short(cell), slot.columns), "bold $accent" if here else style(cell))]
        return line

    def _named(self, row: Row, previous: Row | None, on: bool) -> Pieces:
        """The name; on the timeline the date, its year only where it is another one."""
        look = "bold $accent" if on else ""
        if self.table is None or self.table.id != TIMELINE:
            return [(padded(row.name, self._name_columns), look or "bold")]
        year, rest = row.name[:_YEAR], row.name[_YEAR + 1 :]
        same = previous is not None and previous.name[:_YEAR] == year
        return [
            (" " * _YEAR if same else year, look or "bold"),
            (" ● " if not same else " │ ", "$accent" if not same else "$faint"),
            (padded(rest, self._name_columns - _YEAR - 3), look),
        ]

    # The mouse

    def on_click(self, event: Click) -> None:
        """On a heading: sort by it. On a row: go there; on the row of the cursor: open it."""
        self.column = self._column_at(event.x)
        if event.y == 0:
            self.sort()
            return
        row, before = self._top + event.y - 1, self.row
        if row < len(self.rows):
            self.move(row - before)
            if row == before:
                self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(-3)

    def _column_at(self, x: int) -> int:
        at, used = NAMES, len(CURSOR) + 1 + self._name_columns
        for slot in self._slots():
            if x >= used:
                at = slot.column
            used += _GAP + slot.columns
        return at


def fitting(natural: Sequence[int], left: int, room: int) -> list[Slot]:
    """The columns from `left` on that fit into `room`; the last one may be cut, or be as wide as it likes."""
    slots: list[Slot] = []
    for column in range(left, len(natural)):
        wanted, rest = min(natural[column], _WIDEST), room - _GAP
        if wanted > rest:
            if rest >= _LEAST or not slots:
                slots.append(Slot(column, max(rest, 1), whole=False))
            return slots
        slots.append(Slot(column, wanted))
        room -= wanted + _GAP
    if slots:
        last = slots[-1]
        slots[-1] = Slot(last.column, min(natural[last.column], last.columns + room))
    return slots
