"""The formats of `topics.yaml`, `sources/*.yaml` and `languages/*.yaml`."""

from typing import Literal

from pydantic import Field

from llmquiz.files.fields import Declared, Slug, TextField
from llmquiz.knowledge.formats.ground import DateField
from llmquiz.knowledge.values import Precision


class TopicFormat(Declared):
    """A shelf; the order in the file is the teaching order."""

    id: Slug
    name: TextField


class SourceFormat(Declared):
    """A source, declared once and named by its id."""

    id: Slug
    title: TextField
    publisher: TextField
    date: DateField | Literal[""] = ""
    url: str = ""


class ListWordsFormat(Declared):
    """How a language joins several things in a row."""

    between: str
    last: str


class LanguageFormat(Declared):
    """A content language: how it writes values, and the frames shared by all questions of a form."""

    language: Slug
    name: str
    spacing: Literal["latin", "cjk"] = "latin"
    articles: list[str] = Field(default=[])
    thousands: str = ","
    scales: dict[str, dict[int, str]]
    dates: dict[Precision, str] = Field(min_length=3)
    months: list[str] = Field(min_length=12, max_length=12)
    months_short: list[str] = Field(min_length=12, max_length=12)
    months_typed: dict[int, list[str]] = Field(default={})
    typed_dates: list[str] = Field(default=[])
    money: dict[str, str] = Field(default={})
    gap: str
    list: ListWordsFormat
    words: dict[str, str]
    frames: dict[str, str]
