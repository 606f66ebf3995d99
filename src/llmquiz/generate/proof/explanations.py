"""What is told after the answer, and where it was read: written anew from what the item claims."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

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
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.wordings import Wordings
from llmquiz.knowledge.catalogue import Fact
from llmquiz.knowledge.sheets import Element
from llmquiz.knowledge.values import Members, When

Told = tuple[str, str]
"""An explanation, and the id of its source."""


class Explanations:
    """Everything that may be told after one item."""

    def __init__(self, item: Item, judge: Judge) -> None:
        self.item, self.judge = item, judge
        self.knowledge, self.catalogue = judge.knowledge, judge.catalogue
        self.words: Wordings = judge.words[item.lang]
        self.right = [option for option in item.options if option.right]

    def all(self) -> Iterator[Told]:
        """Each permitted explanation with its source."""
        match self.item.predicate:
            case ValueOf(entity, attribute):
                yield from self._told(self.catalogue.facts[entity, attribute])
            case EntityWith(attribute) | Negated(EntityWith(attribute)):
                cells = (self.catalogue.fact(option.id, attribute) for option in self.right)
                yield from (told for fact in cells if fact is not None and fact.known for told in self._told(fact))
            case Negated(MemberOf(entity, attribute)):
                yield from self._of_outsider(self.catalogue.facts[entity, attribute])
            case Claim(entity, attribute) if self._says_enough(self.catalogue.facts[entity, attribute]):
                fact = self.catalogue.facts[entity, attribute]
                yield self.words.why(fact), fact.source
            case MemberOf(entity, attribute) | Claim(entity, attribute):
                fact = self.catalogue.facts[entity, attribute]
                yield from self._told(fact)
                yield from self._of_members(fact)
            case Extreme(attribute) | InOrder(attribute) | Pairs(attribute):
                yield from self._of_scope(attribute)
            case CallCost() as call:
                yield from self._of_call(call)
            case RatioOf() as ratio:
                yield from self._of_ratio(ratio)
            case _:
                yield from self._of_sheet()

    # Facts

    def _told(self, fact: Fact) -> Iterator[Told]:
        """The fact in a sentence, and what makes it stick."""
        stated = self.words.stated(fact)
        yield stated, fact.source
        yield self.words.told(stated, fact), fact.source

    def _says_enough(self, fact: Fact) -> bool:
        """Whether the statement that is shown holds, and says all that the fact does: its reason is left to tell."""
        is_whole = isinstance(fact.value, Members) and fact.value.complete
        return any(option.id == "right" for option in self.right) and not is_whole and bool(self.words.why(fact))

    def _of_members(self, fact: Fact) -> Iterator[Told]:
        """Of what may not be all there is, one member in a sentence: of a choice, the one that is right."""
        if not isinstance(fact.value, Members) or fact.value.complete or not self.words.of(fact.attribute).member:
            return
        named = [option.text for option in self.right] if isinstance(self.item.predicate, MemberOf) else []
        for text in named or self.words.set_members(fact):
            sentence = self.words.say(self.words.of(fact.attribute).member, fact, text)
            yield self.words.told(sentence, fact), fact.source

    def _of_outsider(self, fact: Fact) -> Iterator[Told]:
        """The set, then what is so of the one that is not in it."""
        sentences = (each for option in self.right for each in self.words.outside(fact, option.text))
        for sentence in sentences:
            yield self.words.language.joined(self.words.told(self.words.stated(fact), fact), sentence), fact.source

    def _of_scope(self, attribute: str) -> Iterator[Told]:
        """Everything that is shown with its value: ascending, or in the order of the pairs."""
        cells = (self.catalogue.fact(option.id, attribute) for option in self.item.shown)
        facts = [fact for fact in cells if fact is not None and fact.known]
        paired = isinstance(self.item.predicate, Pairs)
        for order in permutations(facts) if paired else [sorted(facts, key=_rank)]:
            rows = self.words.rows(order)
            yield from ((self._of_pair(rows, fact) if paired else rows, fact.source) for fact in facts)

    def _of_pair(self, rows: str, fact: Fact) -> str:
        """All pairs, then one of them with what makes it stick."""
        return self.words.language.joined(rows, self.words.told(self.words.stated(fact), fact))

    def _of_call(self, call: CallCost) -> Iterator[Told]:
        costing, fact = (
            self.catalogue.attributes[call.price_in].call_cost,
            self.catalogue.facts[call.entity, call.price_in],
        )
        if costing is not None:
            explanation = costing.explanation.in_language(self.item.lang)
            yield self.words.filled(explanation, fact, **self.words.call(call)), fact.source

    def _of_ratio(self, ratio: RatioOf) -> Iterator[Told]:
        one, other = (self.catalogue.facts[name, ratio.attribute] for name in (ratio.one, ratio.other))
        for option in self.right:
            rows = self.words.rows([other, one])
            frame = "times" if self.words.is_exact(ratio, option.text) else "about-times"
            yield self.words.language.frame(frame, rows=rows, ratio=option.text), one.source

    # Concepts

    def _of_sheet(self) -> Iterator[Told]:
        match self.item.predicate:
            case Completes(name, element):
                yield self._of_element(self.knowledge.sheets[name].elements[element])
            case Holds(name, element):
                declared = self.knowledge.sheets[name].elements[element]
                if not any(option.id == "right" for option in self.right):
                    yield self._of_element(declared)
                else:
                    yield declared.because.in_language(self.item.lang), declared.source
            case Names(name):
                sheet = self.knowledge.sheets[name]
                yield sheet.explanation.in_language(self.item.lang), sheet.source
            case Stated(name, misconception):
                sheet = self.knowledge.sheets[name]
                wrong = {each.id: each.because for each in sheet.misconceptions}
                yield wrong[misconception].in_language(self.item.lang), sheet.source
            case Stands(name):
                sheet = self.knowledge.sheets[name]
                chosen = (sheet.elements[option.id] for option in self.right if option.id in sheet.elements)
                yield from ((element.because.in_language(self.item.lang), element.source) for element in chosen)
            case ListedIn(name, list_id):
                yield self.words.listed(name, list_id), self._list_source(name, list_id)
            case Negated(ListedIn(name, list_id)):
                outside = {each.id: each.because for each in self.knowledge.sheets[name].lists[list_id].outside}
                reasons = (outside[option.id] for option in self.right if option.id in outside)
                yield from ((each.in_language(self.item.lang), self._list_source(name, list_id)) for each in reasons)

    def _of_element(self, element: Element) -> Told:
        """The whole statement, and why it is so."""
        because = element.because.in_language(self.item.lang)
        return self.words.language.joined(self.words.sentence(element), because), element.source

    def _list_source(self, sheet: str, list_id: str) -> str:
        return self.knowledge.sheets[sheet].lists[list_id].source


def _rank(fact: Fact) -> Decimal | When:
    assert isinstance(fact.value, Decimal | When)
    return fact.value
