"""Knowledge files to plain bodies: validated, defaults filled in, with the places later checks need.

A body is what the index keeps of one file. What is wrong is left out of it and reported; the rest stays usable.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from llmquiz.core.problems import Place, Problem
from llmquiz.files.documents import Document
from llmquiz.files.fields import Declared
from llmquiz.files.reading import read
from llmquiz.files.validating import validate
from llmquiz.knowledge import formats as declared
from llmquiz.knowledge.bodies import Body

F = TypeVar("F", bound=Declared)
Problems = list[Problem]

Reader = Callable[[Document, Problems], Body | None]


def read_body(path: Path, shown_as: str) -> tuple[Body | None, tuple[Problem, ...]]:
    """The body of one knowledge file (by its folder and name), and everything that is wrong with it."""
    document, found = read(path, shown_as)
    problems = list(found)
    if document is None:
        return None, tuple(problems)
    body = _reader(path)(document, problems)
    return body, tuple(problems)


def _reader(path: Path) -> Reader:
    by_name: dict[str, Reader] = {"topics.yaml": _topics, "attributes.yaml": _attributes}
    by_folder: dict[str, Reader] = {"sources": _sources, "languages": _language, "concepts": _sheet}
    return by_name.get(path.name) or by_folder.get(path.parent.name) or _entities


def _topics(document: Document, problems: Problems) -> Body:
    return _listing("topics", document, problems, {"topics": declared.TopicFormat})


def _sources(document: Document, problems: Problems) -> Body:
    return _listing("sources", document, problems, {"sources": declared.SourceFormat})


def _attributes(document: Document, problems: Problems) -> Body:
    sections = {"entity_kinds": declared.KindFormat, "attributes": declared.AttributeFormat}
    return _listing("attributes", document, problems, sections)


def _listing(kind: str, document: Document, problems: Problems, sections: Mapping[str, type[Any]]) -> Body:
    """A file of lists: each valid member is kept."""
    body = Body(kind, {name: [] for name in sections})
    problems.extend(_unknown_keys(document, set(sections)))
    for name, form in sections.items():
        for index, item in enumerate(_members(document, problems, name, form)):
            if item is not None:
                body.data[name].append(item.model_dump(mode="json", by_alias=True))
                body.places[f"{name}/{item.id}"] = _spot(document.place(name, index, "id"))
    return body


def _members(document: Document, problems: Problems, name: str, form: type[F]) -> Iterator[F | None]:
    """The members of the list `name`, each validated by itself, None where it is invalid."""
    items = document.at(name)
    if not isinstance(items, list):
        problems.append(
            Problem(document.place(name), "missing-field", f"There is no list `{name}` here.", f"Begin with `{name}:`.")
        )
        return
    for index in range(len(items)):
        valid, found = validate(document, form, (name, index))
        problems.extend(found)
        yield valid


def _unknown_keys(document: Document, known: set[str]) -> Iterator[Problem]:
    keys = document.data if isinstance(document.data, dict) else {}
    for key in keys:
        if key not in known:
            names = ", ".join(sorted(known))
            yield Problem(
                document.key_place(key), "unknown-field", f"`{key}` is not a field of this file.", f"Known: {names}."
            )


def _language(document: Document, problems: Problems) -> Body | None:
    return _single("language", document, problems, declared.LanguageFormat)


def _sheet(document: Document, problems: Problems) -> Body | None:
    body = _single("sheet", document, problems, declared.SheetFormat)
    if body is not None:
        for section in ("statements", "lists", "contrasts", "misconceptions"):
            for index, item in enumerate(body.data[section]):
                body.places[f"{section}/{item['id']}"] = _spot(document.place(section, index, "id"))
        body.places.update(_key_places(document))
    return body


def _key_places(document: Document) -> dict[str, tuple[int, int]]:
    keys = document.data if isinstance(document.data, dict) else {}
    return {key: _spot(document.place(key)) for key in keys}


def _single(kind: str, document: Document, problems: Problems, form: type[Declared]) -> Body | None:
    """A file that is one thing: valid as a whole, or left out."""
    valid, found = validate(document, form)
    problems.extend(found)
    return Body(kind, valid.model_dump(mode="json", by_alias=True)) if valid is not None else None


_ENTITY_FILE = {"topic", "source", "as_of", "entities"}


def _entities(document: Document, problems: Problems) -> Body:
    """A catalogue file: each entity and each fact stands or falls by itself."""
    body = Body("entities", {"entities": []})
    problems.extend(_unknown_keys(document, _ENTITY_FILE))
    valid, found = validate(document, declared.DefaultsFormat)
    problems.extend(found)
    defaults = (valid or declared.DefaultsFormat()).model_dump(mode="json")
    for index, entity in enumerate(_members(document, problems, "entities", declared.EntityFormat)):
        if entity is not None:
            own = {key: value for key in defaults if (value := getattr(entity, key)) is not None}
            data = entity.model_dump(mode="json") | (base := defaults | own)
            data["facts"] = dict(_facts(document, problems, index, base))
            body.data["entities"].append(data)
            _note_places(body, document, index, entity.id, data["facts"])
    return body


def _facts(
    document: Document, problems: Problems, index: int, base: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The valid facts of one entity, with the defaults of their entity and file filled in."""
    cells = document.at("entities", index, "facts")
    for name, cell in cells.items() if isinstance(cells, dict) else ():
        place = document.place("entities", index, "facts", name)
        if isinstance(cell, dict):
            fact, found = validate(document, declared.FactFormat, ("entities", index, "facts", name))
            problems.extend(found)
        else:
            fact = declared.FactFormat(value=cell)
        if fact is None:
            continue
        data = fact.model_dump(mode="json")
        data |= {key: data[key] or base[key] for key in ("source", "as_of")}
        missing = _missing(data, name, place)
        problems.extend(missing)
        if not missing:
            yield name, data


def _missing(fact: dict[str, Any], name: str, place: Place) -> list[Problem]:
    """Every fact has a source and an edition."""
    wanted = {"source": ("E23", "a source"), "as_of": ("E21", "a date it was true at")}
    return [
        Problem(
            place,
            code,
            f"The fact `{name}` has no `{key}`.",
            f"Give it {words}, or declare one `{key}` for the entity or the file.",
        )
        for key, (code, words) in wanted.items()
        if not fact[key]
    ]


def _note_places(body: Body, document: Document, index: int, entity: str, facts: dict[str, Any]) -> None:
    body.places[entity] = _spot(document.place("entities", index, "id"))
    for name in facts:
        body.places[f"{entity}/{name}"] = _spot(document.key_place("entities", index, "facts", name))


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column
