"""Data against a declared format: each of pydantic's errors becomes a problem with place, code, sentence and hint.

pydantic's own words never reach a user. Imports pydantic: not for the way to the first screen.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import SILENCE, Filling, Wording, worded
from llmquiz.files.documents import Document, Json, Path, step
from llmquiz.files.fields import COMMA_HINT, QUOTE_HINT, Refused, word_for
from llmquiz.files.nearness import did_you_mean

M = TypeVar("M", bound=BaseModel)
_LONGEST = 40
"""Characters of a value that are shown."""

_TEXT, _LIST, _NUMBER = worded("a text"), worded("a list"), worded("a number")
_MAPPING = worded("a mapping (`key: value` lines)")
_NEEDED = {
    "string": _TEXT,
    "list": _LIST,
    "tuple": _LIST,
    "set": _LIST,
    "frozen": _LIST,
    "dict": _MAPPING,
    "mapping": _MAPPING,
    "model": _MAPPING,
    "dataclass": _MAPPING,
    "bool": worded("{yes} or {no}", yes="true", no="false"),
    "int": worded("a whole number"),
    "float": _NUMBER,
    "decimal": _NUMBER,
    "none": worded("nothing"),
}
_SIZES = {
    "too_short": ("too-few", N_("The list is too short."), N_("Write at least {min_length}.")),
    "too_long": ("too-many", N_("The list is too long."), N_("Write at most {max_length}.")),
    "string_too_short": ("empty-text", N_("The text is too short."), N_("Write at least {min_length} characters.")),
    "string_too_long": ("text-too-long", N_("The text is too long."), N_("Write at most {max_length} characters.")),
    "greater_than_equal": ("out-of-range", N_("The number is too small."), N_("Write {ge} or more.")),
    "greater_than": ("out-of-range", N_("The number is too small."), N_("Write more than {gt}.")),
    "less_than_equal": ("out-of-range", N_("The number is too large."), N_("Write {le} or less.")),
    "less_than": ("out-of-range", N_("The number is too large."), N_("Write less than {lt}.")),
}
_USELESS = worded("This value cannot be used here.")


def validate(document: Document, model: type[M], at: Path = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """The data at `at` as a `model`, or everything that is wrong with it."""
    data = document.at(*at)
    if data is None and not at:
        empty = worded("The file holds nothing."), worded("Fill it, or delete it.")
        return None, (Problem(document.place(), "empty-file", *empty),)
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        found = (details for details in error.errors(include_url=False) if not _is_echo(details))
        problems = (problem for details in found for problem in _problems(document, model, at, data, details))
        return None, tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.place))


def validated(data: Json, model: type[M]) -> M | None:
    """The data as a `model`, if it is one."""
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def sound_fields(data: Json, model: type[BaseModel]) -> dict[str, Json]:
    """The fields of a mapping that keep to `model`, whatever is wrong with the others."""
    if not isinstance(data, dict):
        return {}
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
    return Problem(place(*path, *one.path), one.code, one.says, one.advises)


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
    says = worded("`{name}` is missing here.", name=name)
    return Problem(place, "missing-field", says, worded("Add `{name}:`.", name=name))


def _unknown(place: Place, name: str, known: list[str], value: object) -> Problem:
    """A key without a value is most often the rest of a text with a comma in it."""
    there_are = COMMA_HINT if value is None else worded("Known here: {known}.", known=tuple(known))
    near = did_you_mean(name, known)
    says = worded("`{name}` is no field of this.", name=name)
    return Problem(place, "unknown-field", says, there_are if near is SILENCE else near)


def _wrong(place: Place, details: ErrorDetails) -> Problem:
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    if kind in ("literal_error", "enum"):
        return _not_one_of(place, value, str(context.get("expected", "")))
    if kind in _SIZES:
        code, says, advises = _SIZES[kind]
        return Problem(place, code, worded(says), worded(advises, **context))
    needed = _NEEDED.get(kind.partition("_")[0])
    if needed is None:
        return Problem(place, "bad-value", _USELESS, worded("See the format's documentation."))
    return _wrong_type(place, needed, value)


def _wrong_type(place: Place, needed: Wording, value: object) -> Problem:
    says = worded("This must be {needed}, and is {what}.", needed=needed, what=_shown(value))
    is_unquoted = needed == _TEXT and isinstance(value, bool | list)
    advises = QUOTE_HINT if is_unquoted else worded("Write {needed}.", needed=needed)
    return Problem(place, "wrong-type", says, advises)


def _not_one_of(place: Place, value: object, expected: str) -> Problem:
    known = tuple(re.findall(r"'([^']*)'", expected))
    near = did_you_mean(value, known) if isinstance(value, str) else SILENCE
    advises = worded("Write one of {known}.", known=known) if near is SILENCE else near
    return Problem(place, "not-one-of", _is_none_of(value, known), advises)


def _is_none_of(value: object, known: tuple[str, ...]) -> Wording:
    if isinstance(value, str):
        return worded("{value} is none of {known}.", value=_shown(value), known=known)
    if value is None:
        return worded("Empty is none of {known}.", known=known)
    if isinstance(value, bool):
        return worded("The word {word} is none of {known}.", word=str(value).lower(), known=known)
    if isinstance(value, dict):
        return worded("A mapping (`key: value` lines) is none of {known}.", known=known)
    return worded("A list is none of {known}.", known=known)


def _shown(value: object) -> Filling:
    if isinstance(value, str):
        return f"`{value}`" if len(value) <= _LONGEST else f"`{value[: _LONGEST - 1]}…`"
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
