"""One entity, or one concept, as a page to be read, with the ways to its neighbours."""

from collections.abc import Iterable

from llmquiz.core.text import Text
from llmquiz.knowledge.catalogue import Entity, Status
from llmquiz.knowledge.sheets import GAP_CLOSE, GAP_OPEN, ConceptList, Element, Sheet, Wrong
from llmquiz.knowledge.values import ids_of
from llmquiz.trainer.cells import Cells
from llmquiz.trainer.explored import EntityPage, Link, Listed, Point, SheetPage, Told


def entity_page(cells: Cells, entity: Entity) -> EntityPage:
    """Every cell of an entity, and who refers to it."""
    catalogue = cells.catalogue
    attributes = [each for each in catalogue.attributes.values() if entity.kind in each.of]
    told = [_told(cells, entity, each.id) for each in attributes if catalogue.fact(entity.id, each.id)]
    known = {each.attribute for each in told if each.cell.status is not Status.UNKNOWN}
    members = [each.id for each in catalogue.entities.values() if each.family == entity.id]
    return EntityPage(
        subject=f"entity:{entity.id}",
        name=cells.name(entity),
        kind=cells.said(catalogue.kinds[entity.kind].name),
        aliases=_others(entity.aliases.in_language(cells.lang), cells.name(entity)),
        topic=cells.topic(entity.topic),
        family=cells.link(entity.family) if entity.family else None,
        facts=tuple(each for each in told if each.attribute in known),
        unknown=tuple(cells.said(each.name) for each in attributes if each.id not in known),
        members=tuple(cells.link(name) for name in members),
        mentions=tuple(_mentions(cells, entity.id, members)),
        sheets=_sheets(cells, (each.id for each in cells.knowledge.sheets.values() if entity.id in each.entities)),
    )


def sheet_page(cells: Cells, sheet: Sheet) -> SheetPage:
    """A concept sheet in full."""
    said, elements = cells.said, sheet.elements.values()
    needed_by = [each.id for each in cells.knowledge.sheets.values() if sheet.id in each.prerequisites]
    return SheetPage(
        subject=f"sheet:{sheet.id}",
        name=said(sheet.term),
        aliases=_others(sheet.aliases.in_language(cells.lang), said(sheet.term)),
        topic=cells.topic(sheet.topic),
        definition=said(sheet.definition),
        explanation=said(sheet.explanation),
        source=cells.source(sheet.source),
        statements=tuple(_point(cells, each) for each in elements if not each.list_id and not each.against),
        lists=tuple(_listed(cells, sheet, each) for each in sheet.lists.values()),
        contrasts=tuple((cells.sheet_link(each.against), _point(cells, each)) for each in elements if each.against),
        misconceptions=tuple(Point(said(each.claim), said(each.because)) for each in sheet.misconceptions),
        prerequisites=_sheets(cells, sheet.prerequisites),
        leads_to=_sheets(cells, needed_by),
        related=_sheets(cells, sheet.related),
        entities=tuple(cells.link(name) for name in sheet.entities if name in cells.catalogue.entities),
    )


def _told(cells: Cells, entity: Entity, name: str) -> Told:
    attribute, fact = cells.catalogue.attributes[name], cells.catalogue.facts[entity.id, name]
    column = cells.column(attribute)
    return Told(name, column.name, column.unit, cells.of(entity.id, attribute), cells.linked(fact))


def _mentions(cells: Cells, entity: str, members: Iterable[str]) -> Iterable[tuple[str, tuple[Link, ...]]]:
    """Who names this entity in a value, by attribute; members of a family are told already."""
    told = frozenset(members)
    for attribute in cells.catalogue.attributes.values():
        if attribute.values_from:
            facts = [fact for fact in cells.catalogue.facts.values() if fact.attribute == attribute.id]
            naming = [fact.entity for fact in facts if fact.value is not None and entity in ids_of(fact.value)]
            links = tuple(cells.link(name) for name in naming if name not in told)
            if links:
                yield cells.said(attribute.name), links


def _sheets(cells: Cells, names: Iterable[str]) -> tuple[Link, ...]:
    return tuple(cells.sheet_link(name) for name in names if name in cells.knowledge.sheets)


def _listed(cells: Cells, sheet: Sheet, listed: ConceptList) -> Listed:
    return Listed(
        name=cells.said(listed.name),
        complete=listed.complete,
        members=tuple(_point(cells, sheet.elements[name]) for name in listed.members),
        outside=tuple(_wrong(cells, each) for each in listed.outside),
        source=cells.source(listed.source),
    )


def _point(cells: Cells, element: Element) -> Point:
    return Point(
        _whole(cells, element.text or element.answer), cells.said(element.because), cells.source(element.source)
    )


def _wrong(cells: Cells, wrong: Wrong) -> Point:
    return Point(cells.said(wrong.text), cells.said(wrong.because))


def _whole(cells: Cells, text: Text) -> str:
    """A sentence without the marks of its gap."""
    return cells.said(text).replace(GAP_OPEN, "").replace(GAP_CLOSE, "")


def _others(names: Iterable[str], name: str) -> tuple[str, ...]:
    return tuple(other for other in dict.fromkeys(names) if other.casefold() != name.casefold())
