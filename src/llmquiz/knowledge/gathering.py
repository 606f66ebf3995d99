"""All bodies together: ids resolved across files, what does not fit reported and left out, the rest made knowledge.

The order of files does not matter; topics, attributes and entities keep the order they are declared in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from llmquiz.core.problems import Severity
from llmquiz.core.sources import Source
from llmquiz.core.text import Text
from llmquiz.core.wordings import Wording
from llmquiz.files.documents import Path
from llmquiz.knowledge import building
from llmquiz.knowledge.bodies import Body
from llmquiz.knowledge.catalogue import Catalogue, Fact
from llmquiz.knowledge.checks import entities
from llmquiz.knowledge.checks.attributes import attribute
from llmquiz.knowledge.checks.circles import circles
from llmquiz.knowledge.checks.languages import language
from llmquiz.knowledge.checks.misfits import Ids, Misfit, Raw, twice
from llmquiz.knowledge.checks.sheets import sheet
from llmquiz.knowledge.checks.translations import translations
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import Sheet

T = TypeVar("T")
Check = Callable[[Any, Ids], Iterable[Misfit]]
Found = tuple[str, Misfit]
"""What does not fit, after the file it stands in."""


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
    """One declared thing of one file."""

    file: str
    data: dict[str, Any]
    where: Path
    """Where it stands in the file."""
    id_path: Path
    """Where in it its id stands."""
    name: str


def _nothing(_: Raw, __: Ids) -> Iterator[Misfit]:
    """No check: for what refers to nothing."""
    return iter(())


def gather(bodies: Mapping[str, Body]) -> tuple[Knowledge, tuple[Found, ...]]:
    """The knowledge in `bodies` (by file), and everything that does not fit together."""
    gatherer = _Gatherer(bodies)
    return gatherer.knowledge(), tuple(gatherer.found)


class _Gatherer:
    """Reads the bodies once, kind by kind, from what refers to nothing to what refers to everything."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        self.bodies = bodies
        self.found: list[Found] = []
        self.ids = Ids.of(bodies.values())

    def knowledge(self) -> Knowledge:
        topics = _built(self._listed("topics"), lambda raw: building.text(raw["name"]))
        sources = _built(self._listed("sources"), building.source)
        languages = _built(self._files("language", self._language_check()), building.language)
        catalogue = self._catalogue()
        sheets = _built(self._straight(self._files("sheet", sheet)), building.sheet)
        return Knowledge(topics, sources, languages, catalogue, sheets)

    def _language_check(self) -> Check:
        every = [body.data for _, body in self._of("language")]
        return lambda raw, _: language(raw, every)

    def _catalogue(self) -> Catalogue:
        kinds = _built(self._listed("attributes", "entity_kinds"), building.named)
        attributes = _built(self._straight(self._listed("attributes", check=attribute)), building.attribute)
        heads = {file: self._told(file, (), entities.head(body.data, self.ids)) for file, body in self._of("entities")}
        entries = list(self._members("entities", "entities"))
        kept = self._kept(entries, entities.entity, heads)
        catalogue = Catalogue(kinds, attributes, _built(kept, building.entity), {})
        told = [(entry, self._facts(entry, catalogue, heads[entry.file])) for entry in entries]
        facts = [fact for entry, own in told if kept.get(entry.name) is entry for fact in own]
        return replace(catalogue, facts={(fact.entity, fact.attribute): fact for fact in facts})

    def _facts(self, entry: _Entry, catalogue: Catalogue, above: Set[Wording]) -> list[Fact]:
        """The facts that can be used of an entity, be it left out itself or not."""
        own = (each for each in entities.default(entry.data, self.ids) if each.says not in above)
        above = above | self._told(entry.file, entry.where, own)
        facts = []
        for name, raw in entry.data["facts"].items():
            declared = catalogue.attributes.get(name)
            fits = self._fits(
                entry.file, (*entry.where, "facts", name), self._of_cell(entry, name, raw, catalogue), above
            )
            fact = building.fact(entry.name, declared, raw) if fits and declared is not None else None
            if fact is not None:
                facts.append(fact)
        return facts

    def _of_cell(self, entry: _Entry, name: str, raw: Raw, catalogue: Catalogue) -> Iterator[Misfit]:
        declared = catalogue.attributes.get(name)
        yield from entities.fact(raw, self.ids)
        yield from translations(raw, self.ids)
        if declared is None:
            yield entities.strange(name, self.ids)
        else:
            yield from entities.cell(entry.data["kind"], raw, declared, catalogue, self.ids)

    def _listed(self, kind: str, section: str = "", check: Check = _nothing) -> dict[str, _Entry]:
        """What the lists `section` declare, by id."""
        return self._kept(self._members(kind, section or kind), check)

    def _files(self, kind: str, check: Check) -> dict[str, _Entry]:
        """What files declare that are one thing each, by id."""
        return self._kept(
            (_Entry(file, body.data, (), (kind,), body.data[kind]) for file, body in self._of(kind)), check
        )

    def _kept(
        self, entries: Iterable[_Entry], check: Check, told: Mapping[str, Set[Wording]] = MappingProxyType({})
    ) -> dict[str, _Entry]:
        """The entries by id; a second one of the same id, and one with an error, is reported and left out."""
        kept: dict[str, _Entry] = {}
        for entry in entries:
            own = {key: value for key, value in entry.data.items() if key != "facts"}  # they stand by themselves
            misfits = (*check(entry.data, self.ids), *translations(own, self.ids))
            if entry.name in kept:
                misfits = (twice(entry.id_path, entry.name), *misfits)
            if self._fits(entry.file, entry.where, misfits, told.get(entry.file, frozenset())):
                kept[entry.name] = entry
        return kept

    def _straight(self, entries: dict[str, _Entry]) -> dict[str, _Entry]:
        """The entries without those prerequisites that lead back to where they began."""
        needs = {name: entry.data["prerequisites"] for name, entry in entries.items()}
        for name, at, misfit in circles(needs):
            entry = entries[name]
            self._told(entry.file, entry.where, [misfit])
            needed = [each for each in entry.data["prerequisites"] if each != needs[name][at]]
            entries[name] = replace(entry, data=entry.data | {"prerequisites": needed})
        return entries

    def _fits(self, file: str, where: Path, misfits: Iterable[Misfit], above: Set[Wording] = frozenset()) -> bool:
        """Report what does not fit, but for what was told `above`; whether the thing can be used all the same."""
        found = tuple(misfits)
        self._told(file, where, (each for each in found if each.says not in above))
        return all(each.severity is Severity.WARNING for each in found)

    def _told(self, file: str, where: Path, misfits: Iterable[Misfit]) -> frozenset[Wording]:
        """Report what does not fit, each with its path in the file; the sentences that were said."""
        found = tuple(misfits)
        self.found += [(file, replace(each, path=(*where, *each.path))) for each in found if not each.echo]
        return frozenset(each.says for each in found)

    def _members(self, kind: str, section: str) -> Iterator[_Entry]:
        for file, body in self._of(kind):
            for at, data in zip(body.at[section], body.data[section], strict=True):
                yield _Entry(file, data, (section, at), ("id",), data["id"])

    def _of(self, kind: str) -> list[tuple[str, Body]]:
        return [(file, body) for file, body in sorted(self.bodies.items()) if body.kind == kind]


def _built(entries: Mapping[str, _Entry], build: Callable[[Any], T]) -> dict[str, T]:
    return {name: build(entry.data) for name, entry in entries.items()}
