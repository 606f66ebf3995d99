"""The stems an item may have, written anew from the knowledge's own wordings: what the stem asks is what is claimed.

A stem that says anything else, about another entity, value, edition or concept, is no stem of the item.
"""

from collections.abc import Iterator, Mapping

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
    RatioOf,
    Stands,
    Stated,
    ValueOf,
)
from llmquiz.generate.proof.displays import Displays
from llmquiz.generate.proof.wordings import Wordings, squeezed
from llmquiz.knowledge.catalogue import Attribute, Fact, Skill
from llmquiz.knowledge.sheets import Sheet, split_gap
from llmquiz.knowledge.values import Kind, Members


class Stems:
    """The permitted stems of items over one body of knowledge."""

    def __init__(self, words: Mapping[str, Wordings], displays: Displays) -> None:
        self._words, self._displays = words, displays

    def permits(self, item: Item) -> bool:
        """Whether the item's stem is one that its predicate and form can have."""
        return any(squeezed(stem) == squeezed(item.stem) for stem in self.of(item))

    def of(self, item: Item) -> Iterator[str]:
        """Every stem that says what the item claims."""
        return _Writing(self._words[item.lang], self._displays, item).stems()


class _Writing:
    """One item: its language, its predicate, and what can be said of them."""

    def __init__(self, words: Wordings, displays: Displays, item: Item) -> None:
        self.words, self.displays, self.item = words, displays, item
        self.knowledge, self.catalogue, self.language = words.knowledge, words.catalogue, words.language

    def stems(self) -> Iterator[str]:
        """Every stem that says what the predicate claims."""
        match self.item.predicate:
            case ValueOf(entity, attribute):
                yield from self._of_value(entity, attribute)
            case EntityWith(attribute, value):
                yield from self._of_entity(attribute, value, "entity")
            case MemberOf(entity, attribute):
                yield from self._of_set(entity, attribute)
            case Claim(entity, attribute, value):
                yield from self._of_claim(entity, attribute, value)
            case Negated(EntityWith(attribute, value)):
                yield from self._of_entity(attribute, value, "not_entity")
            case Negated(MemberOf(entity, attribute)):
                yield self.words.say(self.words.of(attribute).not_member, self.catalogue.facts[entity, attribute])
            case Negated(ListedIn(sheet, list_id)):
                yield self.language.frame("which-is-not", name=self.words.list_name(sheet, list_id))
            case Extreme() | RatioOf() | InOrder() | Pairs() | CallCost():
                yield from self._of_skill()
            case _:
                yield from self._of_concept()

    # Facts

    def _of_value(self, entity: str, attribute: str) -> Iterator[str]:
        fact, wording = self.catalogue.facts[entity, attribute], self.words.of(attribute)
        yield self.words.say(wording.value, fact)
        declared = self.catalogue.attributes[attribute]
        hint = self.language.frames[f"gap-{declared.precision}"] if declared.kind is Kind.DATE else ""
        statement = self.words.say(wording.statement, fact, self.language.gap)
        yield self.language.frame("cloze", statement=statement) + hint

    def _of_entity(self, attribute: str, value: str, way: str) -> Iterator[str]:
        """In the edition of whichever shown entity is right, or (for a negative) of those that are not."""
        for fact in self._shown_cells(attribute):
            yield self.words.say(getattr(self.words.of(attribute), way), fact, value)

    def _of_set(self, entity: str, attribute: str) -> Iterator[str]:
        fact, wording = self.catalogue.facts[entity, attribute], self.words.of(attribute)
        yield self.words.say(wording.member_question, fact)
        yield self.language.frame("choose-all", question=self.words.say(wording.value, fact))
        if isinstance(fact.value, Members):
            yield from self._of_members(self.words.set_name(fact), list(self.words.set_members(fact)))

    def _of_members(self, name: str, members: list[str]) -> Iterator[str]:
        """All of a list, or all but the one that is right."""
        yield self.language.frame("recall", name=name, count=str(len(members)))
        right = {option.text for option in self.item.options if option.right}
        yield self.language.frame(
            "missing", name=name, shown=self.language.join([text for text in members if text not in right])
        )

    def _of_claim(self, entity: str, attribute: str, value: str) -> Iterator[str]:
        wording, fact = self.words.of(attribute), self.catalogue.facts[entity, attribute]
        for template in (wording.statement, wording.member):
            yield self.language.frame("true-false", statement=self.words.say(template, fact, value))

    def _of_skill(self) -> Iterator[str]:
        predicate = self.item.predicate
        if isinstance(predicate, CallCost):
            yield from self._of_call(predicate)
            return
        assert isinstance(predicate, Extreme | RatioOf | InOrder | Pairs)
        attribute = self.catalogue.attributes[predicate.attribute]
        match predicate:
            case Extreme(sign=sign) if attribute.compare:
                asked = (attribute.compare.most if sign > 0 else attribute.compare.least).in_language(self.item.lang)
                yield from (self.words.filled(asked, fact) for fact in self._shown_cells(attribute.id))
            case RatioOf(one=one, other=other) if attribute.ratio:
                fact = self.catalogue.facts[one, attribute.id]
                question = attribute.ratio.question.in_language(self.item.lang)
                asked = self.words.filled(question, fact, other=self.words.name(other))
                for right in (option.text for option in self.item.options if option.right):
                    exactly = self.words.is_exact(predicate, right)
                    yield asked if exactly else self.language.frame("rounded", question=asked)
            case _:
                yield from self._of_arrangement(attribute)

    def _of_arrangement(self, attribute: Attribute) -> Iterator[str]:
        skill: Skill | None = attribute.order if isinstance(self.item.predicate, InOrder) else attribute.match
        if skill is not None:
            question = skill.question.in_language(self.item.lang)
            yield from (self.words.filled(question, fact) for fact in self._shown_cells(attribute.id))

    def _of_call(self, call: CallCost) -> Iterator[str]:
        costing = self.catalogue.attributes[call.price_in].call_cost
        fact = self.catalogue.facts[call.entity, call.price_in]
        if costing is None:
            return
        yield self.words.filled(costing.question.in_language(self.item.lang), fact, **self.words.call(call))

    # Concepts

    def _of_concept(self) -> Iterator[str]:
        lang, language = self.item.lang, self.language
        match self.item.predicate:
            case Completes(sheet, element):
                yield from self._of_element(sheet, element)
            case Names(sheet):
                yield self.knowledge.sheets[sheet].definition_question.in_language(lang)
                yield self._of_explaining(self.knowledge.sheets[sheet])
            case Holds(sheet, element, filler):
                text = self.knowledge.sheets[sheet].elements[element].text
                before, _, after = split_gap(text.in_language(lang)) if text else ("", "", "")
                yield language.frame("true-false", statement=f"{before}{filler}{after}")
            case Stated(sheet, misconception):
                claims = {each.id: each.claim for each in self.knowledge.sheets[sheet].misconceptions}
                yield language.frame("true-false", statement=claims[misconception].in_language(lang))
            case Stands():
                yield language.frames["right-statement"]
            case ListedIn(sheet, list_id):
                name = self.words.list_name(sheet, list_id)
                yield language.frame("choose-all", question=language.frame("which-are", name=name))
                yield from self._of_members(name, self.words.list_members(sheet, list_id))

    def _of_explaining(self, sheet: Sheet) -> str:
        """A task that the sheet gives takes the place of the frame."""
        if sheet.explain_task is not None:
            return sheet.explain_task.in_language(self.item.lang)
        return self.language.frame("explain", term=sheet.term.in_language(self.item.lang))

    def _of_element(self, sheet: str, element: str) -> Iterator[str]:
        declared = self.knowledge.sheets[sheet].elements[element]
        yield declared.question.in_language(self.item.lang)
        if declared.text is not None:
            before, _, after = split_gap(declared.text.in_language(self.item.lang))
            yield self.language.frame("cloze", statement=f"{before}{self.language.gap}{after}")
        if declared.list_id:
            name = self.words.list_name(sheet, declared.list_id)
            yield from self._of_members(name, self.words.list_members(sheet, declared.list_id))

    def _shown_cells(self, attribute: str) -> Iterator[Fact]:
        """The cells of everything that is shown: their edition is the stem's."""
        shown = [option.text for option in self.item.shown]
        for entity in {entity for text in shown for entity in self.displays.entities(text)}:
            fact = self.catalogue.fact(entity, attribute)
            if fact is not None:
                yield fact
