"""Comparisons: the largest or smallest among four entities. Scoped to what is shown, and strict: a tie gives none."""

from decimal import Decimal
from itertools import product

from llmquiz.core.hashing import by_rank, draw
from llmquiz.core.predicates import Extreme
from llmquiz.generate.clang import readable_from
from llmquiz.generate.fact_options import value_of
from llmquiz.generate.prompts import Candidate, Order, Prompt, distinct
from llmquiz.generate.showing import month_of, order_of
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Comparison, Fact
from llmquiz.knowledge.values import Value, When

SCOPE = 4
"""How many entities a comparison shows."""
_MARGIN = Decimal("0.05")


def comparable(facts: list[Fact], telling: Telling) -> list[Fact]:
    """The facts whose value does not stand in the entity's name."""
    entities = telling.catalogue.entities
    return [fact for fact in facts if not readable_from(telling.name(entities[fact.entity]), telling.shown(fact))]


def compare(
    card: str, attribute: Attribute, ask: Comparison, telling: Telling, facts: list[Fact], seed: int
) -> Prompt | None:
    """A comparison among the first `facts` by hash in which one is clearly the extreme."""
    sign = 1 if draw(2, card, seed, "sign") else -1
    scope = clear_scope(by_rank(comparable(facts, telling), lambda fact: fact.entity, card, seed), attribute, sign)
    edition = one_edition(scope, attribute)
    if len(scope) < SCOPE or edition is None:
        return None
    language = telling.language
    question = (ask.most if sign == 1 else ask.least).in_language(language.id)
    ascending = sorted(scope, key=lambda fact: _order(fact, attribute))
    winner, *rest = [_contender(fact, telling) for fact in scope]
    return Prompt(
        card=card,
        lang=language.id,
        question=language.fill(question, as_of=month_of(edition, language) if edition else ""),
        key=winner,
        others=distinct(iter(rest), winner),
        asks=Extreme(attribute.id, sign),
        explanation=rows(ascending, telling),
        source=telling.source(scope[0].source),
    ).only("compare")


def rows(facts: list[Fact], telling: Telling) -> str:
    """Entities with their values on one line."""
    language = telling.language
    return language.frame("compare", values=language.frames["between_rows"].join(_row(fact, telling) for fact in facts))


def one_edition(facts: list[Fact], attribute: Attribute) -> str | None:
    """The edition all facts share; empty where the attribute does not age, None where they come from different ones."""
    if not attribute.volatile:
        return ""
    editions = {fact.as_of for fact in facts}
    return editions.pop() if len(editions) == 1 else None


def _contender(fact: Fact, telling: Telling) -> Candidate:
    name = telling.name(telling.catalogue.entities[fact.entity])
    return Candidate(fact.entity, name, telling.language.frame("compare", values=_row(fact, telling)))


def _row(fact: Fact, telling: Telling) -> str:
    name = telling.name(telling.catalogue.entities[fact.entity])
    return telling.language.frame("row", entity=name, value=telling.shown(fact))


def clear_scope(facts: list[Fact], attribute: Attribute, sign: int) -> list[Fact]:
    """The first facts that are clearly ordered among themselves, the extreme first."""
    scope: list[Fact] = []
    for fact in facts:
        if _order(fact, attribute) and all(_apart(fact, other, attribute) for other in scope):
            scope.append(fact)
        if len(scope) == SCOPE:
            break
    return sorted(scope, key=lambda fact: _order(fact, attribute), reverse=sign == 1)


def _order(fact: Fact, attribute: Attribute) -> Order:
    return order_of(value_of(fact), attribute) or ()


def _apart(one: Fact, other: Fact, attribute: Attribute) -> bool:
    """Whether two facts are clearly ordered, and in one way whatever can be defended of each."""
    pairs = product((value_of(one), *one.also), (value_of(other), *other.also))
    ways = {_ascend(*pair, attribute) if _is_clear(*pair, attribute) else None for pair in pairs}
    return len(ways) == 1 and None not in ways


def _ascend(one: Value, other: Value, attribute: Attribute) -> bool:
    return (order_of(one, attribute) or ()) < (order_of(other, attribute) or ())


def _is_clear(one: Value, other: Value, attribute: Attribute) -> bool:
    """Whether two values are clearly ordered: distinct dates, or numbers beyond 5 % and twice the tolerance."""
    if isinstance(one, When):
        return order_of(one, attribute) != order_of(other, attribute)
    assert isinstance(one, Decimal)
    assert isinstance(other, Decimal)
    large = max(abs(one), abs(other))
    margin = max(_MARGIN * large, 2 * attribute.tolerance.around(large))
    return abs(one - other) >= margin and one != other
