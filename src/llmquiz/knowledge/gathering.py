"""All bodies together: ids resolved across files, what does not fit reported and left out, the rest made knowledge.

The order of files does not matter; topics, attributes and entities keep the order they are declared in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.sources import Source
from llmquiz.core.text import Text
from llmquiz.knowledge import building, checking
from llmquiz.knowledge.bodies import Body
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Fact
from llmquiz.knowledge.checking import Ids, Misfit
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import Sheet
from llmquiz.knowledge.values import Kind

T = TypeVar("T")
Check = Callable[[Any, Ids], Iterable[Misfit]]


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
    where: str
    """The name of its place in the file."""
    name: str


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
        self.ids = Ids.of(bodies.values())

    def knowledge(self) -> Knowledge:
        topics = _built(self._listed("topics"), lambda raw: building.text(raw["name"]))
        sources = _built(self._listed("sources"), building.source)
        languages = _built(self._files("language", self._language_check()), building.language)
        catalogue = self._catalogue()
        sheets = _built(self._files("sheet", checking.sheet), building.sheet)
        return Knowledge(topics, sources, languages, catalogue, sheets)

    def _language_check(self) -> Check:
        every = [body.data for _, body in self._of("language")]
        return lambda raw, _: checking.language(raw, every)

    def _catalogue(self) -> Catalogue:
        kinds = _built(self._listed("attributes", "entity_kinds"), building.named)
        attributes = _built(self._listed("attributes", "attributes", checking.attribute), building.attribute)
        entries = self._kept(self._entries("entities", "entities", prefix=""), checking.entity)
        catalogue = Catalogue(kinds, attributes, _built(entries, building.entity), {})
        facts = [fact for entry in entries.values() for fact in self._facts(entry, catalogue)]
        return replace(catalogue, facts={(fact.entity, fact.attribute): fact for fact in facts})

    def _facts(self, entry: _Entry, catalogue: Catalogue) -> Iterator[Fact]:
        for name, raw in entry.data["facts"].items():
            declared = catalogue.attributes.get(name)
            if declared is not None:
                fact = self._fact(entry, raw, declared, catalogue)
                if fact is not None:
                    yield fact
            elif name not in self.ids.attributes:
                place, hint = self._place(entry.path, f"{entry.name}/{name}"), _known(self.ids.attributes)
                self._report(place, "unknown-attribute", f"`{name}` is not an attribute.", hint)

    def _fact(self, entry: _Entry, raw: dict[str, Any], declared: Attribute, catalogue: Catalogue) -> Fact | None:
        where = f"{entry.name}/{declared.id}"
        place = self._place(entry.path, where)
        if not self._fits(entry.path, (*checking.fact(where, raw, self.ids), *self._spoken(where, raw))):
            return None
        problem = _misfit(place, entry.data, raw, declared, catalogue)
        if problem is not None:
            self.problems.append(problem)
            return None
        fact = building.fact(entry.name, declared, raw)
        if fact is None:
            message = f"The value of `{declared.id}` is missing or not of its kind ({declared.kind})."
            self._report(place, "wrong-value", message, f"Write {_EXPECTED[declared.kind]}.")
        return fact

    def _listed(self, kind: str, section: str = "", check: Check = checking.nothing) -> dict[str, _Entry]:
        """What the lists `section` declare, by id."""
        section = section or kind
        return self._kept(self._entries(kind, section, prefix=f"{section}/"), check)

    def _files(self, kind: str, check: Check) -> dict[str, _Entry]:
        """What files declare that are one thing each, by id."""
        return self._kept((_Entry(path, body.data, kind, body.data[kind]) for path, body in self._of(kind)), check)

    def _kept(self, entries: Iterable[_Entry], check: Check) -> dict[str, _Entry]:
        """The entries by id; a second one of the same id, and one with an error, is reported and left out."""
        kept: dict[str, _Entry] = {}
        for entry in entries:
            if entry.name in kept:
                place = self._place(entry.path, entry.where)
                self._report(place, "duplicate-id", f"`{entry.name}` is declared twice.", "Rename or remove one.")
            elif self._fits(entry.path, (*check(entry.data, self.ids), *self._spoken(entry.where, entry.data))):
                kept[entry.name] = entry
        return kept

    def _spoken(self, where: str, data: Mapping[str, Any]) -> Iterator[Misfit]:
        """Texts that are missing in a language; an entity's facts stand or fall by themselves."""
        return checking.translations(where, {key: value for key, value in data.items() if key != "facts"}, self.ids)

    def _fits(self, path: str, misfits: Iterable[Misfit]) -> bool:
        """Report what does not fit; whether the thing can be used all the same."""
        found = tuple(misfits)
        for each in found:
            place = self._place(path, each.where)
            self.problems.append(Problem(place, each.code, each.message, each.hint, each.severity))
        return all(each.severity is Severity.WARNING for each in found)

    def _entries(self, kind: str, section: str, prefix: str) -> Iterator[_Entry]:
        for path, body in self._of(kind):
            for data in body.data[section]:
                yield _Entry(path, data, f"{prefix}{data['id']}", data["id"])

    def _of(self, kind: str) -> list[tuple[str, Body]]:
        return [(path, body) for path, body in sorted(self.bodies.items()) if body.kind == kind]

    def _place(self, path: str, name: str) -> Place:
        return Place(path, *self.bodies[path].places.get(name, (1, 1)))

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, code, message, hint))


def _built(entries: Mapping[str, _Entry], build: Callable[[Any], T]) -> dict[str, T]:
    return {name: build(entry.data) for name, entry in entries.items()}


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


def _known(names: Iterable[str]) -> str:
    shown = sorted(names)
    tail = ", ..." if len(shown) > 12 else ""
    return f"Known: {', '.join(shown[:12])}{tail}."
