"""The format of `catalogue/*.yaml`: kinds of entity, attributes and how they are asked, entities and their facts."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from llmquiz.core.cards import Tier
from llmquiz.files.fields import Declared, Flag, Line, Slug, TextField, TextsField
from llmquiz.knowledge.catalogue import Status
from llmquiz.knowledge.formats.ground import Amount, DateField, ToleranceField
from llmquiz.knowledge.values import Kind, Precision


class NamedFormat(Declared):
    """An id with a name, and other names a learner may type."""

    id: Slug
    name: TextField
    aliases: TextsField | None = None
    why: TextField | None = None
    obvious: bool = False
    group: Slug | None = None


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
    also: list[Any] = Field(default=[])
    accept: TextsField | None = None
    accept_members: dict[Slug, TextsField] = Field(default={})
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
    why: TextField | None = None
    facts: dict[str, object] = Field(default={})
