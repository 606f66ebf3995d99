"""The catalogue as typed facts: entities, attributes, and one fact for each cell that somebody filled.

A cell that nobody filled is unknown, and unknown is never false.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from llmquiz.core.cards import Tier
from llmquiz.core.text import Text, Texts
from llmquiz.knowledge.values import Kind, Precision, Value


class Status(StrEnum):
    """What is known of a cell."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_DISCLOSED = "not_disclosed"
    NOT_APPLICABLE = "not_applicable"
    REPORTED = "reported"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id, a name and other names: an entity kind, or a value of a category."""

    id: str
    name: Text
    aliases: Texts = field(default_factory=Texts)
    plural: Text | None = None
    """What several of them are called; kinds have it."""
    why: Text | None = None
    """What helps to keep in mind whose value this is; told of facts that have no reason of their own."""
    obvious: bool = False
    """No news to anybody: it stands in its sets, and no question asks for it."""
    group: str = ""
    """Of its attribute's values, those of one group are wrong options for each other, and for no others."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two numbers may be apart and still be the same: a share of the value, or an absolute amount."""

    share: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)

    def around(self, value: Decimal) -> Decimal:
        """The distance from `value` up to which another number counts as equal."""
        return max(abs(value) * self.share, self.amount)


@dataclass(frozen=True, slots=True)
class Wording:
    """How an attribute is asked and told in one language. Empty: not asked that way."""

    value: str = ""
    entity: str = ""
    statement: str = ""
    member: str = ""
    member_question: str = ""
    not_entity: str = ""
    not_member: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The skill card that asks for the largest or smallest among the shown entities."""

    topic: str
    most: Text
    least: Text
    tier: Tier = Tier.CORE


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill card: a question over several entities, with its own shelf."""

    topic: str
    question: Text
    tier: Tier = Tier.CORE


@dataclass(frozen=True, slots=True)
class CallCosting:
    """The skill card that computes what a call costs from an input price and an output price."""

    output: str
    per: Decimal
    topic: str
    question: Text
    explanation: Text
    tier: Tier = Tier.CORE


@dataclass(frozen=True, slots=True)
class Attribute:
    """A declared property: the generator knows its kind, unit and tolerance, and nothing else about it."""

    id: str
    kind: Kind
    name: Text
    of: tuple[str, ...]
    tier: Tier
    wording: Mapping[str, Wording]
    unit: Text | None = None
    scale: Text | None = None
    """How a quantity is written, by language: `short`, `chinese` or `plain`."""
    tolerance: Tolerance = field(default_factory=Tolerance)
    volatile: bool = False
    renamed_from: tuple[str, ...] = ()
    open_forms: tuple[str, ...] = ("typed", "cloze")
    """How it may be asked without options: not at all where the value has many wordings."""
    precision: Precision = Precision.MONTH
    topic: str = ""
    prerequisites: tuple[str, ...] = ()
    values: tuple[Named, ...] = ()
    values_from: tuple[str, ...] = ()
    compare: Comparison | None = None
    ratio: Skill | None = None
    """How many times as much one entity has as another."""
    order: Skill | None = None
    """Entities to be put in ascending order."""
    match: Skill | None = None
    """Entities to be matched with their values."""
    call_cost: CallCosting | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell. `value` is there when the status is known or reported."""

    entity: str
    attribute: str
    status: Status
    as_of: str
    source: str
    value: Value | None = None
    also: tuple[Value, ...] = ()
    """What a well-informed person could defend beside `value`, of a set as a member: neither right nor wrong."""
    accept: tuple[tuple[str, Texts], ...] = ()
    """What `value`, or a member of it, is called in answer to this fact alone: untrue where others have it."""
    tier: Tier | None = None
    topic: str = ""
    why: Text | None = None
    was: tuple[str, ...] = ()
    """Until when earlier values held, the latest last; empty where only our reading of it may have changed."""

    @property
    def known(self) -> bool:
        """Whether it may be asked and may serve as a wrong option."""
        return self.status is Status.KNOWN

    def called(self, name: str) -> tuple[str, ...]:
        """What a value or member may be called here and nowhere else, in every language."""
        return tuple(text for each, texts in self.accept if each == name for text in texts.everywhere())


@dataclass(frozen=True, slots=True)
class Entity:
    """A model, a family, an organisation, a product."""

    id: str
    kind: str
    name: Text
    topic: str
    aliases: Texts = field(default_factory=Texts)
    family: str = ""
    renamed_from: tuple[str, ...] = ()
    why: Text | None = None
    """What helps to keep in mind of whom it is the value, such as of which models it is the developer."""


@dataclass(frozen=True)
class Catalogue:
    """Everything the catalogue files say, in the order they say it."""

    kinds: Mapping[str, Named]
    attributes: Mapping[str, Attribute]
    entities: Mapping[str, Entity]
    facts: Mapping[tuple[str, str], Fact]
    """By (entity id, attribute id)."""

    def fact(self, entity: str, attribute: str) -> Fact | None:
        """The cell, if anybody filled it."""
        return self.facts.get((entity, attribute))

    def known_facts(self, attribute: str) -> list[Fact]:
        """The known facts of one attribute, in catalogue order."""
        return self._known.get(attribute, [])

    def of_entity(self, entity: str) -> list[Fact]:
        """Everything that was filled in of one entity, in catalogue order."""
        return self._by_entity.get(entity, [])

    def value_names(self, attribute: Attribute) -> Mapping[str, Named]:
        """What the ids in values of `attribute` are called: its declared values, or the entities they refer to."""
        return self._names[attribute.id]

    def why(self, fact: Fact) -> Text | None:
        """What makes a fact hard to forget: its own reason, else that of its value."""
        if fact.why or not isinstance(fact.value, str):
            return fact.why
        named = self.value_names(self.attributes[fact.attribute]).get(fact.value)
        return named.why if named else None

    @cached_property
    def _known(self) -> dict[str, list[Fact]]:
        known: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            if fact.known:
                known.setdefault(fact.attribute, []).append(fact)
        return known

    @cached_property
    def _by_entity(self) -> dict[str, list[Fact]]:
        by_entity: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            by_entity.setdefault(fact.entity, []).append(fact)
        return by_entity

    @cached_property
    def _names(self) -> dict[str, dict[str, Named]]:
        return {attribute.id: self._names_of(attribute) for attribute in self.attributes.values()}

    def _names_of(self, attribute: Attribute) -> dict[str, Named]:
        if not attribute.values_from:
            return {value.id: value for value in attribute.values}
        return {
            entity.id: Named(entity.id, entity.name, entity.aliases, why=entity.why)
            for entity in self.entities.values()
            if entity.kind in attribute.values_from
        }
