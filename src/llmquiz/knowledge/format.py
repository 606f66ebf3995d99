"""The knowledge files' formats, each declared once: validation, defaults and documentation come from these classes.

Only reading a changed file imports this module (and pydantic); everyone else uses the frozen types beside it.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer

from llmquiz.core.cards import Tier
from llmquiz.core.numbers import parse_number
from llmquiz.files.fields import Declared, Flag, Line, NumberField, Slug, TextField, TextsField, refusal
from llmquiz.knowledge.catalogue import Status
from llmquiz.knowledge.sheets import split_gap
from llmquiz.knowledge.values import Kind, Precision, parse_date


def _date(raw: object) -> object:
    if isinstance(raw, str) and parse_date(raw) is not None:
        return raw
    raise refusal("not-a-date", "This is not a date.", "Write it as 2024, 2024-06 or 2024-06-30.")


def _tolerance(raw: object) -> object:
    number = parse_number(raw) if isinstance(raw, str) else None
    if raw == "exact" or (number is not None and number >= 0):
        return raw
    raise refusal("not-a-tolerance", "This is no tolerance.", "Write `exact`, a share such as 5%, or an amount.")


def _gapped(raw: object) -> object:
    for text in raw.values() if isinstance(raw, dict) else (raw,):
        try:
            split_gap(str(text))
        except ValueError:
            message = "A statement marks its answer exactly once in each language."
            raise refusal("no-gap", message, "Write [[ ]] around the words that are the answer.") from None
    return raw


DateField = Annotated[str, BeforeValidator(_date)]
ToleranceField = Annotated[str, BeforeValidator(_tolerance)]
Amount = Annotated[NumberField, PlainSerializer(str)]
GappedText = Annotated[TextField, BeforeValidator(_gapped)]


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


class NamedFormat(Declared):
    """An id with a name, and other names a learner may type."""

    id: Slug
    name: TextField
    aliases: TextsField | None = None


class KindFormat(Declared):
    """A kind of entity: model, family, organisation."""

    id: Slug
    name: TextField
    plural: TextField


class WordingFormat(Declared):
    """How an attribute is asked and told in one language."""

    value: Line | None = None
    entity: Line | None = None
    statement: Line
    member: Line | None = None
    member_question: Line | None = None
    not_entity: Line | None = None
    not_member: Line | None = None


class CompareFormat(Declared):
    """A skill card: the largest or smallest of these."""

    topic: Slug
    most: TextField
    least: TextField
    tier: Tier = Tier.CORE


class SkillFormat(Declared):
    """A skill card over several entities: how many times as much, which order, which belongs to which."""

    topic: Slug
    question: TextField
    tier: Tier = Tier.CORE


class CallCostFormat(Declared):
    """A skill card: what a call costs."""

    output: Slug
    per: Amount
    topic: Slug
    question: TextField
    explanation: TextField
    tier: Tier = Tier.CORE


class AttributeFormat(Declared):
    """What can be known of an entity, and how each way of asking is worded."""

    id: Slug
    kind: Kind
    name: TextField
    of: list[Slug] = Field(min_length=1)
    unit: TextField | None = None
    scale: TextField | None = None
    tolerance: ToleranceField = "exact"
    volatility: Literal["stable", "volatile"] = "stable"
    tier: Tier = Tier.DETAIL
    precision: Precision = Precision.MONTH
    topic: Slug | None = None
    prerequisites: list[Line] = Field(default=[])
    renamed_from: list[Slug] = Field(default=[])
    open_forms: list[Literal["typed", "cloze"]] = Field(default=["typed", "cloze"])
    values: list[NamedFormat] = Field(default=[])
    values_from: Slug | list[Slug] | None = None
    compare: CompareFormat | None = None
    ratio: SkillFormat | None = None
    order: SkillFormat | None = None
    match: SkillFormat | None = None
    call_cost: CallCostFormat | None = None
    wording: dict[str, WordingFormat] = Field(min_length=1)


class WasFormat(Declared):
    """An earlier value of a fact, and until when it held."""

    value: Any
    until: DateField


class FactFormat(Declared):
    """One cell in its long form; what its value may be, the attribute's kind says."""

    value: Any = None
    status: Status = Status.KNOWN
    source: Slug | None = None
    as_of: DateField | None = None
    tier: Tier | None = None
    topic: Slug | None = None
    complete: Flag = False
    why: TextField | None = None
    was: list[WasFormat] = Field(default=[])


class DefaultsFormat(Declared):
    """What a catalogue file says for all of its entities and facts."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    topic: Slug | None = None
    source: Slug | None = None
    as_of: DateField | None = None


class EntityFormat(Declared):
    """An entity and its facts; a fact is its value alone, or the long form."""

    id: Slug
    kind: Slug
    name: TextField
    aliases: TextsField | None = None
    family: Slug | None = None
    topic: Slug | None = None
    source: Slug | None = None
    as_of: DateField | None = None
    renamed_from: list[Slug] = Field(default=[])
    facts: dict[str, object] = Field(default={})


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
    source: Slug
    term: TextField
    aliases: TextsField | None = None
    definition: TextField
    definition_question: TextField
    explanation: TextField
    disjoint: list[Slug] = Field(default=[])
    prerequisites: list[Slug] = Field(default=[])
    renamed_from: list[Slug] = Field(default=[])
    related: list[Slug] = Field(default=[])
    entities: list[Slug] = Field(default=[])
    statements: list[StatementFormat] = Field(min_length=1)
    lists: list[ListFormat] = Field(default=[])
    contrasts: list[ContrastFormat] = Field(default=[])
    misconceptions: list[MisconceptionFormat] = Field(min_length=3)


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


class TopicsFile(Declared):
    """`topics.yaml`."""

    topics: list[TopicFormat]


class SourcesFile(Declared):
    """`sources/*.yaml`."""

    sources: list[SourceFormat]
