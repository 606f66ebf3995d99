"""Data against a declared format: each of pydantic's errors becomes a problem with place, code, sentence and hint.

pydantic's own words never reach a user. Imports pydantic: not for the way to the first screen.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from llmquiz.core.problems import Place, Problem
from llmquiz.files.documents import Document, Json, Path, step
from llmquiz.files.fields import COMMA_HINT, QUOTE_HINT, Refused, word_for
from llmquiz.files.nearness import did_you_mean

M = TypeVar("M", bound=BaseModel)

_NEEDED = {
    "string": "a text",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "frozen": "a list",
    "dict": "a mapping (`key: value` lines)",
    "mapping": "a mapping (`key: value` lines)",
    "model": "a mapping (`key: value` lines)",
    "dataclass": "a mapping (`key: value` lines)",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "none": "nothing",
}
_SIZES = {
    "too_short": ("too-few", "The list is too short.", "Write at least {min_length}."),
    "too_long": ("too-many", "The list is too long.", "Write at most {max_length}."),
    "string_too_short": ("empty-text", "The text is too short.", "Write at least {min_length} characters."),
    "string_too_long": ("text-too-long", "The text is too long.", "Write at most {max_length} characters."),
    "greater_than_equal": ("out-of-range", "The number is too small.", "Write {ge} or more."),
    "greater_than": ("out-of-range", "The number is too small.", "Write more than {gt}."),
    "less_than_equal": ("out-of-range", "The number is too large.", "Write {le} or less."),
    "less_than": ("out-of-range", "The number is too large.", "Write less than {lt}."),
}


def validate(document: Document, model: type[M], at: Path = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """The data at `at` as a `model`, or everything that is wrong with it."""
    data = document.at(*at)
    if data is None and not at:
        place = document.place()
        return None, (Problem(place, "empty-file", "The file holds nothing.", "Fill it, or delete it."),)
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        found = (details for details in error.errors(include_url=False) if not _is_echo(details))
        problems = (problem for details in found for problem in _problems(document, model, at, data, details))
        return None, tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.place))


def sound_fields(document: Document, model: type[BaseModel]) -> dict[str, Json]:
    """The fields of the document's mapping that keep to `model`, whatever is wrong with the others."""
    data = document.data if isinstance(document.data, dict) else {}
    try:
        model.model_validate(data)
    except ValidationError as error:
        wrong = {details["loc"][0] for details in error.errors(include_url=False) if details["loc"]}
        return {name: value for name, value in data.items() if name not in wrong}
    return data


def _problems(
    document: Document, model: type[BaseModel], at: Path, data: Json, details: ErrorDetails
) -> Iterator[Problem]:
    kind = details["type"]
    path = (*at, *_in_data(data, details["loc"], kind))
    if kind == "missing":
        yield _missing(document.place(*path[:-1]), str(path[-1]))
    elif kind == "extra_forbidden":
        known = _fields_at(model, details["loc"][:-1])
        yield _unknown(document.key_place(*path), str(path[-1]), known, details["input"])
    elif kind == "refused":
        yield from (_refused(document, path, one) for one in details["ctx"]["refused"])
    else:
        yield _wrong(document.place(*path), details)


def _refused(document: Document, path: Path, one: Refused) -> Problem:
    place = document.key_place if one.at_key else document.place
    return Problem(place(*path, *one.path), one.code, one.message, one.hint)


def _is_echo(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because its members were refused, each for its own reason."""
    context, value = details.get("ctx", {}), details["input"]
    return details["type"] == "too_short" and isinstance(value, list) and len(value) >= context["min_length"]


def _in_data(data: Json, loc: Iterable[str | int], kind: str) -> Path:
    """`loc` without the names pydantic adds for the branches of a union; a missing field stays at the end."""
    kept: list[str | int] = []
    parts = list(loc)
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        inside = part in data if isinstance(data, dict) else isinstance(data, list) and isinstance(part, int)
        if inside:
            data = step(data, part)
            kept.append(part)
        elif is_last and kind == "missing":
            kept.append(part)
    return tuple(kept)


def _missing(place: Place, name: str) -> Problem:
    return Problem(place, "missing-field", f"`{name}` is missing here.", f"Add `{name}:`.")


def _unknown(place: Place, name: str, known: list[str], value: object) -> Problem:
    """A key without a value is most often the rest of a text with a comma in it."""
    hint = COMMA_HINT if value is None else f"Known here: {', '.join(known)}."
    hint = did_you_mean(name, known) or hint
    return Problem(place, "unknown-field", f"`{name}` is no field of this.", hint)


def _wrong(place: Place, details: ErrorDetails) -> Problem:
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    if kind in ("literal_error", "enum"):
        return _not_one_of(place, value, str(context.get("expected", "")))
    if kind in _SIZES:
        code, sentence, hint = _SIZES[kind]
        return Problem(place, code, sentence, hint.format(**context))
    if kind in ("value_error", "assertion_error"):
        return Problem(place, "bad-value", str(context.get("error", "")) or "This value cannot be used.")
    needed = _NEEDED.get(kind.partition("_")[0])
    if needed is None:
        return Problem(place, "bad-value", "This value cannot be used here.", "See the format's documentation.")
    hint = QUOTE_HINT if needed == "a text" and isinstance(value, bool | list) else f"Write {needed}."
    return Problem(place, "wrong-type", f"This must be {needed}, and is {_shown(value)}.", hint)


def _not_one_of(place: Place, value: object, expected: str) -> Problem:
    known = re.findall(r"'([^']*)'", expected)
    hint = did_you_mean(value, known) if isinstance(value, str) else ""
    message = f"{_shown(value)} is none of {', '.join(known)}."
    return Problem(place, "not-one-of", message[0].upper() + message[1:], hint or f"Write one of {', '.join(known)}.")


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"`{value}`" if len(value) <= 40 else f"`{value[:39]}…`"
    return word_for(value)


def _fields_at(model: type[BaseModel], loc: Iterable[str | int]) -> list[str]:
    """The fields that may stand where `loc` leads to."""
    models = [model]
    for part in loc:
        followed = [field for each in models for name, field in _fields(each) if name == part]
        models = [found for field in followed for found in _models_in(field)] or models
    return list(dict.fromkeys(name for each in models for name, _ in _fields(each)))


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        yield field.alias or name, field.annotation


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
