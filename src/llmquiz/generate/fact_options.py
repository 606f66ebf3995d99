"""The wrong options of facts: other entities' true values, entities known to have another value, known outsiders.

What is not known to differ is not offered. Each comes with the sentence that says what is so of it.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeGuard

from llmquiz.core.numbers import parse_number
from llmquiz.generate.clang import numbered_before, readable_from
from llmquiz.generate.differing import defensible, differ
from llmquiz.generate.prompts import Candidate, Order
from llmquiz.generate.showing import order_of
from llmquiz.generate.similarity import closeness, nearness
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Fact
from llmquiz.knowledge.values import Kind, Members, Value

MOST_SHARED = 0.25
"""When more of the known facts than this share a value, asking who has it says little."""
COMMONEST = 0.40
"""When the commonest value is commoner than this, guessing it would pay (rule C27): asked without options."""


class FactOptions:
    """Finds wrong options in one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._closeness = lru_cache(maxsize=None)(self._close)
        self._likeness = lru_cache(maxsize=None)(self._like)
        self._commonest = lru_cache(maxsize=None)(self._share_of_commonest)

    def other_values(self, fact: Fact, attribute: Attribute, telling: Telling) -> Iterator[Candidate]:
        """Other entities' true values, then declared values that nobody has. Never the entity's own name."""
        value = value_of(fact)
        own = telling.name(self.catalogue.entities[fact.entity])
        found = (
            self._value(other, fact, attribute, telling) for other in self._others(fact) if self._differs(fact, other)
        )
        yield from (one for one in found if one.text != own and self._on_shelf(one.id, fact, attribute))
        if attribute.kind is Kind.CATEGORY:
            taken = {value_of(other) for other in self.catalogue.known_facts(attribute.id)}
            for name in self.catalogue.value_names(attribute):
                if name in (*taken, *fact.also, value) or not self._on_shelf(name, fact, attribute):
                    continue
                if telling.show(name, attribute) != own:
                    close, because = self._near(fact.entity, name), telling.why_of(name, attribute)
                    yield Candidate(name, telling.show(name, attribute), because or telling.stated(fact), None, close)

    def other_entities(self, fact: Fact, value: Value, telling: Telling) -> Iterator[Candidate]:
        """Entities of the same kind that are known to have another value; none that its number shows to be older."""
        kind, attribute = self.catalogue.entities[fact.entity].kind, self.catalogue.attributes[fact.attribute]
        asked = telling.show(value, attribute)
        for other in self._others(fact):
            entity = self.catalogue.entities[other.entity]
            if entity.kind != kind or not self._on_shelf(entity.id, fact, attribute):
                continue
            if value in self.catalogue.entities and numbered_before(telling.name(entity), asked):
                continue
            if self.lacks(other, value, fact) and not self.shows_itself(other, telling):
                close = self._near_in_both(fact, other)
                group = str(value_of(other))
                source = telling.source(other.source)
                yield Candidate(
                    entity.id, telling.name(entity), telling.stated(other), None, close, group=group, source=source
                )

    def same_entities(self, fact: Fact, value: Value, telling: Telling) -> Iterator[Candidate]:
        """Other entities of the same kind that are known to have the value, or the member."""
        kind = self.catalogue.entities[fact.entity].kind
        for other in self._others(fact):
            entity = self.catalogue.entities[other.entity]
            if entity.kind == kind and self._has(other, value) and not self.shows_itself(other, telling):
                yield Candidate(entity.id, telling.name(entity), telling.stated(other), None, 0.0)

    def _has(self, other: Fact, value: Value) -> bool:
        theirs = value_of(other)
        return value in theirs.ids if isinstance(theirs, Members) else theirs == value

    def outsiders(self, fact: Fact, attribute: Attribute, telling: Telling) -> Iterator[Candidate]:
        """Declared values that a complete set does not have, each with whose it is."""
        members = value_of(fact)
        if isinstance(members, Members) and members.complete:
            for name in self.catalogue.value_names(attribute):
                if name not in (*members.ids, *fact.also):
                    shown = telling.show(name, attribute)
                    yield Candidate(name, shown, self._whose(name, fact, telling), number_in(shown))

    def _whose(self, name: str, fact: Fact, telling: Telling) -> str:
        """The first other entity that has a member, in a sentence; where there is none, that it is not in this set."""
        others = (other for other in self._others(fact) if self._has(other, name))
        having = next(others, None)
        return telling.member(having, name) if having else telling.absent(fact, name)

    def lacks(self, other: Fact, value: Value, fact: Fact) -> bool:
        """Whether `other` is known not to have the `value` that `fact` is asked for."""
        theirs, attribute = value_of(other), self.catalogue.attributes[fact.attribute]
        if defensible(other, value, attribute):
            return False
        if isinstance(theirs, Members):
            return theirs.complete and value not in theirs.ids
        if attribute.volatile and other.as_of != fact.as_of:
            return False
        return other.entity != value and differ(value, theirs, attribute)

    def shows_itself(self, fact: Fact, telling: Telling) -> bool:
        """Whether the value stands in the entity's name: nobody would take it for the answer, or need to know it."""
        return readable_from(telling.name(self.catalogue.entities[fact.entity]), telling.shown(fact))

    def too_common(self, fact: Fact) -> bool:
        """Whether guessing the commonest value would pay (C27)."""
        return self._commonest(fact.attribute) > COMMONEST

    def too_shared(self, fact: Fact, value: Value) -> bool:
        """Whether too many entities of the kind have the value, or may have it."""
        kind = self.catalogue.entities[fact.entity].kind
        known = self.catalogue.known_facts(fact.attribute)
        peers = [other for other in known if self.catalogue.entities[other.entity].kind == kind]
        sharing = sum(not self.lacks(other, value, fact) for other in peers)
        return sharing > max(1, MOST_SHARED * len(peers))

    def _value(self, other: Fact, fact: Fact, attribute: Attribute, telling: Telling) -> Candidate:
        value = value_of(other)
        return Candidate(
            str(value),
            telling.shown(other),
            telling.stated(other),
            order_of(value, attribute),
            self._near(fact.entity, value) if self._is_peer(value, fact) else self._near_in_both(fact, other),
        )

    def _on_shelf(self, name: str, fact: Fact, attribute: Attribute) -> bool:
        """Whether `name` may be right at first sight: what came before a model, or runs a product, is its maker's.

        Of declared values that have groups, one is taken for another of its group.
        """
        entities, value = self.catalogue.entities, value_of(fact)
        if attribute.values_from or not isinstance(value, str):
            return True
        names = self.catalogue.value_names(attribute)
        if value not in entities:
            return name not in names or names[name].group == names[value].group
        shelf = entities[fact.entity].topic
        return entities[value].topic != shelf or (name in entities and entities[name].topic == shelf)

    def _is_peer(self, value: Value, fact: Fact) -> TypeGuard[str]:
        """Whether a value names something of the same kind as has it: the model before a model."""
        peer = self.catalogue.entities.get(value) if isinstance(value, str) else None
        return peer is not None and peer.kind == self.catalogue.entities[fact.entity].kind

    def _near_in_both(self, fact: Fact, other: Fact) -> float:
        """How alike two facts are: their entities and (twice as heavy) their values, if numbers or dates."""
        return self._likeness(fact.entity, other.entity, fact.attribute)

    def _like(self, entity: str, other: str, name: str) -> float:
        attribute = self.catalogue.attributes[name]
        close = self._near(entity, other)
        values = (value_of(self.catalogue.facts[each, name]) for each in (entity, other))
        one, two = (order_of(value, attribute) for value in values)
        return close if one is None or two is None else (close + 2 * nearness(one, two)) / 3

    def _share_of_commonest(self, attribute: str) -> float:
        values = Counter(str(value_of(each)) for each in self.catalogue.known_facts(attribute))
        return max(values.values()) / values.total()

    def _differs(self, fact: Fact, other: Fact) -> bool:
        attribute, theirs = self.catalogue.attributes[fact.attribute], value_of(other)
        return differ(value_of(fact), theirs, attribute) and not defensible(fact, theirs, attribute)

    def _others(self, fact: Fact) -> list[Fact]:
        return [other for other in self.catalogue.known_facts(fact.attribute) if other.entity != fact.entity]

    def _near(self, one: str, other: str) -> float:
        """How alike two entities are; what is none is like nothing."""
        return self._closeness(*sorted((one, other))) if other in self.catalogue.entities else 0.0

    def _close(self, one: str, other: str) -> float:
        return closeness(self.catalogue.entities[one], self.catalogue.entities[other], self.catalogue)


def value_of(fact: Fact) -> Value:
    """The value of a known fact."""
    assert fact.value is not None
    return fact.value


def number_in(shown: str) -> Order | None:
    """Members that are numbers by name (sizes, dimensions) are shown in order, like numbers."""
    number = parse_number(shown)
    return None if number is None else (number,)
