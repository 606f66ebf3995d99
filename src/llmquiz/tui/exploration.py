"""What the explore screen says about what is highlighted, and which cards ask about it. Pure."""

from collections.abc import Iterator

from llmquiz.trainer.explored import Cell, Column, Mark, Plot, Row
from llmquiz.trainer.exploring import Explorer
from llmquiz.trainer.tabling import CONCEPTS, TIMELINE
from llmquiz.tui import wording
from llmquiz.tui.cells import heading, measured, with_unit
from llmquiz.tui.content import Block
from llmquiz.tui.ordering import NAMES
from llmquiz.tui.speech import _, ngettext
from llmquiz.tui.widgets.grid import Grid


def count(grid: Grid) -> str:
    """How many rows are shown, of how many, and why."""
    total = len(grid.table.rows) if grid.table else 0
    if not grid.wanted:
        return ngettext("{n} row", "{n} rows", total)
    found = _("{found} of {total} rows with: {words}")
    return found.format(found=len(grid.rows), total=total, words=grid.wanted)


def detail(grid: Grid) -> Iterator[Block]:
    """The cell of the cursor in full."""
    row, table = grid.current, grid.table
    if row is None or table is None:
        yield Block(_("No row holds all these words."), "$muted")
        return
    if table.id == TIMELINE:
        what = wording.labelled(f"{row.cells[0].text}", wording.listed((row.cells[-2].text, row.name)))
        yield from _cell(what, row.cells[0])
    elif grid.column == NAMES and table.id != CONCEPTS:
        yield Block(row.name)
        yield Block(wording.listed(name for name in row.names if name != row.name), "$muted")
    else:
        at = len(table.columns) - 1 if grid.column == NAMES else grid.column
        yield from _cell(_value(row, table.columns[at], row.cells[at]), row.cells[at])


def point(plot: Plot | None, mark: Mark | None) -> Iterator[Block]:
    """A point in words."""
    if plot is not None and mark is not None:
        values = (
            wording.labelled(measured(column), text)
            for column, text in ((plot.across, mark.x_text), (plot.up, mark.y_text))
        )
        yield Block(wording.labelled(mark.name, wording.listed(values)))


def cards_of_column(explorer: Explorer, grid: Grid) -> tuple[str, ...]:
    """The cards of the highlighted column for the rows shown; of a column of names, all of these rows'."""
    subjects = [row.subject for row in grid.rows]
    column = grid.table.columns[grid.column] if grid.table and grid.column != NAMES else None
    if column is None or not column.attribute:
        return explorer.cards(*subjects)
    return explorer.cards_in([f"attribute:{column.id}"], subjects)


def cards_of_plot(explorer: Explorer, plot: Plot) -> tuple[str, ...]:
    """The cards of both measures."""
    measures = [f"attribute:{column.id}" for column in (plot.across, plot.up)]
    return explorer.cards_in(measures, [mark.subject for mark in plot.marks])


def _value(row: Row, column: Column, cell: Cell) -> str:
    return wording.labelled(wording.listed((row.name, heading(column))), with_unit(cell, column.unit))


def _cell(value: str, cell: Cell) -> Iterator[Block]:
    """What it is, what makes it stick, when and where it was read."""
    edition = _("as of {date}").format(date=cell.as_of) if cell.as_of else ""
    yield Block(value)
    yield Block(cell.why, "$muted")
    yield Block(wording.listed((edition, cell.source)), "$muted")
