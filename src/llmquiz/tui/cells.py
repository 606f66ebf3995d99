"""Cells and columns in words: what is missing is shown as what it is. Pure."""

from llmquiz.core import text
from llmquiz.knowledge.catalogue import Status
from llmquiz.trainer.explored import Cell, Column
from llmquiz.tui.speech import N_, _

UNKNOWN = "·"
_MISSING = {
    Status.UNKNOWN: N_("unknown"),
    Status.NOT_DISCLOSED: N_("not disclosed"),
    Status.NOT_APPLICABLE: N_("does not apply"),
    Status.DISPUTED: N_("disputed"),
}
_HEADINGS = {
    "term": N_("Concept"), "topic": N_("Topic"), "definition": N_("Definition"),
    "date": N_("Date"), "name": N_("Name"), "event": N_("What happened"), "kind": N_("Kind"),
}  # fmt: skip


def heading(column: Column) -> str:
    """What a column is called."""
    return column.name or _(_HEADINGS[column.id])


def measured(column: Column) -> str:
    """The same, with the unit."""
    if not column.unit:
        return heading(column)
    return _("{name} ({unit})").format(name=heading(column), unit=column.unit)


def with_unit(cell: Cell, unit: str) -> str:
    """A cell in full; no space between two wide characters."""
    if not unit or not cell.text or cell.status is not Status.KNOWN:
        return shown(cell)
    return text.with_unit(cell.text, unit)


def status(cell: Cell) -> str:
    """Why there is no value that could be relied on; empty for a known one."""
    if cell.status is Status.REPORTED:
        return _("rumour")
    return _(_MISSING[cell.status]) if cell.status in _MISSING else ""


def shown(cell: Cell) -> str:
    """A cell in a sentence or on a page."""
    if cell.text and cell.status is not Status.KNOWN:
        return _("{value} ({status})").format(value=cell.text, status=status(cell))
    return cell.text or status(cell)


def short(cell: Cell) -> str:
    """A cell of a table: most unknown cells are many, and say so with a dot."""
    return UNKNOWN if cell.status is Status.UNKNOWN else shown(cell)


def style(cell: Cell) -> str:
    """What is not known is not as loud as what is."""
    if cell.status is Status.KNOWN:
        return ""
    return "$warning" if cell.status in (Status.REPORTED, Status.DISPUTED) else "$muted"
