"""What a card is about, in any language: for lists of cards. In English the same as `Card.title`."""

from llmquiz.generate.cards import Subject
from llmquiz.generate.concepts import DEFINITION, ConceptCard
from llmquiz.generate.facts import FactCard
from llmquiz.knowledge.gathering import Knowledge


def title(subject: Subject, knowledge: Knowledge, lang: str) -> str:
    """`GPT-4o: context window`; empty for a skill, of which its question says most."""
    if isinstance(subject, FactCard):
        entity = knowledge.catalogue.entities[subject.fact.entity]
        attribute = knowledge.catalogue.attributes[subject.fact.attribute]
        return _row(knowledge, lang, entity.name.in_language(lang), attribute.name.in_language(lang))
    return _concept(subject, knowledge, lang) if isinstance(subject, ConceptCard) else ""


def _concept(subject: ConceptCard, knowledge: Knowledge, lang: str) -> str:
    sheet = knowledge.sheets[subject.sheet]
    term = sheet.term.in_language(lang)
    if subject.element == DEFINITION:
        return term
    listed = sheet.lists.get(subject.element)
    about = listed.name if listed is not None else sheet.elements[subject.element].answer
    return _row(knowledge, lang, term, about.in_language(lang))


def _row(knowledge: Knowledge, lang: str, about: str, what: str) -> str:
    return knowledge.languages[lang].frame("row", entity=about, value=what)
