"""The fields that knowledge formats share, beside those of every format: dates, tolerances, texts with a gap."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from llmquiz.core.numbers import parse_number
from llmquiz.core.text import Text
from llmquiz.core.wordings import worded
from llmquiz.files.fields import NumberField, TextField, each_of, refusal
from llmquiz.knowledge.sheets import split_gap
from llmquiz.knowledge.values import parse_date


def _date(raw: object) -> object:
    if isinstance(raw, str) and parse_date(raw) is not None:
        return raw
    raise refusal("not-a-date", worded("This is not a date."), worded("Write it as 2024, 2024-06 or 2024-06-30."))


def _tolerance(raw: object) -> object:
    number = parse_number(raw) if isinstance(raw, str) else None
    if raw == "exact" or (number is not None and number >= 0):
        return raw
    advises = worded("Write `exact`, a share such as 5%, or an amount.")
    raise refusal("not-a-tolerance", worded("This is no tolerance."), advises)


def _gapped(text: Text) -> Text:
    each_of(text.by_language, _gap)
    return text


def _gap(_: object, words: str) -> None:
    try:
        split_gap(words)
    except ValueError:
        says = worded("A statement marks its answer exactly once in each language.")
        raise refusal("no-gap", says, worded("Write [[ ]] around the words that are the answer.")) from None


DateField = Annotated[str, BeforeValidator(_date)]
ToleranceField = Annotated[str, BeforeValidator(_tolerance)]
Amount = Annotated[NumberField, PlainSerializer(str)]
GappedText = Annotated[TextField, AfterValidator(_gapped)]
