"""Facts in words of one language: names, values, sentences, sources. What is said of one fact is worked out once."""

from functools import lru_cache

from llmquiz.generate.showing import month_of, show
from llmquiz.knowledge.catalogue import Attribute, Entity, Fact, Wording
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import Value


class Telling:
    """Tells the facts of one body of knowledge in one language."""

    def __init__(self, knowledge: Knowledge, lang: str) -> None:
        self.knowledge, self.catalogue = knowledge, knowledge.catalogue
        self.language: Language = knowledge.languages[lang]
        self._shown = lru_cache(maxsize=None)(self._show_cell)
        self._stated = lru_cache(maxsize=None)(self._state_cell)
        self._cited = lru_cache(maxsize=None)(self._cite)
        self._month = lru_cache(maxsize=None)(lambda as_of: month_of(as_of, self.language))

    def wording(self, attribute: Attribute) -> Wording | None:
        """How the attribute is worded in this language."""
        return attribute.wording.get(self.language.id)

    def name(self, entity: Entity) -> str:
        """What an entity is called."""
        return entity.name.in_language(self.language.id)

    def show(self, value: Value, attribute: Attribute) -> str:
        """A value; for a set, one member of it by its id."""
        if isinstance(value, str):
            return self.catalogue.value_names(attribute)[value].name.in_language(self.language.id)
        return show(value, attribute, self.catalogue, self.language)

    def shown(self, fact: Fact) -> str:
        """The value of a fact."""
        return self._shown(fact.entity, fact.attribute)

    def stated(self, fact: Fact) -> str:
        """A fact as a sentence."""
        return self._stated(fact.entity, fact.attribute)

    def member(self, fact: Fact, name: str) -> str:
        """One member of a set as a sentence; where that is not worded, the set."""
        attribute = self.catalogue.attributes[fact.attribute]
        wording = self.wording(attribute)
        template = wording.member if wording else ""
        return self.say(template, fact, self.show(name, attribute)) if template else self.stated(fact)

    def absent(self, fact: Fact, name: str) -> str:
        """That something is not in a set, and what is so of it instead."""
        attribute = self.catalogue.attributes[fact.attribute]
        absent = self.language.frame("absent", name=self.set_name(fact), value=self.show(name, attribute))
        return self.language.joined(absent, self.why_of(name, attribute))

    def why_of(self, name: str, attribute: Attribute) -> str:
        """What helps to keep a declared value in mind; empty where nobody wrote it."""
        named = self.catalogue.value_names(attribute)[name]
        return named.why.in_language(self.language.id) if named.why else ""

    def set_name(self, fact: Fact) -> str:
        """What a fact that is a set is called."""
        attribute = self.catalogue.attributes[fact.attribute].name.in_language(self.language.id)
        entity = self.name(self.catalogue.entities[fact.entity])
        return self.language.frame("of", entity=entity, attribute=attribute)

    def say(self, template: str, fact: Fact, value: str = "") -> str:
        """A wording with the fact's entity and edition, and `value`, filled in."""
        name = self.name(self.catalogue.entities[fact.entity])
        return self.language.fill(template, entity=name, value=value, as_of=self.as_of(fact))

    def told(self, fact: Fact) -> str:
        """A fact as a sentence, and what makes it hard to forget."""
        return self.language.joined(self.stated(fact), self.why(fact))

    def why(self, fact: Fact) -> str:
        """What makes the fact hard to forget; empty where nobody wrote it."""
        why = self.catalogue.why(fact)
        return why.in_language(self.language.id) if why else ""

    def as_of(self, fact: Fact) -> str:
        """The edition of a fact, to the month."""
        return self._month(fact.as_of)

    def source(self, source_id: str) -> str:
        """A source on one line."""
        return self._cited(source_id)

    def _cite(self, source_id: str) -> str:
        source = self.knowledge.sources.get(source_id)
        return source.cite(self.language.id) if source else source_id

    def _show_cell(self, entity: str, attribute: str) -> str:
        value = self.catalogue.facts[entity, attribute].value
        assert value is not None
        return self.show(value, self.catalogue.attributes[attribute])

    def _state_cell(self, entity: str, attribute: str) -> str:
        wording = self.wording(self.catalogue.attributes[attribute])
        fact = self.catalogue.facts[entity, attribute]
        return self.say(wording.statement, fact, self.shown(fact)) if wording else ""
