"""The lists of a knowledge file, member by member: of what is valid the place is kept, of what is not the id."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from llmquiz.core.marking import N_
from llmquiz.core.problems import Problem
from llmquiz.core.wordings import worded
from llmquiz.files.documents import Document
from llmquiz.files.fields import Declared
from llmquiz.files.nearness import among
from llmquiz.files.validating import validate
from llmquiz.knowledge.bodies import ANYTHING, Body

F = TypeVar("F", bound=Declared)
Problems = list[Problem]

_DASHES = N_("Write `{section}:`, and below it each member behind a dash and a space: `- id: ...`.")


def empty_body(kind: str, sections: Iterable[str]) -> Body:
    """A body of lists, nothing in them yet."""
    names = tuple(sections)
    return Body(kind, {name: [] for name in names}, {name: [] for name in names}, {name: [] for name in names})


def keep(body: Body, section: str, at: int, data: dict[str, Any]) -> None:
    """Put a member into the body, with its place in the file's list."""
    body.data[section].append(data)
    body.at[section].append(at)


def leave_out(body: Body, section: str, name: object) -> None:
    """Note the id of a member that cannot be used."""
    body.broken[section].append(name if isinstance(name, str) else ANYTHING)


def members(
    document: Document, problems: Problems, body: Body, section: str, form: type[F]
) -> Iterator[tuple[int, F | None]]:
    """The members of the list `section`, each validated by itself, None where it is invalid."""
    items = document.at(section)
    if not isinstance(items, list):
        problems.append(_no_list(document, section))
        leave_out(body, section, None)
        return
    for at in range(len(items)):
        valid, found = validate(document, form, (section, at))
        problems.extend(found)
        if valid is None:
            leave_out(body, section, document.at(section, at, "id"))
        yield at, valid


def unknown_keys(document: Document, known: Collection[str]) -> Iterator[Problem]:
    """Keys that a file of lists does not have."""
    for key in document.data if isinstance(document.data, dict) else ():
        if key not in known:
            says = worded("`{name}` is not a field of this file.", name=key)
            yield Problem(document.key_place(key), "unknown-field", says, among(key, known))


def _no_list(document: Document, section: str) -> Problem:
    says, advises = worded("There is no list `{section}` here.", section=section), worded(_DASHES, section=section)
    return Problem(document.place(section), "missing-field", says, advises)
