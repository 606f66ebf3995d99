"""The knowledge as tables: one for each kind of entity, one of the concepts, one of everything that has a date."""

from collections import Counter

from llmquiz.knowledge.catalogue import Attribute, Entity, Named, Status
from llmquiz.knowledge.values import Kind, Precision, When
from llmquiz.trainer.cells import Cells
from llmquiz.trainer.explored import Cell, Column, Row, Table

CONCEPTS, TIMELINE = "concepts", "timeline"
_TERM, _DATE = Column("term", attribute=False), Column("date", attribute=False)
_TOPIC, _DEFINITION = Column("topic", attribute=False), Column("definition", attribute=False)
_NAME, _KIND, _EVENT = (Column(name, attribute=False) for name in ("name", "kind", "event"))


def kinds(cells: Cells) -> list[Named]:
    """The kinds that have entities."""
    used = {entity.kind for entity in cells.catalogue.entities.values()}
    return [kind for kind in cells.catalogue.kinds.values() if kind.id in used]


def kind_table(cells: Cells, kind: Named) -> Table:
    """Every entity of a kind, with each attribute of which at least one is told; what is told most comes first."""
    entities = [entity for entity in cells.catalogue.entities.values() if entity.kind == kind.id]
    told = Counter(name for entity, name in cells.catalogue.facts if cells.catalogue.entities[entity].kind == kind.id)
    attributes = sorted((cells.catalogue.attributes[name] for name in told), key=lambda each: -told[each.id])
    rows = tuple(_entity_row(cells, entity, attributes) for entity in entities)
    heading = Column(kind.id, cells.said(kind.name), attribute=False)
    columns = tuple(cells.column(attribute) for attribute in attributes)
    return Table(kind.id, cells.said(kind.plural or kind.name), columns, rows, heading)


def concept_table(cells: Cells) -> Table:
    """Every concept with its definition, in teaching order."""
    topics = list(cells.library.topics)
    sheets = sorted(cells.knowledge.sheets.values(), key=lambda sheet: topics.index(sheet.topic))
    rows = tuple(
        Row(
            f"sheet:{sheet.id}",
            cells.said(sheet.term),
            (_text(cells.topic(sheet.topic), f"{topics.index(sheet.topic):03d}"), _text(cells.said(sheet.definition))),
            (*(text for _, text in sheet.term.by_language), *sheet.aliases.everywhere()),
        )
        for sheet in sheets
    )
    return Table(CONCEPTS, "", (_TOPIC, _DEFINITION), rows, _TERM)


def timeline(cells: Cells) -> Table:
    """What came out when: every entity by the date that is known of the most, else by one that is a mere year."""
    dates = _events(cells)
    makers = maker(cells)
    found = []
    for entity in cells.catalogue.entities.values():
        dated = next((each for each in dates if _when(cells, entity, each) is not None), None)
        if dated is not None:
            found.append((str(_when(cells, entity, dated)), entity, dated))
    found.sort(key=lambda each: each[0])
    columns = (_NAME, *([cells.column(makers)] if makers else []), _EVENT, _KIND)
    return Table(TIMELINE, "", columns, tuple(_dated_row(cells, *each, makers) for each in found), _DATE)


def _events(cells: Cells) -> list[Attribute]:
    """The dates that say when something came to be; others, such as a cut-off, say something else of it."""
    dates = [attribute for attribute in cells.catalogue.attributes.values() if attribute.kind is Kind.DATE]
    main = max(dates, key=lambda each: len(cells.catalogue.known_facts(each.id)), default=None)
    return [each for each in dates if each is main or each.precision is Precision.YEAR]


def maker(cells: Cells) -> Attribute | None:
    """The attribute that says whose an entity is: the first whose values are entities."""
    declared = cells.catalogue.attributes.values()
    return next((each for each in declared if each.kind is Kind.CATEGORY and each.values_from), None)


def _dated_row(cells: Cells, date: str, entity: Entity, dated: Attribute, makers: Attribute | None) -> Row:
    own = cells.of(entity.id, dated)
    told = (
        _text(cells.name(entity), own=own),
        *([cells.of(entity.id, makers)] if makers else []),
        _text(cells.said(dated.name), own=own),
        _text(cells.said(cells.catalogue.kinds[entity.kind].name)),
    )
    return Row(f"entity:{entity.id}", date, told, _names(entity))


def _when(cells: Cells, entity: Entity, attribute: Attribute) -> When | None:
    fact = cells.catalogue.fact(entity.id, attribute.id)
    return fact.value if fact is not None and fact.known and isinstance(fact.value, When) else None


def _entity_row(cells: Cells, entity: Entity, attributes: list[Attribute]) -> Row:
    told = tuple(cells.of(entity.id, each) for each in attributes)
    return Row(f"entity:{entity.id}", cells.name(entity), told, _names(entity))


def _names(entity: Entity) -> tuple[str, ...]:
    return (*(text for _, text in entity.name.by_language), *entity.aliases.everywhere())


def _text(text: str, order: str = "", own: Cell | None = None) -> Cell:
    """A cell of the program's own; `own`: with the source and date of that one."""
    source, as_of, why = (own.source, own.as_of, own.why) if own else ("", "", "")
    return Cell(Status.KNOWN, text, order or text.casefold(), as_of=as_of, source=source, why=why)
