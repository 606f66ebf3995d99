"""Pages in words: an entity or a concept as lines with their looks and links, for the app and for plain text. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from llmquiz.core.text import width
from llmquiz.trainer.explored import EntityPage, Link, Listed, Page, Point, SheetPage, Told
from llmquiz.tui import wording
from llmquiz.tui.cells import with_unit
from llmquiz.tui.speech import _

_FEW = 5
"""Of other names, as many as a page begins with."""


class Look(Enum):
    """What a line is."""

    TITLE = auto()
    HEADING = auto()
    TEXT = auto()
    STRONG = auto()
    NOTE = auto()
    RIGHT = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `label` stands before it; with a `link` it leads to another page."""

    text: str
    look: Look = Look.TEXT
    label: str = ""
    link: str = ""
    inside: bool = False
    """Whether it belongs to the line above."""


class _Sources:
    """Sources by number, in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, source: str) -> str:
        """` [2]`; nothing where there is no source."""
        return f" [{self._numbers.setdefault(source, len(self._numbers) + 1)}]" if source else ""

    def lines(self) -> Iterator[Line]:
        """The list at the end of a page."""
        if self._numbers:
            yield Line(_("Sources"), Look.HEADING)
        for source, number in self._numbers.items():
            yield Line(source, Look.NOTE, label=f"[{number}] ")


def page_lines(page: Page) -> Iterator[Line]:
    """A page from its title to its sources."""
    sources = _Sources()
    yield Line(page.name, Look.TITLE)
    yield from _entity(page, sources) if isinstance(page, EntityPage) else _sheet(page, sources)
    if page.aliases[_FEW:]:
        yield Line(_("More names"), Look.HEADING)
        yield Line(wording.listed(page.aliases[_FEW:]), Look.NOTE)
    yield from sources.lines()


def _entity(page: EntityPage, sources: _Sources) -> Iterator[Line]:
    yield Line(wording.listed((page.kind, page.topic if page.topic != page.name else "")), Look.NOTE)
    yield from _also(page.aliases)
    if page.family is not None:
        yield Line(page.family.name, label=_("Family: "), link=page.family.subject)
    yield Line(_("What is known, and as of when"), Look.HEADING)
    names = max((width(fact.name) for fact in page.facts), default=0)
    for fact in page.facts:
        yield from _fact(fact, names, sources)
    yield from _links(_("Models of it"), page.members)
    for attribute, links in page.mentions:
        yield from _links(_("Named by others as: {attribute}").format(attribute=attribute), links)
    yield from _links(_("Concepts"), page.sheets)
    if page.unknown:
        yield Line(_("Not known here"), Look.HEADING)
        yield Line(wording.listed(page.unknown), Look.NOTE)


def _fact(fact: Told, names: int, sources: _Sources) -> Iterator[Line]:
    """The value with its date and source, then what makes it stick; a value that is an entity leads there."""
    value = with_unit(fact.cell, fact.unit)
    label = fact.name + " " * (names - width(fact.name) + 2)
    link = fact.links[0].subject if len(fact.links) == 1 else ""
    yield Line(f"{value}  ({fact.cell.as_of}){sources.mark(fact.cell.source)}", Look.TEXT, label, link)
    if fact.cell.archive:
        yield Line(_("A dated offer: asked in practice, or once the archive is on."), Look.NOTE, inside=True)
    if fact.cell.why:
        yield Line(fact.cell.why, Look.NOTE, inside=True)
    if len(fact.links) > 1:
        yield from (Line(each.name, link=each.subject, inside=True) for each in fact.links)


def _sheet(page: SheetPage, sources: _Sources) -> Iterator[Line]:
    yield Line(page.topic, Look.NOTE)
    yield from _also(page.aliases)
    yield Line(page.definition, Look.STRONG)
    yield Line(page.explanation + sources.mark(page.source))
    if page.statements:
        yield Line(_("What holds"), Look.HEADING)
        yield from _points(page.statements, Look.RIGHT, sources)
    for listed in page.lists:
        yield from _list(listed, sources)
    if page.contrasts:
        yield Line(_("Not the same"), Look.HEADING)
        for link, point in page.contrasts:
            yield Line(link.name, link=link.subject)
            yield from (replace(line, look=Look.TEXT if at == 0 else Look.NOTE, inside=True)
                        for at, line in enumerate(_points((point,), Look.TEXT, sources)))  # fmt: skip
    yield Line(_("What people get wrong"), Look.HEADING)
    yield from _points(page.misconceptions, Look.WRONG, sources)
    yield from _links(_("Read first"), page.prerequisites)
    yield from _links(_("Leads to"), page.leads_to)
    yield from _links(_("Related"), page.related)
    yield from _links(_("Models and makers"), page.entities)


def _list(listed: Listed, sources: _Sources) -> Iterator[Line]:
    yield Line(listed.name + sources.mark(listed.source), Look.HEADING)
    yield from _points((replace(point, source="") for point in listed.members), Look.RIGHT, sources)
    yield from _points(listed.outside, Look.WRONG, sources)


def _points(points: Iterable[Point], look: Look, sources: _Sources) -> Iterator[Line]:
    """Sentences, each with its reason below."""
    for point in points:
        yield Line(point.text + sources.mark(point.source), look)
        if point.because:
            yield Line(point.because, Look.NOTE, inside=True)


def _links(title: str, links: tuple[Link, ...]) -> Iterator[Line]:
    if links:
        yield Line(title, Look.HEADING)
        yield from (Line(link.name, link=link.subject) for link in links)


def _also(names: tuple[str, ...]) -> Iterator[Line]:
    """A few of the other names; what is left of them stands at the end of the page, out of a reader's way."""
    if names:
        more = " …" if names[_FEW:] else ""
        yield Line(wording.listed(names[:_FEW]) + more, Look.NOTE, label=_("Also called: "))
