"""The card an item belongs to: its key and its shelf must be those of what the item claims.

The answer is scheduled under that key: another card's would teach the learner's memory of something else.
"""

from collections.abc import Iterator, Mapping

from llmquiz.core.cards import Direction, concept_key, fact_key, skill_key
from llmquiz.core.items import Item
from llmquiz.core.predicates import (
    CallCost,
    Claim,
    Completes,
    EntityWith,
    Extreme,
    Holds,
    InOrder,
    ListedIn,
    MemberOf,
    Names,
    Negated,
    Pairs,
    Predicate,
    RatioOf,
    Stands,
    Stated,
    ValueOf,
)
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.truth import holds
from llmquiz.knowledge.catalogue import CallCosting, Comparison, Fact, Skill
from llmquiz.knowledge.values import Members

_DEFINITION = "definition"
"""The element of a sheet that is its term."""
_SKILLS: Mapping[type[Predicate], str] = {
    Extreme: "compare",
    RatioOf: "ratio",
    InOrder: "order",
    Pairs: "match",
    CallCost: "cost",
}
"""The form that asks each combination of facts."""


def check_subject(item: Item, judge: Judge) -> Iterator[Finding]:
    """The card's key, and the topic it stands under."""
    topics = dict(_cards(item.predicate, item, judge))
    if item.card not in topics:
        yield "E01", worded("What is asked is not what `{card}` schedules.", card=item.card)
    elif item.topic != topics[item.card]:
        yield "E01", worded("The card's topic is not `{topic}`.", topic=item.topic)


def _cards(asks: Predicate | None, item: Item, judge: Judge) -> Iterator[tuple[str, str]]:
    """The keys of the cards that may ask this, each with its topic."""
    match asks:
        case ValueOf(entity, attribute):
            yield fact_key(entity, attribute, Direction.VALUE), _topic(judge.catalogue.facts[entity, attribute], judge)
        case EntityWith(attribute, value):
            yield from _of_entities(_ids(item, right=True), attribute, value, item, judge)
        case Negated(EntityWith(attribute, value)):
            yield from _of_entities(_ids(item, right=False), attribute, value, item, judge)
        case MemberOf(entity, attribute):
            members = _ids(item, right=True) if item.form != "multi-choice" else ("",)
            yield from _of_set(entity, attribute, members or ("",), judge)
        case Negated(MemberOf(entity, attribute)):
            yield from _of_set(entity, attribute, ("",), judge)
        case Claim(entity, attribute, value):
            yield from _of_claim(entity, attribute, value, item, judge)
        case Extreme() | RatioOf() | InOrder() | Pairs() | CallCost():
            yield from _of_skill(asks, item, judge)
        case None:
            return
        case _:
            yield from _of_sheet(asks, judge)


def _of_entities(
    entities: tuple[str, ...], attribute: str, value: str, item: Item, judge: Judge
) -> Iterator[tuple[str, str]]:
    """Which has the value: the card of an entity that has it; of a set, of the member that is asked for."""
    declared = judge.catalogue.attributes[attribute]
    asked = judge.displays.read(value, declared, judge.knowledge.languages[item.lang])
    for entity in entities:
        fact = judge.catalogue.fact(entity, attribute)
        if fact is not None and holds(judge.catalogue, entity, declared, asked) is True:
            member = str(asked) if isinstance(fact.value, Members) else ""
            yield fact_key(entity, attribute, Direction.ENTITY, member), _topic(fact, judge)


def _of_set(entity: str, attribute: str, members: tuple[str, ...], judge: Judge) -> Iterator[tuple[str, str]]:
    fact = judge.catalogue.facts[entity, attribute]
    for member in members:
        yield fact_key(entity, attribute, Direction.VALUE, member), _topic(fact, judge)


def _of_claim(entity: str, attribute: str, value: str, item: Item, judge: Judge) -> Iterator[tuple[str, str]]:
    """A sentence belongs to the fact it speaks of, or to that of an entity which has the value."""
    fact = judge.catalogue.facts[entity, attribute]
    if isinstance(fact.value, Members):
        said = judge.displays.values(value, judge.catalogue.attributes[attribute])
        so = _is_so(item)
        yield from _of_set(entity, attribute, tuple(each for each in fact.value.ids if not so or each in said), judge)
    else:
        yield fact_key(entity, attribute, Direction.VALUE), _topic(fact, judge)
    others = (each.entity for each in judge.catalogue.known_facts(attribute))
    yield from _of_entities((entity,) if _is_so(item) else tuple(others), attribute, value, item, judge)


def _of_skill(
    asks: Extreme | RatioOf | InOrder | Pairs | CallCost, item: Item, judge: Judge
) -> Iterator[tuple[str, str]]:
    name = asks.price_in if isinstance(asks, CallCost) else asks.attribute
    attribute, form = judge.catalogue.attributes[name], _SKILLS[type(asks)]
    skill: Comparison | Skill | CallCosting | None = (
        attribute.call_cost if isinstance(asks, CallCost) else getattr(attribute, form)
    )
    if skill is not None and item.form == form:
        yield skill_key(form, name), skill.topic


def _of_sheet(
    asks: Completes | Names | Holds | Stated | Stands | ListedIn | Negated, judge: Judge
) -> Iterator[tuple[str, str]]:
    match asks:
        case Completes(sheet, element):
            elements = [element]
        case Holds(sheet, element):
            elements = [element, _DEFINITION]
        case ListedIn(sheet, list_id) | Negated(ListedIn(sheet, list_id)):
            elements = [list_id]
        case Names(sheet) | Stated(sheet) | Stands(sheet):
            elements = [_DEFINITION]
        case _:
            return
    for element in elements:
        yield concept_key(sheet, element), judge.knowledge.sheets[sheet].topic


def _topic(fact: Fact, judge: Judge) -> str:
    """The fact's own shelf, else its attribute's, else its entity's."""
    return fact.topic or judge.catalogue.attributes[fact.attribute].topic or judge.catalogue.entities[fact.entity].topic


def _ids(item: Item, *, right: bool) -> tuple[str, ...]:
    return tuple(option.id for option in item.options if option.right is right)


def _is_so(item: Item) -> bool:
    """Whether the item says that its sentence holds."""
    return any(option.right and option.id == "right" for option in item.options)
