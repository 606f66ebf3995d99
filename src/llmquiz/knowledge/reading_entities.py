"""Catalogue files to bodies: each entity and each fact stands or falls by itself, with the defaults around it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from llmquiz.core.marking import N_
from llmquiz.core.problems import Problem
from llmquiz.core.wordings import Wording, worded
from llmquiz.files.documents import Document, Json, Path
from llmquiz.files.validating import sound_fields, validate
from llmquiz.knowledge import formats as declared
from llmquiz.knowledge.bodies import Body
from llmquiz.knowledge.sections import Problems, empty_body, keep, leave_out, members, unknown_keys

_SECTION = "entities"
_DEFAULTS = ("topic", "source", "as_of")
_LACKING = {
    "topic": (
        "missing-field",
        N_("{number} entities of this file have no `topic`."),
        N_("Give it a topic, or declare one `topic` for the entity or the file."),
    ),
    "source": (
        "E23",
        N_("{number} facts of this file have no `source`."),
        N_("Give it a source, or declare one `source` for the entity or the file."),
    ),
    "as_of": (
        "E21",
        N_("{number} facts of this file have no `as_of`."),
        N_("Give it a date it was true at, or declare one `as_of` for the entity or the file."),
    ),
}
"""What a file may say once for all that stands in it: the code when it is missing, what is said then, what to do."""

Raw = dict[str, Any]


class _Lack(NamedTuple):
    """Something without a default of its own or of the file."""

    field: str
    path: Path
    says: Wording


def read_entities(document: Document, problems: Problems) -> Body:
    """The body of a catalogue file."""
    body = empty_body(_SECTION, [_SECTION])
    problems.extend(unknown_keys(document, {*_DEFAULTS, _SECTION}))
    body.data.update(head := _head(document, problems))
    lacks: list[_Lack] = []
    for at, entity in members(document, problems, body, _SECTION, declared.EntityFormat):
        own = entity.model_dump(mode="json") if entity is not None else {}
        base = {key: own.get(key) or head[key] for key in _DEFAULTS}
        facts = dict(_facts(document, problems, at, base, lacks if own else []))
        if own and not base["topic"]:
            says = worded("`{name}` has no `{field}`.", name=own["id"], field="topic")
            lacks.append(_Lack("topic", (_SECTION, at, "id"), says))
            leave_out(body, _SECTION, own["id"])
        elif own:
            keep(body, _SECTION, at, own | base | {"facts": facts})
    problems.extend(_lacking(document, lacks))
    return body


def _head(document: Document, problems: Problems) -> Raw:
    """What the file says for all of its entities and facts; what is wrong in it is told, and counts as not said."""
    _, found = validate(document, declared.DefaultsFormat)
    problems.extend(found)
    sound = declared.DefaultsFormat.model_validate(sound_fields(document.data, declared.DefaultsFormat))
    return sound.model_dump(mode="json")


def _facts(document: Document, problems: Problems, at: int, base: Raw, lacks: list[_Lack]) -> Iterator[tuple[str, Raw]]:
    """The valid facts of one entity, with the defaults of their entity and file filled in."""
    cells = document.at(_SECTION, at, "facts")
    for name, cell in cells.items() if isinstance(cells, dict) else ():
        path = (_SECTION, at, "facts", name)
        fact = _fact(document, problems, path, cell)
        if fact is None:
            continue
        data = fact.model_dump(mode="json") | {"short": not isinstance(cell, dict)}
        data |= {key: data[key] or base[key] for key in ("source", "as_of")}
        missing = [_Lack(key, path, _lacks(name, key)) for key in ("source", "as_of") if not data[key]]
        lacks.extend(missing)
        if not missing:
            yield name, data


def _fact(document: Document, problems: Problems, path: Path, cell: Json) -> declared.FactFormat | None:
    """A cell in its long form, or its value alone."""
    if not isinstance(cell, dict):
        return declared.FactFormat(value=cell)
    fact, found = validate(document, declared.FactFormat, path)
    problems.extend(found)
    return fact


def _lacks(fact: str, field: str) -> Wording:
    return worded("The fact `{name}` has no `{field}`.", name=fact, field=field)


def _lacking(document: Document, lacks: list[_Lack]) -> Iterator[Problem]:
    """What has no default: told once, at the head, where several need it; not at all where the head's is broken."""
    counts = Counter(lack.field for lack in lacks)
    broken = {field for field in counts if document.at(field) is not None}
    for field, (code, several, _) in _LACKING.items():
        if counts[field] > 1 and field not in broken:
            says = worded(several, number=counts[field])
            advises = worded("Declare one `{field}:` for the file, or give one to each.", field=field)
            yield Problem(document.place(), code, says, advises)
    for field, path, says in lacks:
        code, _, hint = _LACKING[field]
        if counts[field] == 1 and field not in broken:
            yield Problem(document.place(*path), code, says, worded(hint))
