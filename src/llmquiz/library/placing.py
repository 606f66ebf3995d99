"""Where a card stands in the file it comes from, as that file is now: it is read when the place is wanted."""

from collections.abc import Iterator
from pathlib import Path

from llmquiz.core.cards import kind_of
from llmquiz.core.problems import Place
from llmquiz.files.documents import Document
from llmquiz.files.reading import read
from llmquiz.knowledge.bodies import Body

_Path = tuple[str | int, ...]
_ELEMENTS = ("statements", "contrasts", "lists")


def declares(body: Body, key: str) -> bool:
    """Whether a knowledge file holds what the card is about: the entity, the sheet, the attribute."""
    kind, owner = kind_of(key), _owner(key)
    if kind == "concept":
        return bool(body.data.get("sheet") == owner)
    section = {"fact": "entities", "skill": "attributes"}[kind]
    return body.kind == section and any(member["id"] == owner for member in body.data[section])


def place_in(path: Path, key: str) -> Place:
    """Where the card begins in the file; the file's first line when it is there no more."""
    document, _problems = read(path, str(path))
    found = next(_paths(document, key), None) if document is not None else None
    return document.key_place(*found) if document is not None and found is not None else Place(str(path), 1, 1)


def _owner(key: str) -> str:
    """The entity or sheet before the slash; of a skill, the attribute behind it."""
    before, _, after = key.partition(":")[2].partition("/")
    return after if kind_of(key) == "skill" else before


def _paths(document: Document, key: str) -> Iterator[_Path]:
    """The path of what the card asks, then those of what it belongs to."""
    name = key.partition(":")[2].partition("/")[2]
    match kind_of(key):
        case "fact":
            for at in _members(document, ("entities",), _owner(key)):
                yield (*at, "facts", name.partition("#")[0].partition("/")[0])
        case "skill":
            yield from _members(document, ("attributes",), name)
        case "bank":
            yield from _members(document, ("questions",), name)
        case _:
            yield from _elements(document, name)
            yield (name,)


def _elements(document: Document, name: str) -> Iterator[_Path]:
    for section in _ELEMENTS:
        yield from _members(document, (section,), name)
    for at in range(_count(document, ("lists",))):
        yield from _members(document, ("lists", at, "members"), name.removeprefix(f"{document.at('lists', at, 'id')}."))


def _members(document: Document, section: _Path, name: str) -> Iterator[_Path]:
    """The members of a list that have this id."""
    for at in range(_count(document, section)):
        if document.at(*section, at, "id") == name:
            yield (*section, at)


def _count(document: Document, section: _Path) -> int:
    listed = document.at(*section)
    return len(listed) if isinstance(listed, list) else 0
