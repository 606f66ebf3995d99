"""Arrangements: entities to be put in order, and entities to be matched with their values."""

from llmquiz.core.hashing import by_rank
from llmquiz.core.predicates import InOrder, Pairs
from llmquiz.generate.clang import readable_from
from llmquiz.generate.comparing import SCOPE, clear_scope, comparable, one_edition, rows
from llmquiz.generate.differing import defensible
from llmquiz.generate.fact_options import value_of
from llmquiz.generate.prompts import Candidate, Prompt
from llmquiz.generate.showing import month_of
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Fact, Skill


def order(card: str, attribute: Attribute, ask: Skill, telling: Telling, facts: list[Fact], seed: int) -> Prompt | None:
    """Four entities that are clearly ordered among themselves."""
    ranked = by_rank(comparable(facts, telling), lambda fact: fact.entity, card, seed)
    scope = clear_scope(ranked, attribute, -1)
    edition = one_edition(scope, attribute)
    if len(scope) < SCOPE or edition is None:
        return None
    language = telling.language
    return Prompt(
        card=card,
        lang=language.id,
        question=language.fill(
            ask.question.in_language(language.id), as_of=month_of(edition, language) if edition else ""
        ),
        key=Candidate("", "", ""),
        others=(),
        asks=InOrder(attribute.id),
        explanation=rows(scope, telling),
        source=telling.source(scope[0].source),
        members=tuple(_entity(fact, telling) for fact in scope),
    ).only("order")


def match(card: str, attribute: Attribute, ask: Skill, telling: Telling, facts: list[Fact], seed: int) -> Prompt | None:
    """Four entities of different values, none of which stands in a name."""
    scope: list[Fact] = []
    for fact in by_rank(facts, lambda each: each.entity, card, seed):
        if all(_apart(fact, other, attribute) for other in scope) and _is_discreet(fact, facts, telling):
            scope.append(fact)
        if len(scope) == SCOPE:
            break
    if len(scope) < SCOPE:
        return None
    language = telling.language
    striking = next((fact for fact in scope if telling.why(fact)), scope[0])
    return Prompt(
        card=card,
        lang=language.id,
        question=language.fill(ask.question.in_language(language.id)),
        key=Candidate("", "", ""),
        others=(),
        asks=Pairs(attribute.id),
        explanation=language.joined(rows(scope, telling), telling.told(striking)),
        source=telling.source(striking.source),
        pairs=tuple((_entity(fact, telling), _value(fact, telling)) for fact in scope),
    ).only("match")


def _apart(one: Fact, other: Fact, attribute: Attribute) -> bool:
    """Whether two facts have different values, and neither could be said to have the other's."""
    first, second = value_of(one), value_of(other)
    return first != second and not (defensible(one, second, attribute) or defensible(other, first, attribute))


def _is_discreet(fact: Fact, facts: list[Fact], telling: Telling) -> bool:
    """Whether no value of the attribute can be read off the entity's name."""
    name = telling.name(telling.catalogue.entities[fact.entity])
    return not any(readable_from(name, telling.shown(other)) for other in facts)


def _entity(fact: Fact, telling: Telling) -> Candidate:
    return Candidate(fact.entity, telling.name(telling.catalogue.entities[fact.entity]), telling.stated(fact))


def _value(fact: Fact, telling: Telling) -> Candidate:
    return Candidate(str(value_of(fact)), telling.shown(fact), telling.stated(fact))
