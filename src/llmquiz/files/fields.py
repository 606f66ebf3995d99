"""The field types that every format shares, on pydantic. Format declarations alone import it: it is slow to load.

A refusal carries our own code, sentence and hint, and all that is wrong inside of one value at once, each thing at its
place; pydantic's wording never reaches a user.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, PlainSerializer, PlainValidator, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from llmquiz.core.numbers import parse_number
from llmquiz.core.text import Text, Texts
from llmquiz.core.wordings import SILENCE, Wording, worded
from llmquiz.files.documents import Path
from llmquiz.files.nearness import SLUG_HINT
from llmquiz.files.slugs import is_slug

V = TypeVar("V")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
QUOTE_HINT = worded("Put the text in quotation marks.")
COMMA_HINT = worded("A comma inside of {{...}} ends a text: put texts that hold one in quotation marks.")
_TEXT_HINT = worded("Write a text, or one a language: {{en: ..., zh: ...}}.")
_TEXTS_HINT = worded("Write a list [a, b], or one a language: {{en: [...], zh: [...]}}.")
_LINE_HINT = worded("Write a text.")
_EMPTY = worded("The text is empty.")


class Declared(BaseModel):
    """The ground of every format: unknown fields are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that is wrong with a value. `path` leads to it inside of the value; `at_key`: to its key."""

    code: str
    says: Wording
    advises: Wording = SILENCE
    path: Path = ()
    at_key: bool = False


def refusal(
    code: str, says: Wording, advises: Wording = SILENCE, path: Path = (), *, at_key: bool = False
) -> PydanticCustomError:
    """The error a validator raises: it reaches the user exactly in these words."""
    return refusals([Refused(code, says, advises, path, at_key)])


def refusals(refused: Iterable[Refused]) -> PydanticCustomError:
    """The error for several things that are wrong with one value."""
    return PydanticCustomError("refused", "refused", {"refused": tuple(refused)})


def each_of(parts: Iterable[tuple[str | int, Any]], convert: Callable[[str | int, Any], V]) -> list[V]:
    """All parts of a value, converted; or everything that was refused in them, at its place in the value."""
    made: list[V] = []
    refused: list[Refused] = []
    for at, part in parts:
        try:
            made.append(convert(at, part))
        except PydanticCustomError as error:
            inner: tuple[Refused, ...] = (error.context or {})["refused"]
            refused += [replace(one, path=(at, *one.path)) for one in inner]
    if refused:
        raise refusals(refused)
    return made


def word_for(value: object) -> Wording:
    """What a value is, in a user's words."""
    if value is None:
        return worded("empty")
    if isinstance(value, bool):
        return worded("the word {word}", word=str(value).lower())
    if isinstance(value, dict):
        return worded("a mapping (`key: value` lines)")
    return worded("a list") if isinstance(value, list) else worded("a text")


def _slug(value: object) -> str:
    if isinstance(value, str) and is_slug(value):
        return value
    if isinstance(value, str):
        raise refusal("not-a-slug", worded("`{value}` is no id.", value=value), SLUG_HINT)
    raise refusal("not-a-slug", worded("An id is needed here, and this is {what}.", what=word_for(value)), SLUG_HINT)


def _line(value: object, hint: Wording) -> str:
    """A text that says something; the line end of a block is no part of it."""
    if isinstance(value, str) and value.strip():
        return value.strip()
    if value is None or isinstance(value, str):
        raise refusal("empty-text", _EMPTY, hint)
    says = worded("A text is needed here, and this is {what}.", what=word_for(value))
    raise refusal("wrong-type", says, QUOTE_HINT if isinstance(value, bool | list) else hint)


def _by_language(value: dict[str, Any], convert: Callable[[Any], V], hint: Wording) -> dict[str, V]:
    def spoken(lang: str | int, text: Any) -> V:
        if not _LANGUAGE.fullmatch(str(lang)):
            says = worded("`{lang}` is not the code of a language.", lang=lang)
            raise refusal("not-a-language", says, COMMA_HINT if text is None else hint, at_key=True)
        return convert(text)

    if not value:
        raise refusal("empty-text", _EMPTY, hint)
    return dict(zip(value, each_of(value.items(), spoken), strict=True))


def _text(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, dict):
        return Text.of(_by_language(value, lambda text: _line(text, _TEXT_HINT), _TEXT_HINT))
    return Text.of(_line(value, _TEXT_HINT))


def _lines(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and value.strip():
        return (value.strip(),)
    if not isinstance(value, list):
        says = worded("A list is needed here, and this is {what}.", what=word_for(value))
        raise refusal("wrong-type", says, _TEXTS_HINT)
    return tuple(each_of(enumerate(value), lambda _, text: _line(text, _TEXTS_HINT)))


def _texts(value: object) -> Texts:
    if isinstance(value, Texts):
        return value
    if isinstance(value, dict):
        return Texts(tuple(sorted(_by_language(value, _lines, _TEXTS_HINT).items())))
    return Texts((("", _lines(value)),))


def _number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    number = parse_number(value) if isinstance(value, str) else None
    if number is None:
        advises = worded("Write it as 4096, 0.25, 128k, 1.8T or 12.8 万.")
        raise refusal("not-a-number", worded("This is not a number."), advises)
    return number


_TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]
}
_LIST_SCHEMA: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_TEXTS_SCHEMA: dict[str, Any] = {"anyOf": [_LIST_SCHEMA, {"type": "object", "additionalProperties": _LIST_SCHEMA}]}

Slug = Annotated[str, PlainValidator(_slug), WithJsonSchema({"type": "string"})]
"""A permanent id."""
Line = Annotated[str, PlainValidator(lambda value: _line(value, _LINE_HINT)), WithJsonSchema({"type": "string"})]
"""A text in no particular language that says something: an address, a date, a name."""
TextField = Annotated[
    Text, PlainValidator(_text), PlainSerializer(lambda text: dict(text.by_language)), WithJsonSchema(_TEXT_SCHEMA)
]
"""A string, or one a language. Dumped as a mapping; the string for every language is under ""."""
TextsField = Annotated[
    Texts, PlainValidator(_texts), PlainSerializer(lambda texts: dict(texts.by_language)), WithJsonSchema(_TEXTS_SCHEMA)
]
"""A list of strings, or one a language."""
NumberField = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": ["string", "number"]})]
"""A number as people write it."""
Flag = Annotated[bool, Strict()]
"""`true` or `false`, and nothing that merely sounds like it."""
