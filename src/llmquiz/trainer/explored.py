"""What the trainer shows of the knowledge itself: tables, pages, a timeline, a plot. Frozen, in one content language.

A subject is what a page or a quiz is about: `entity:<id>`, `sheet:<id>` or `attribute:<id>`, as in the kin of cards.
"""

from dataclasses import dataclass
from decimal import Decimal

from llmquiz.knowledge.catalogue import Status


@dataclass(frozen=True, slots=True)
class Link:
    """The way to a page."""

    subject: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one thing in one respect; where the status is not `known`, the text may be empty."""

    status: Status
    text: str = ""
    order: Decimal | str | None = None
    """Where it stands among its kind; None for what cannot be ordered."""
    as_of: str = ""
    source: str = ""
    why: str = ""
    archive: bool = False
    """Whether it is a dated offer, asked only when the learner wants that."""


@dataclass(frozen=True, slots=True)
class Column:
    """One respect. Without a name it is one of the program's own, which each face names itself."""

    id: str
    name: str = ""
    unit: str = ""
    numeric: bool = False
    attribute: bool = True
    """Whether it is declared in the catalogue, so that it can be asked."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `names` are all it can be found by."""

    subject: str
    name: str
    cells: tuple[Cell, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of the files; the timeline's in the order of time. `first` heads the names."""

    id: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    first: Column


@dataclass(frozen=True, slots=True)
class Told:
    """One attribute of an entity, with links to the entities that its value names."""

    attribute: str
    name: str
    unit: str
    cell: Cell
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What there is to know of one entity."""

    subject: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    topic: str
    family: Link | None
    facts: tuple[Told, ...]
    unknown: tuple[str, ...]
    """The attributes that could be known of it and are not."""
    members: tuple[Link, ...]
    mentions: tuple[tuple[str, tuple[Link, ...]], ...]
    """By attribute: the entities whose value this one is."""
    sheets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence or a member of a list, and why it is so, or is not."""

    text: str
    because: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a sheet: what belongs, and what people wrongly add."""

    name: str
    complete: bool
    members: tuple[Point, ...]
    outside: tuple[Point, ...]
    source: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A concept, to be read."""

    subject: str
    name: str
    aliases: tuple[str, ...]
    topic: str
    definition: str
    explanation: str
    source: str
    statements: tuple[Point, ...]
    lists: tuple[Listed, ...]
    contrasts: tuple[tuple[Link, Point], ...]
    misconceptions: tuple[Point, ...]
    prerequisites: tuple[Link, ...]
    leads_to: tuple[Link, ...]
    """The sheets that need this one."""
    related: tuple[Link, ...]
    entities: tuple[Link, ...]


Page = EntityPage | SheetPage


@dataclass(frozen=True, slots=True)
class Mark:
    """One entity in a plot."""

    subject: str
    name: str
    x: float
    y: float
    x_text: str
    y_text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Two measures of the same entities, each above zero, the largest first in `up`."""

    across: Column
    up: Column
    marks: tuple[Mark, ...]
    editions: tuple[str, ...]
    """The dates of what ages, each once."""
