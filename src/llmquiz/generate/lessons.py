"""Lessons: what is taught before a card is asked for the first time: a sheet's paragraph, or a fact among its like."""

from llmquiz.core.items import Lesson
from llmquiz.generate.cards import Subject
from llmquiz.generate.concepts import DEFINITION, ConceptCard
from llmquiz.generate.facts import FactCard
from llmquiz.generate.prompts import Prompt
from llmquiz.generate.showing import show
from llmquiz.generate.similarity import closeness
from llmquiz.knowledge.catalogue import Fact
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.values import Members

_NEIGHBOURS = 4


class Lessons:
    """Makes the lessons of one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.catalogue = knowledge.catalogue

    def lesson(self, subject: Subject, prompt: Prompt | None) -> Lesson | None:
        """The lesson of a card, given its prompt in the language wanted."""
        if prompt is None:
            return None
        if isinstance(subject, ConceptCard):
            return self._concept(subject, prompt)
        return self._fact(subject, prompt) if isinstance(subject, FactCard) else None

    def _concept(self, subject: ConceptCard, prompt: Prompt) -> Lesson:
        sheet = self.knowledge.sheets[subject.sheet]
        term = sheet.term.in_language(prompt.lang)
        element = sheet.elements.get(subject.element)
        text = prompt.explanation
        if subject.element == DEFINITION:
            text = sheet.explanation.in_language(prompt.lang)
        elif element is not None and not element.text:
            text = f"{prompt.key.text}\n\n{prompt.explanation}"
        return Lesson(subject.key, prompt.lang, term, text, (), prompt.source)

    def _fact(self, subject: FactCard, prompt: Prompt) -> Lesson:
        entity = self.catalogue.entities[subject.fact.entity]
        name = entity.name.in_language(prompt.lang)
        return Lesson(
            subject.key, prompt.lang, name, prompt.explanation, self._neighbours(subject, prompt.lang), prompt.source
        )

    def _neighbours(self, subject: FactCard, lang: str) -> tuple[tuple[str, str], ...]:
        """The same attribute of the closest entities, this one's own first."""
        if isinstance(subject.fact.value, Members):
            return ()
        own = self.catalogue.entities[subject.fact.entity]
        others = [fact for fact in self.catalogue.known_facts(subject.fact.attribute) if fact.entity != own.id]

        def distance(fact: Fact) -> float:
            return -closeness(own, self.catalogue.entities[fact.entity], self.catalogue)

        nearest = sorted(others, key=distance)[:_NEIGHBOURS]
        return tuple(self._row(fact, lang) for fact in (subject.fact, *nearest))

    def _row(self, fact: Fact, lang: str) -> tuple[str, str]:
        assert fact.value is not None
        attribute = self.catalogue.attributes[fact.attribute]
        shown = show(fact.value, attribute, self.catalogue, self.knowledge.languages[lang])
        return self.catalogue.entities[fact.entity].name.in_language(lang), shown
