"""The knowledge for the command line: as data, and as pages of plain text."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from llmquiz.cli.library import library_in
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.numbers import plain_decimal
from llmquiz.trainer.explored import Cell, Page, Row, Table
from llmquiz.trainer.exploring import Explorer
from llmquiz.trainer.tabling import CONCEPTS, TIMELINE
from llmquiz.tui.explaining import Line, Look, page_lines

PLOT = "plot"
_SIGNS = {Look.RIGHT: "+ ", Look.WRONG: "- "}


@contextmanager
def explorer_in(surroundings: Surroundings) -> Iterator[Explorer]:
    """The built-in knowledge in the learner's language."""
    with library_in(surroundings) as (library, lang):
        yield Explorer(library, lang)


def kinds_of_data(explorer: Explorer) -> dict[str, str]:
    """What can be printed as data, by every name it goes by."""
    names = {name: name for name in (*explorer.tables, PLOT)}
    return {explorer.table(name).name: name for name in explorer.tables if explorer.table(name).name} | names


def data(explorer: Explorer, kind: str) -> Iterator[dict[str, Any]]:
    """One object a row: an entity with its facts, a concept in full, a date, a point."""
    if kind == PLOT:
        yield from _points(explorer)
    elif kind == CONCEPTS:
        for row in explorer.table(CONCEPTS).rows:
            yield asdict(explorer.page(row.subject))
    elif kind == TIMELINE:
        yield from (_event(explorer.table(TIMELINE), row) for row in explorer.table(TIMELINE).rows)
    else:
        yield from (_entity(explorer.table(kind), row) for row in explorer.table(kind).rows)


def page_text(page: Page) -> Iterator[str]:
    """A page as lines of text, unwrapped."""
    for line in page_lines(page):
        if line.look is Look.HEADING:
            yield ""
        yield _text(line)


def _text(line: Line) -> str:
    indent = "" if line.look in (Look.TITLE, Look.HEADING) else "    " if line.inside else "  "
    return f"{indent}{_SIGNS.get(line.look, '')}{line.label}{line.text}"


def _entity(table: Table, row: Row) -> dict[str, Any]:
    facts = {column.id: _fact(cell) for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"subject": row.subject, "name": row.name, "kind": table.id, "facts": facts}


def _fact(cell: Cell) -> dict[str, Any]:
    """A cell; numbers and dates also as such."""
    value = plain_decimal(cell.order) if isinstance(cell.order, Decimal) else cell.order
    return {"status": cell.status.value, "text": cell.text, "value": value} | {
        "as_of": cell.as_of,
        "source": cell.source,
        "archive": cell.archive,
    }


def _event(table: Table, row: Row) -> dict[str, Any]:
    told = {column.id: cell.text for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"subject": row.subject, "date": row.name} | told | {"source": row.cells[0].source}


def _points(explorer: Explorer) -> Iterator[dict[str, Any]]:
    plot = explorer.plot()
    for mark in plot.marks if plot else ():
        assert plot is not None
        yield {"subject": mark.subject, "name": mark.name} | {plot.across.id: mark.x, plot.up.id: mark.y}
