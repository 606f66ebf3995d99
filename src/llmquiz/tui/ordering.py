"""Which rows of a table are shown, and in which order. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from llmquiz.core.text import plain, run_together
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
    rows = [row for row in table.rows if all(any(_holds(said, word) for said in _said(row)) for word in words)]
    if order.column is None:
        return sorted(rows, key=lambda row: not all(_holds(row.name, word) for word in words))
    known = [row for row in rows if _key(row, order.column) is not None]
    known.sort(key=lambda row: _key(row, order.column) or ("", Decimal(0), ""), reverse=order.down)
    return [*known, *(row for row in rows if _key(row, order.column) is None)]


def _holds(said: str, word: str) -> bool:
    """Whether a text holds a word, however either is hyphenated."""
    joined = run_together(word)
    return word in plain(said) or (bool(joined) and joined in run_together(said))


def _said(row: Row) -> Iterator[str]:
    """Everything that a row shows or is called."""
    yield from (row.name, *row.names, *map(shown, row.cells))


def _key(row: Row, column: int | None) -> tuple[str, Decimal, str] | None:
    """Numbers by size, everything else by its text."""
    order = row.name.casefold() if column in (NAMES, None) else _cell(row.cells, column).order
    if order is None:
        return None
    return ("", order, "") if isinstance(order, Decimal) else ("", Decimal(0), order)


def _cell(cells: Sequence[Cell], column: int | None) -> Cell:
    return cells[column or 0]
