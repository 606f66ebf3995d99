"""Which rows of a table are shown, and in which order. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from llmquiz.core.text import plain
from llmquiz.trainer.explored import Cell, Row, Table
from llmquiz.tui.cells import shown

NAMES = -1
"""The column of the names."""


@dataclass(frozen=True, slots=True)
class Order:
    """By a column, up or down; None: as the table comes."""

    column: int | None = None
    down: bool = False

    def turned(self, column: int) -> "Order":
        """By this column: up, then down, then as the table comes."""
        if self.column != column:
            return Order(column)
        return Order() if self.down else replace(self, down=True)


def chosen(table: Table, order: Order, wanted: str) -> list[Row]:
    """The rows that hold every word of `wanted`: in order, those whose names hold them first where none was chosen.

    What cannot be ordered comes last either way.
    """
    words = plain(wanted).split()
    rows = [row for row in table.rows if all(word in _said(row) for word in words)]
    if order.column is None:
        return sorted(rows, key=lambda row: not all(word in plain(row.name) for word in words))
    known = [row for row in rows if _key(row, order.column) is not None]
    known.sort(key=lambda row: _key(row, order.column) or ("", Decimal(0), ""), reverse=order.down)
    return [*known, *(row for row in rows if _key(row, order.column) is None)]


def _said(row: Row) -> str:
    return plain(" ".join((row.name, *row.names, *(shown(cell) for cell in row.cells))))


def _key(row: Row, column: int | None) -> tuple[str, Decimal, str] | None:
    """Numbers by size, everything else by its text."""
    order = row.name.casefold() if column in (NAMES, None) else _cell(row.cells, column).order
    if order is None:
        return None
    return ("", order, "") if isinstance(order, Decimal) else ("", Decimal(0), order)


def _cell(cells: Sequence[Cell], column: int | None) -> Cell:
    return cells[column or 0]
