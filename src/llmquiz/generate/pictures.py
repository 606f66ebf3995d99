"""Facts to pictures: a bar chart for quantities and prices, a timeline for dates, the line of descent for lineage."""

from decimal import Decimal
from functools import lru_cache

from llmquiz.core.cards import Direction, fact_key
from llmquiz.core.items import Item
from llmquiz.core.pictures import Picture, PictureKind, PictureRow
from llmquiz.core.predicates import Extreme, RatioOf
from llmquiz.generate.fact_options import value_of
from llmquiz.generate.facts import FactCard
from llmquiz.generate.showing import order_of
from llmquiz.generate.similarity import closeness
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Fact
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.values import Kind

_ROWS = 6
_FEWEST = 2
_KINDS = {
    Kind.QUANTITY: PictureKind.BARS,
    Kind.MONEY: PictureKind.BARS,
    Kind.DATE: PictureKind.TIMELINE,
    Kind.CATEGORY: PictureKind.LINEAGE,
}


class Pictures:
    """Draws up the pictures of one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._catalogue = knowledge.catalogue
        self._telling = lru_cache(maxsize=None)(lambda lang: Telling(knowledge, lang))

    def of_fact(self, card: FactCard, lang: str) -> Picture | None:
        """The fact of a card among the closest others; None for what no picture helps."""
        attribute = self._catalogue.attributes[card.fact.attribute]
        kind = _KINDS.get(attribute.kind)
        if kind is PictureKind.LINEAGE:
            return self._drawn(kind, attribute, self._lineage(card.fact), {card.fact.entity}, lang)
        if kind is None:
            return None
        return self._drawn(kind, attribute, self._neighbours(card.fact, attribute), {card.fact.entity}, lang)

    def of_item(self, item: Item) -> Picture | None:
        """What was compared, all of it."""
        if isinstance(item.predicate, Extreme):
            entities = [option.id for option in item.options]
            marked = {option.id for option in item.options if option.right}
        elif isinstance(item.predicate, RatioOf):
            entities = [item.predicate.other, item.predicate.one]
            marked = {item.predicate.one}
        else:
            return None
        attribute = self._catalogue.attributes[item.predicate.attribute]
        facts = [self._catalogue.facts[entity, attribute.id] for entity in entities]
        return self._drawn(_KINDS[attribute.kind], attribute, facts, marked, item.lang)

    def _drawn(
        self, kind: PictureKind, attribute: Attribute, facts: list[Fact], marked: set[str], lang: str
    ) -> Picture | None:
        if len(facts) < _FEWEST:
            return None
        telling = self._telling(lang)
        if kind is not PictureKind.LINEAGE:
            facts = sorted(facts, key=lambda fact: order_of(value_of(fact), attribute) or ())
        largest = max((fact.value for fact in facts if isinstance(fact.value, Decimal)), default=Decimal(0))
        rows = tuple(
            PictureRow(
                card=fact_key(fact.entity, fact.attribute, Direction.VALUE),
                name=telling.name(self._catalogue.entities[fact.entity]),
                value=telling.shown(fact),
                share=float(fact.value / largest) if isinstance(fact.value, Decimal) and largest else 0.0,
                marked=fact.entity in marked,
            )
            for fact in facts
        )
        return Picture(kind, attribute.name.in_language(lang), rows)

    def _neighbours(self, fact: Fact, attribute: Attribute) -> list[Fact]:
        """The fact and the closest others of its kind and edition that can be ordered."""
        own = self._catalogue.entities[fact.entity]
        others = [
            other
            for other in self._catalogue.known_facts(attribute.id)
            if other.entity != fact.entity
            and self._catalogue.entities[other.entity].kind == own.kind
            and order_of(value_of(other), attribute) is not None
            and (not attribute.volatile or other.as_of == fact.as_of)
        ]
        others.sort(key=lambda other: -closeness(own, self._catalogue.entities[other.entity], self._catalogue))
        return [fact, *others[: _ROWS - 1]]

    def _lineage(self, fact: Fact) -> list[Fact]:
        """The line that the fact stands in, where its value is an entity that has a value of the same attribute."""
        line, seen = [fact], {fact.entity}
        while (parent := self._catalogue.fact(str(line[0].value), fact.attribute)) and parent.entity not in seen:
            if not parent.known:
                break
            line.insert(0, parent)
            seen.add(parent.entity)
        children = {str(child.value): child for child in self._catalogue.known_facts(fact.attribute)}
        while (child := children.get(line[-1].entity)) and child.entity not in seen:
            line.append(child)
            seen.add(child.entity)
        return line[:_ROWS]
