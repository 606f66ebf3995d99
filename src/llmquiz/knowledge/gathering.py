"""All bodies together: ids resolved across files, what does not fit reported and left out, the rest made knowledge.

The order of files does not matter; topics, attributes and entities keep the order they are declared in.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from llmquiz.core.problems import Place, Problem
from llmquiz.core.sources import Source
from llmquiz.core.text import Text
from llmquiz.knowledge import building
from llmquiz.knowledge.bodies import Body
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Fact
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import Sheet
from llmquiz.knowledge.values import Kind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the knowledge files say."""

    topics: Mapping[str, Text]
    """By id, in teaching order."""
    sources: Mapping[str, Source]
    languages: Mapping[str, Language]
    catalogue: Catalogue
    sheets: Mapping[str, Sheet]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One declared thing of one file, with its place."""

    path: str
    data: dict[str, Any]
    place: Place


_EXPECTED = {
    Kind.QUANTITY: "a number such as 128k, 175B or 4096",
    Kind.MONEY: "an amount such as 0.50",
    Kind.RANK: "a whole number",
    Kind.DATE: "a date such as 2024, 2024-06 or 2024-06-30",
    Kind.CATEGORY: "the id of one of its values",
    Kind.SET: "a list of ids",
    Kind.BOOLEAN: "true or false",
    Kind.TEXT: "a text",
}


def gather(bodies: Mapping[str, Body]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """The knowledge in `bodies` (by path), and everything that does not fit together."""
    gatherer = _Gatherer(bodies)
    return gatherer.knowledge(), tuple(gatherer.problems)


class _Gatherer:
    """Reads the bodies once, kind by kind, from what refers to nothing to what refers to everything."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        self.bodies = bodies
        self.problems: list[Problem] = []

    def knowledge(self) -> Knowledge:
        topics = self._unique("topics", "topics", lambda raw: building.text(raw["name"]))
        sources = self._unique("sources", "sources", building.source)
        languages = {body.data["language"]: building.language(body.data) for _, body in self._of("language")}
        catalogue = self._catalogue()
        sheets = {sheet.id: sheet for sheet in (building.sheet(body.data) for _, body in self._of("sheet"))}
        return Knowledge(topics, sources, languages, catalogue, sheets)

    def _catalogue(self) -> Catalogue:
        kinds = self._unique("attributes", "entity_kinds", building.named)
        attributes = self._unique("attributes", "attributes", building.attribute)
        entries = list(self._entries("entities", "entities", prefix=""))
        entities = self._first_of_each(entries, building.entity)
        catalogue = Catalogue(kinds, attributes, entities, {})
        facts: dict[tuple[str, str], Fact] = {}
        for entry in entries:
            facts |= {(fact.entity, fact.attribute): fact for fact in self._facts(entry, catalogue)}
        return Catalogue(kinds, attributes, entities, facts)

    def _facts(self, entry: _Entry, catalogue: Catalogue) -> Iterator[Fact]:
        owner = entry.data["id"]
        for name, raw in entry.data["facts"].items():
            place = self._place(entry.path, f"{owner}/{name}")
            declared = catalogue.attributes.get(name)
            if declared is None:
                self._report(place, "unknown-attribute", f"`{name}` is not an attribute.", _known(catalogue.attributes))
            elif (problem := _misfit(place, entry.data, raw, declared, catalogue)) is not None:
                self.problems.append(problem)
            elif (fact := building.fact(owner, declared, raw)) is not None:
                yield fact
            else:
                message = f"The value of `{name}` is missing or not of its kind ({declared.kind})."
                self._report(place, "wrong-value", message, f"Write {_EXPECTED[declared.kind]}.")

    def _unique(self, kind: str, section: str, build: Callable[[Any], T]) -> dict[str, T]:
        return self._first_of_each(list(self._entries(kind, section, prefix=f"{section}/")), build)

    def _first_of_each(self, entries: list[_Entry], build: Callable[[Any], T]) -> dict[str, T]:
        """What each entry builds, by id; a second one of the same id is reported and left out."""
        built: dict[str, T] = {}
        for entry in entries:
            name = entry.data["id"]
            if name in built:
                self._report(entry.place, "duplicate-id", f"`{name}` is declared twice.", "Rename or remove one.")
            else:
                built[name] = build(entry.data)
        return built

    def _entries(self, kind: str, section: str, prefix: str) -> Iterator[_Entry]:
        for path, body in self._of(kind):
            for data in body.data[section]:
                yield _Entry(path, data, self._place(path, f"{prefix}{data['id']}"))

    def _of(self, kind: str) -> list[tuple[str, Body]]:
        return [(path, body) for path, body in sorted(self.bodies.items()) if body.kind == kind]

    def _place(self, path: str, name: str) -> Place:
        return Place(path, *self.bodies[path].places.get(name, (1, 1)))

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, code, message, hint))


def _misfit(
    place: Place, entity: Mapping[str, Any], raw: Mapping[str, Any], declared: Attribute, catalogue: Catalogue
) -> Problem | None:
    """Why a cell cannot stand: the attribute is not for that kind of entity, or a value is not declared."""
    if entity["kind"] not in declared.of:
        message = f"`{declared.id}` is not an attribute of a {entity['kind']}."
        return Problem(place, "wrong-kind", message, f"It belongs to: {', '.join(declared.of)}.")
    if declared.kind not in (Kind.CATEGORY, Kind.SET) or raw["value"] is None:
        return None
    names = catalogue.value_names(declared)
    values = raw["value"] if isinstance(raw["value"], list) else [raw["value"]]
    unknown = [str(value) for value in values if str(value) not in names]
    if not unknown:
        return None
    message = f"{', '.join(unknown)}: not a declared value of `{declared.id}`."
    return Problem(place, "unknown-value", message, _known(names))


def _known(names: Mapping[str, object]) -> str:
    shown = sorted(names)
    tail = ", ..." if len(shown) > 12 else ""
    return f"Known: {', '.join(shown[:12])}{tail}."
