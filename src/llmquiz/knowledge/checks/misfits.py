"""What does not fit, and the ids that things refer to each other by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from llmquiz.core.marking import N_
from llmquiz.core.problems import Severity
from llmquiz.core.wordings import Wording, worded
from llmquiz.files.documents import Path
from llmquiz.files.nearness import among
from llmquiz.knowledge.bodies import ANYTHING, Body

Raw = Mapping[str, Any]

_SECTIONS = {
    "topics": "topic",
    "sources": "source",
    "entity_kinds": "kind",
    "attributes": "attribute",
    "entities": "entity",
    "sheets": "sheet",
}
"""What the members of each section are called."""
_UNKNOWN = {
    "topic": N_("There is no topic `{name}`."),
    "source": N_("There is no source `{name}`."),
    "kind": N_("There is no kind `{name}`."),
    "attribute": N_("There is no attribute `{name}`."),
    "entity": N_("There is no entity `{name}`."),
    "sheet": N_("There is no sheet `{name}`."),
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit. An error keeps the thing out; a warning leaves it in use with less."""

    path: Path
    """From the thing it is about to the place."""
    code: str
    says: Wording
    advises: Wording
    severity: Severity = Severity.ERROR
    at_key: bool = False
    echo: bool = False
    """Whether it follows from what is told elsewhere, and need not be told."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Every id that is declared somewhere, by what it is the id of."""

    languages: frozenset[str] = frozenset()
    declared: Mapping[str, frozenset[str]] = field(default_factory=dict)
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, bodies: Iterable[Body]) -> "Ids":
        """What `bodies` declare."""
        found: dict[str, set[str]] = {what: set() for what in _SECTIONS.values()}
        broken: dict[str, set[str]] = {what: set() for what in _SECTIONS.values()}
        languages = set()
        for body in bodies:
            for section, what in _SECTIONS.items():
                found[what].update(item["id"] for item in body.data.get(section, ()) if isinstance(item, dict))
                broken[what].update(body.broken.get(section, ()))
            if body.kind == "sheet":
                found["sheet"].add(body.data["sheet"])
            elif body.kind == "language":
                languages.add(body.data["language"])
        return cls(frozenset(languages), _frozen(found), _frozen(broken))

    def known(self, what: str, name: str) -> bool:
        """Whether there is a `what` of this name that can be used."""
        return name in self.declared[what]

    def meant(self, what: str, name: str) -> bool:
        """Whether somebody has declared it, or may have tried to: then it is told there what is wrong."""
        return name in self.declared[what] or bool({name, ANYTHING} & self.broken[what])


def unknown(
    ids: Ids, what: str, named: Iterable[tuple[Path, str | None]], severity: Severity = Severity.ERROR
) -> Iterator[Misfit]:
    """The names under which there is no `what`; those that are None name nothing."""
    for path, name in named:
        if name is not None and not ids.known(what, name):
            says, advises = worded(_UNKNOWN[what], name=name), among(name, ids.declared[what])
            yield Misfit(path, f"unknown-{what}", says, advises, severity, echo=ids.meant(what, name))


def listed(path: Path, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """The members of a list, each with its path."""
    return (((*path, at), name) for at, name in enumerate(names))


def repeated(named: Iterable[tuple[Path, str]], taken: str = "") -> Iterator[Misfit]:
    """The second and later places of an id; `taken` is nobody's."""
    seen = {taken}
    for path, name in named:
        if name in seen:
            yield twice(path, name)
        seen.add(name)


def twice(path: Path, name: str) -> Misfit:
    """An id that was declared before."""
    says = worded("`{name}` is declared twice.", name=name)
    return Misfit(path, "duplicate-id", says, worded("Rename or remove one."))


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(each) for name, each in sets.items()}
