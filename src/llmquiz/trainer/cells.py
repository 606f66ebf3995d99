"""Facts as cells in one language: missing ones are shown as what they are, dates as exactly as they are known."""

from decimal import Decimal

from llmquiz.core.cards import Direction, Tier, fact_key
from llmquiz.core.text import Text
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Entity, Fact, Status
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.values import NUMERIC, Kind, Value, When, ids_of
from llmquiz.library.library import Library
from llmquiz.trainer.explored import Cell, Column, Link

_UNKNOWN = Cell(Status.UNKNOWN)


class Cells:
    """Reads the cells of one library in one language."""

    def __init__(self, library: Library, lang: str) -> None:
        self.library, self.lang = library, lang
        self.knowledge: Knowledge = library.generator.knowledge
        self.catalogue = self.knowledge.catalogue
        self._telling = Telling(self.knowledge, lang)

    def of(self, entity: str, attribute: Attribute) -> Cell:
        """What is known of an attribute of an entity."""
        fact = self.catalogue.fact(entity, attribute.id)
        if fact is None:
            return _UNKNOWN
        return Cell(
            status=fact.status,
            text=self.shown(fact.value, attribute) if fact.value is not None else "",
            order=self._order(fact.value, attribute) if fact.value is not None else None,
            as_of=fact.as_of,
            source=self.source(fact.source),
            why=self._telling.why(fact),
            archive=self._is_archive(fact),
        )

    def shown(self, value: Value, attribute: Attribute) -> str:
        """A value in words; a date as exactly as it is known."""
        if isinstance(value, When):
            return self._telling.language.date(value)
        return self._telling.show(value, attribute)

    def column(self, attribute: Attribute) -> Column:
        """An attribute as the head of a column. Money says its unit in every cell."""
        unit = self.said(attribute.unit) if attribute.kind is Kind.QUANTITY else ""
        name = self.said(attribute.name)
        return Column(attribute.id, name, unit if unit != name else "", attribute.kind in NUMERIC)

    def link(self, entity: str) -> Link:
        """The way to an entity."""
        return Link(f"entity:{entity}", self.name(self.catalogue.entities[entity]))

    def sheet_link(self, sheet: str) -> Link:
        """The way to a concept."""
        return Link(f"sheet:{sheet}", self.said(self.knowledge.sheets[sheet].term))

    def linked(self, fact: Fact) -> tuple[Link, ...]:
        """The entities that a fact's value names."""
        declared = self.catalogue.attributes[fact.attribute]
        named = ids_of(fact.value) if declared.values_from and fact.value is not None else ()
        return tuple(self.link(name) for name in named if name in self.catalogue.entities)

    def name(self, entity: Entity) -> str:
        """What an entity is called."""
        return self._telling.name(entity)

    def topic(self, topic: str) -> str:
        """What a topic is called."""
        return self.said(self.library.topics.get(topic)) or topic

    def source(self, source: str) -> str:
        """A source on one line."""
        return self._telling.source(source) if source else ""

    def said(self, text: Text | None) -> str:
        """A text in the language."""
        return text.in_language(self.lang) if text is not None else ""

    def _order(self, value: Value, attribute: Attribute) -> Decimal | str:
        if isinstance(value, Decimal):
            return value
        return str(value) if isinstance(value, When) else self.shown(value, attribute).casefold()

    def _is_archive(self, fact: Fact) -> bool:
        card = self.library.card(fact_key(fact.entity, fact.attribute, Direction.VALUE))
        return card is not None and card.tier is Tier.ARCHIVE
