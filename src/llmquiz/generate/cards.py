"""Which cards the knowledge makes, in teaching order.

A fact gives a card for each direction it is worded in, a set one for each member, a sheet one for each element, and an
attribute its skill cards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from llmquiz.core.cards import Card, Direction, Tier, concept_key, fact_key, skill_key
from llmquiz.core.hashing import digest
from llmquiz.core.numbers import plain_decimal
from llmquiz.generate.concepts import DEFINITION, ConceptCard
from llmquiz.generate.facts import FactCard
from llmquiz.generate.skills import COMPARE, COST, MATCH, ORDER, RATIO, SkillCard
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Entity, Fact, Wording
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.sheets import Element, Sheet
from llmquiz.knowledge.values import Members, Value, parse_date

_MONTHS = 12
_AGES_AFTER = 12
"""Months after which a volatile fact is a dated offer."""
_TIERS = (Tier.CORE, Tier.DETAIL, Tier.ARCHIVE)
_CONCEPT = "concept:"
_FINGERPRINT = 12

Subject = FactCard | ConceptCard | SkillCard


@dataclass(frozen=True, slots=True)
class Made:
    """A card, and what it asks about."""

    card: Card
    subject: Subject


def make_cards(knowledge: Knowledge, today: date) -> tuple[Made, ...]:
    """Every card of `knowledge`, in teaching order; facts that aged by `today` are archive."""
    made = [*_concepts(knowledge), *_facts(knowledge, today), *_skills(knowledge)]
    topics = {topic: place for place, topic in enumerate(knowledge.topics)}
    made.sort(key=lambda each: (_TIERS.index(each.card.tier), topics.get(each.card.topic, len(topics))))
    return tuple(replace(each, card=replace(each.card, order=order)) for order, each in enumerate(made))


def _concepts(knowledge: Knowledge) -> Iterator[Made]:
    for sheet in knowledge.sheets.values():
        term = sheet.term.in_language("en")
        own = concept_key(sheet.id, DEFINITION)
        before = tuple(concept_key(name, DEFINITION) for name in sheet.prerequisites)
        yield _concept(sheet, DEFINITION, term, before)
        for element in sheet.elements.values():
            yield _concept(sheet, element.id, _element_title(term, element), (own, *before))
        for listed in sheet.lists.values():
            members = tuple(concept_key(sheet.id, name) for name in listed.members)
            title = f"{term}: {listed.name.in_language('en')}"
            yield _concept(sheet, listed.id, title, members)


def _element_title(term: str, element: Element) -> str:
    return f"{term}: {element.answer.in_language('en')}"


def _concept(sheet: Sheet, element: str, title: str, before: tuple[str, ...]) -> Made:
    """Concepts have no fingerprint: a statement that is reworded is still the same statement."""
    key = concept_key(sheet.id, element)
    kin = frozenset({f"sheet:{sheet.id}"})
    card = Card(key, sheet.topic, sheet.tier_of(element), 0, title, (), before, kin, key)
    return Made(card, ConceptCard(key, sheet.id, element))


def _facts(knowledge: Knowledge, today: date) -> Iterator[Made]:
    for fact in knowledge.catalogue.facts.values():
        if fact.known:
            attribute = knowledge.catalogue.attributes[fact.attribute]
            for direction, member in _ways(fact, attribute):
                yield _fact(knowledge, fact, attribute, direction, member, today)


def _ways(fact: Fact, attribute: Attribute) -> Iterator[tuple[Direction, str]]:
    """The directions a fact is worded in, member by member for sets."""
    wordings = tuple(attribute.wording.values())
    members = ("", *fact.value.ids) if isinstance(fact.value, Members) else ("",)
    for member in members:
        if any(_asks_value(wording, member) for wording in wordings):
            yield Direction.VALUE, member
        if (member or not isinstance(fact.value, Members)) and any(wording.entity for wording in wordings):
            yield Direction.ENTITY, member


def _asks_value(wording: Wording, member: str) -> bool:
    return bool(wording.member and wording.member_question) if member else bool(wording.value)


def _fact(
    knowledge: Knowledge, fact: Fact, attribute: Attribute, direction: Direction, member: str, today: date
) -> Made:
    entity = knowledge.catalogue.entities[fact.entity]
    key = fact_key(entity.id, attribute.id, direction, member)
    value = member or _canonical(fact.value)
    card = Card(
        key=key,
        topic=fact.topic or attribute.topic or entity.topic,
        tier=_tier(fact, attribute, knowledge.catalogue, today),
        order=0,
        title=f"{entity.name.in_language('en')}: {attribute.name.in_language('en')}",
        prerequisites=tuple(_before(entity, attribute, direction)),
        kin=frozenset({f"entity:{entity.id}", f"attribute:{attribute.id}", f"answer:{value}"}),
        fact=key.partition("#")[0],
        fingerprint=digest(value)[:_FINGERPRINT],
    )
    return Made(card, FactCard(key, fact, direction, member))


def _canonical(value: Value | None) -> str:
    """A value as text, however it was written in the file."""
    if isinstance(value, Decimal):
        return plain_decimal(value)
    return " ".join(sorted(value.ids)) if isinstance(value, Members) else str(value)


def _tier(fact: Fact, attribute: Attribute, catalogue: Catalogue, today: date) -> Tier:
    """The fact's own tier, else the attribute's; what has aged is archive, what the family says too is no landmark."""
    if fact.tier is not None:
        return fact.tier
    if attribute.volatile and _months_old(fact.as_of, today) > _AGES_AFTER:
        return Tier.ARCHIVE
    family = catalogue.fact(catalogue.entities[fact.entity].family, attribute.id)
    inherited = family is not None and family.known and family.value == fact.value
    return Tier.DETAIL if inherited and attribute.tier is Tier.CORE else attribute.tier


def next_ageing(knowledge: Knowledge, today: date) -> date | None:
    """The first day after `today` on which another volatile fact is archive; None where none is left to age."""
    catalogue = knowledge.catalogue
    volatile = (fact for fact in catalogue.facts.values() if catalogue.attributes[fact.attribute].volatile)
    to_come = [_AGES_AFTER - age for fact in volatile if (age := _months_old(fact.as_of, today)) <= _AGES_AFTER]
    if not to_come:
        return None
    months = today.year * _MONTHS + today.month + min(to_come)
    return date(months // _MONTHS, months % _MONTHS + 1, 1)


def _months_old(as_of: str, today: date) -> int:
    when = parse_date(as_of)
    year, month = (*when.parts, 1)[:2] if when else (today.year, today.month)
    return (today.year - year) * _MONTHS + today.month - month


def _before(entity: Entity, attribute: Attribute, direction: Direction) -> Iterator[str]:
    """What is to be met first: declared attributes of the same entity, concepts, and the value before the reverse."""
    for name in attribute.prerequisites:
        if name.startswith(_CONCEPT):
            yield concept_key(name.removeprefix(_CONCEPT), DEFINITION)
        else:
            yield fact_key(entity.id, name, Direction.VALUE)
    if direction is Direction.ENTITY:
        yield fact_key(entity.id, attribute.id, Direction.VALUE)


def _skills(knowledge: Knowledge) -> Iterator[Made]:
    for attribute in knowledge.catalogue.attributes.values():
        if attribute.compare:
            yield _skill(COMPARE, attribute, attribute.compare.topic, attribute.compare.tier)
        for form in (RATIO, ORDER, MATCH):
            skill = getattr(attribute, form)
            if skill is not None:
                yield _skill(form, attribute, skill.topic, skill.tier)
        if attribute.call_cost:
            yield _skill(COST, attribute, attribute.call_cost.topic, attribute.call_cost.tier)


def _skill(form: str, attribute: Attribute, topic: str, tier: Tier) -> Made:
    key = skill_key(form, attribute.id)
    kin = frozenset({f"attribute:{attribute.id}"})
    card = Card(key, topic, tier, 0, f"{form}: {attribute.name.in_language('en')}", kin=kin, fact=key)
    return Made(card, SkillCard(key, form, attribute.id))
