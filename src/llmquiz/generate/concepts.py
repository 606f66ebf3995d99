"""Concept sheets to prompts: the term for a definition, the gap of a statement, the members of a list.

Wrong options are the sheet's own misconceptions, each with why it is wrong, and terms that are declared disjoint.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from llmquiz.core.predicates import Completes, Holds, ListedIn, Names, Stated
from llmquiz.core.responses import TextEntry
from llmquiz.core.text import plain
from llmquiz.generate.prompts import (
    FORMS_OF_CONCEPTS,
    FORMS_OF_MEMBERS,
    FORMS_OF_SETS,
    GAP,
    Aloud,
    Candidate,
    Claim,
    Prompt,
    distinct,
    in_order,
)
from llmquiz.generate.showing import typeable
from llmquiz.generate.vocabulary import Vocabulary, names_of
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import ConceptList, Element, Misconception, Sheet, split_gap

_MOST_POINTS = 5
DEFINITION = "definition"
"""The element that every sheet has: its term."""


@dataclass(frozen=True, slots=True)
class ConceptCard:
    """One element of one sheet."""

    key: str
    sheet: str
    element: str


class ConceptPrompts:
    """Makes the prompts of concept cards from one body of knowledge."""

    def __init__(self, knowledge: Knowledge, vocabulary: Vocabulary) -> None:
        self.knowledge = knowledge
        self._vocabulary = vocabulary

    @cached_property
    def _bearers(self) -> Mapping[str, set[str]]:
        """The sheets that have a name, by the name as it is compared."""
        bearers: dict[str, set[str]] = {}
        for sheet in self.knowledge.sheets.values():
            for name in names_of(sheet):
                bearers.setdefault(plain(name), set()).add(sheet.id)
        return bearers

    def prompt(self, card: ConceptCard, lang: str) -> Prompt:
        """The prompt of a concept card."""
        sheet = self.knowledge.sheets[card.sheet]
        language = self.knowledge.languages[lang]
        if card.element == DEFINITION:
            return self._definition(card, sheet, language)
        if card.element in sheet.lists:
            return self._list(card, sheet, sheet.lists[card.element], language)
        return self._element(card, sheet, sheet.elements[card.element], language)

    def _definition(self, card: ConceptCard, sheet: Sheet, language: Language) -> Prompt:
        lang = language.id
        definition = sheet.definition.in_language(lang)
        key = Candidate(sheet.id, sheet.term.in_language(lang), definition)
        disjoint = (self.knowledge.sheets[name] for name in sheet.disjoint if name in self.knowledge.sheets)
        others = (
            Candidate(other.id, other.term.in_language(lang), other.definition.in_language(lang)) for other in disjoint
        )
        return Prompt(
            card=card.key,
            lang=lang,
            question=sheet.definition_question.in_language(lang),
            key=key,
            others=distinct(others, key),
            asks=Names(sheet.id),
            explanation=sheet.explanation.in_language(lang),
            source=self._source(sheet.source, lang),
            claims=self._sheet_claims(sheet, language),
            typed=self._typed_term(sheet, lang) if sheet.typed else None,
            aloud=_aloud(sheet, language),
            forms=FORMS_OF_CONCEPTS,
        )

    def _list(self, card: ConceptCard, sheet: Sheet, listed: ConceptList, language: Language) -> Prompt:
        """The list as a whole: which of these are in it, which is not."""
        lang = language.id
        name = listed.name.in_language(lang)
        members = tuple(_member(sheet.elements[member], lang) for member in listed.members)
        outside = (
            Candidate(each.id, each.text.in_language(lang), each.because.in_language(lang)) for each in listed.outside
        )
        key = Candidate(listed.id, name, "")
        return Prompt(
            card=card.key,
            lang=lang,
            question=language.frame("which-are", name=name),
            key=key,
            others=distinct(outside, key),
            asks=ListedIn(sheet.id, listed.id),
            explanation=_explain_list(name, members, language, whole=listed.complete),
            source=self._source(listed.source, lang),
            members=members,
            rivals=self._vocabulary.names,
            whole=listed.complete,
            name=name,
            not_question=language.frame("which-is-not", name=name),
            forms=FORMS_OF_SETS,
        )

    def _element(self, card: ConceptCard, sheet: Sheet, element: Element, language: Language) -> Prompt:
        lang = language.id
        because = element.because.in_language(lang)
        key = Candidate(element.id, element.answer.in_language(lang), because)
        wrong = (
            Candidate(item.id, item.text.in_language(lang), item.because.in_language(lang))
            for item in element.wrong
            if item.id != element.id  # graded by id, the two would be one option
        )
        key, *ordered = in_order(key, distinct(wrong, key))
        others = tuple(ordered)
        gapped = _gapped(element, language)
        listed = sheet.lists.get(element.list_id)
        typed = self._typed_gap(element, key.text) if element.typed and typeable(key.text) else None
        recalled = element.flashcard and not typed and not listed
        return Prompt(
            card=card.key,
            lang=lang,
            question=element.question.in_language(lang),
            key=key,
            others=others,
            asks=Completes(sheet.id, element.id),
            explanation=_explain(gapped, key.text, because, language),
            source=self._source(element.source or sheet.source, lang),
            gapped=gapped,
            claims=_element_claims(sheet, element, gapped, (key, *others), language) if gapped else (),
            members=tuple(_member(sheet.elements[name], lang) for name in listed.members) if listed else (),
            whole=listed.complete if listed else False,
            name=listed.name.in_language(lang) if listed else "",
            typed=typed,
            card_sides=(element.question.in_language(lang), key.text) if recalled else ("", ""),
            forms=FORMS_OF_MEMBERS if listed else FORMS_OF_CONCEPTS,
            refused={} if element.flashcard else {"flashcard": "many-answers"},
        )

    def _sheet_claims(self, sheet: Sheet, language: Language) -> tuple[Claim, ...]:
        """Sentences about the concept as a whole: what its statements say, and what people wrongly believe of it."""
        lang = language.id
        holding = (
            replace(_true_claim(sheet, element, language), source=self._source(element.source or sheet.source, lang))
            for element in sheet.told
        )
        wrong = (_false_claim(sheet, item, lang) for item in sheet.misconceptions)
        return (*holding, *wrong)

    def _typed_term(self, sheet: Sheet, lang: str) -> TextEntry | None:
        """A name that another sheet has, too, is the answer to neither; a term that has one is not typed at all."""
        own, term = {sheet.id}, sheet.term.in_language(lang)
        accept = tuple(name for name in names_of(sheet) if self._bearers[plain(name)] == own)
        return TextEntry(term, accept, self._vocabulary.names) if self._bearers[plain(term)] == own else None

    def _typed_gap(self, element: Element, shown: str) -> TextEntry:
        """Whatever language somebody types in, the answer counts."""
        answers = (text for _, text in element.answer.by_language)
        accept = tuple(dict.fromkeys((*answers, *element.accept.everywhere())))
        return TextEntry(shown, accept, self._vocabulary.names)

    def _source(self, source_id: str, lang: str) -> str:
        source = self.knowledge.sources.get(source_id)
        return source.cite(lang) if source else source_id


def _member(element: Element, lang: str) -> Candidate:
    answers = (*(text for _, text in element.answer.by_language), *element.accept.everywhere())
    because = element.because.in_language(lang)
    return Candidate(element.id, element.answer.in_language(lang), because, accept=tuple(dict.fromkeys(answers)))


def _aloud(sheet: Sheet, language: Language) -> Aloud:
    """The sheet's own task, else its term in the frame that all share."""
    lang = language.id
    term = sheet.term.in_language(lang)
    return Aloud(
        task=sheet.explain_task.in_language(lang) if sheet.explain_task else language.frame("explain", term=term),
        definition=language.frame("row", entity=term, value=sheet.definition.in_language(lang)),
        points=_points(sheet, language),
    )


def _points(sheet: Sheet, language: Language) -> tuple[str, ...]:
    """What the sheet's statements say, in full."""
    lang = language.id
    full = (_gapped(element, language).replace(GAP, element.answer.in_language(lang)) for element in sheet.told)
    return tuple(language.spaced(sentence) for sentence in full)[:_MOST_POINTS]


def _gapped(element: Element, language: Language) -> str:
    if element.text is None:
        return ""
    before, _, after = split_gap(element.text.in_language(language.id))
    return f"{before}{GAP}{after}"


def _explain(gapped: str, answer: str, because: str, language: Language) -> str:
    """The statement and its reason; a reason alone says enough where there is no statement."""
    if not gapped:
        return because
    return language.joined(gapped.replace(GAP, answer), because)


def _explain_list(name: str, members: tuple[Candidate, ...], language: Language, *, whole: bool) -> str:
    """The list in a sentence, then what is so of each of its members."""
    rows = (language.frame("point", entity=each.text, value=each.because) for each in members)
    values = language.join([each.text for each in members])
    return language.joined(language.frame("listed-whole" if whole else "listed", name=name, values=values), *rows)


def _true_claim(sheet: Sheet, element: Element, language: Language) -> Claim:
    """What a statement of the sheet says; its reason explains it."""
    lang = language.id
    because = element.because.in_language(lang)
    key = Candidate(element.id, element.answer.in_language(lang), because)
    return _element_claims(sheet, element, _gapped(element, language), (key,), language)[0]


def _false_claim(sheet: Sheet, wrong: Misconception, lang: str) -> Claim:
    """What people wrongly believe; why it is wrong explains it."""
    because = wrong.because.in_language(lang)
    return Claim(wrong.id, wrong.claim.in_language(lang), False, because, Stated(sheet.id, wrong.id), because)


def _element_claims(
    sheet: Sheet, element: Element, gapped: str, candidates: tuple[Candidate, ...], language: Language
) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            id=candidate.id,
            text=language.spaced(gapped.replace(GAP, candidate.text)),
            holds=candidate.id == element.id,
            because=candidate.because,
            asks=Holds(sheet.id, element.id, candidate.text),
            explanation=candidate.because if candidate.id == element.id else "",
        )
        for candidate in candidates
    )
