"""The format of `concepts/*.yaml`: one sheet with its statements, lists, contrasts and misconceptions."""

from pydantic import Field

from llmquiz.core.cards import Tier
from llmquiz.files.fields import Declared, Flag, Slug, TextField, TextsField
from llmquiz.knowledge.formats.ground import GappedText


class WrongFormat(Declared):
    """A wrong option and why it is wrong."""

    id: Slug
    text: TextField
    because: TextField


class StatementFormat(Declared):
    """A statement of a sheet: a question, a sentence with one gap, wrong fillers."""

    id: Slug
    question: TextField
    text: GappedText
    accept: TextsField | None = None
    typed: Flag = True
    flashcard: Flag = True
    tier: Tier | None = None
    because: TextField
    wrong: list[WrongFormat] = Field(min_length=2)
    source: Slug | None = None


class ContrastFormat(StatementFormat):
    """A statement that sets the concept against another sheet."""

    against: Slug = Field(alias="with")


class MemberFormat(Declared):
    """A member of a list, or something that people wrongly put into it."""

    id: Slug
    text: TextField
    because: TextField
    accept: TextsField | None = None


class ListFormat(Declared):
    """A list: each member is a card of its own."""

    id: Slug
    name: TextField
    question: TextField
    members: list[MemberFormat] = Field(min_length=2)
    outside: list[MemberFormat] = Field(min_length=2)
    complete: Flag = False
    source: Slug | None = None


class MisconceptionFormat(Declared):
    """A false sentence that people really hold, and why it is wrong."""

    id: Slug
    claim: TextField
    because: TextField


class SheetFormat(Declared):
    """One concept sheet."""

    sheet: Slug
    topic: Slug
    tier: Tier = Tier.CORE
    typed: Flag = True
    source: Slug
    term: TextField
    aliases: TextsField | None = None
    definition: TextField
    definition_question: TextField
    explanation: TextField
    explain_task: TextField | None = None
    disjoint: list[Slug] = Field(default=[])
    prerequisites: list[Slug] = Field(default=[])
    renamed_from: list[Slug] = Field(default=[])
    related: list[Slug] = Field(default=[])
    entities: list[Slug] = Field(default=[])
    statements: list[StatementFormat] = Field(min_length=1)
    lists: list[ListFormat] = Field(default=[])
    contrasts: list[ContrastFormat] = Field(default=[])
    misconceptions: list[MisconceptionFormat] = Field(min_length=3)
