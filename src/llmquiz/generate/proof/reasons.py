"""The reason beside each option, written anew: what is so of that option, and of no other that is shown."""

from collections.abc import Iterable, Iterator

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
    Predicate,
    RatioOf,
    Stands,
    Stated,
    ValueOf,
)
from llmquiz.core.responses import Option
from llmquiz.core.text import Text, plain
from llmquiz.generate.proof.calls import TOTAL
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.wordings import Wordings
from llmquiz.knowledge.catalogue import Fact
from llmquiz.knowledge.values import Members


class Reasons:
    """Every reason that the options of one item may have."""

    def __init__(self, item: Item, judge: Judge) -> None:
        self.item, self.judge = item, judge
        self.knowledge, self.catalogue = judge.knowledge, judge.catalogue
        self.words: Wordings = judge.words[item.lang]

    def of(self, option: Option) -> Iterator[str]:
        """What may stand beside `option`."""
        match self.item.predicate:
            case Claim(entity, attribute, value):
                yield from self._of_claim(self.catalogue.facts[entity, attribute], value)
            case Holds(sheet, element, filler):
                yield from self._of_filler(sheet, element, filler)
            case Stated(sheet, misconception):
                yield self._text(self._misconceptions(sheet)[misconception])
            case Negated(of):
                yield from self._of_option(of, option, not option.right)
            case Pairs(attribute) if option not in self.item.shown[: len(self.item.shown) // 2]:
                yield from self._having(attribute, option.text)
            case asks if asks is not None:
                yield from self._of_option(asks, option, option.right)

    def _of_option(self, asks: Predicate, option: Option, inside: bool) -> Iterator[str]:
        match asks:
            case EntityWith(attribute) | InOrder(attribute) | Pairs(attribute):
                yield from self._told(self.catalogue.fact(option.id, attribute))
            case Extreme(attribute):
                yield self._rows(attribute, option.id)
            case ValueOf(entity, attribute):
                yield from self._of_value(self.catalogue.facts[entity, attribute], option)
            case MemberOf(entity, attribute):
                yield from self._of_member(self.catalogue.facts[entity, attribute], option, inside)
            case CallCost():
                yield self._of_cost(asks, option)
            case RatioOf(attribute):
                one, _, other = option.id.partition("/")
                yield from self._of_ratio(RatioOf(attribute, one, other), option)
            case _:
                yield from self._of_sheet(asks, option)

    # Facts

    def _told(self, fact: Fact | None) -> Iterator[str]:
        if fact is not None and fact.known:
            yield self.words.stated(fact)
            yield self.words.told(self.words.stated(fact), fact)

    def _rows(self, attribute: str, *entities: str) -> str:
        """Entities with their values; of what is no such entity, nothing can be said."""
        facts = [self.catalogue.fact(entity, attribute) for entity in entities]
        known = [fact for fact in facts if fact is not None and fact.known]
        return self.words.rows(known) if len(known) == len(facts) else ""

    def _of_ratio(self, pair: RatioOf, option: Option) -> Iterator[str]:
        """Whose ratio it is, said to be rounded where it is."""
        if self._rows(pair.attribute, pair.one, pair.other):
            yield self.words.ratio(pair, option.text)

    def _having(self, attribute: str, shown: str) -> list[str]:
        """What is so of everything that has the displayed value."""
        facts = self.catalogue.known_facts(attribute)
        having = (fact for fact in facts if plain(self.words.shown(fact)) == plain(shown))
        return [sentence for fact in having for sentence in self._told(fact)]

    def _of_value(self, fact: Fact, option: Option) -> Iterable[str]:
        """The right one by the fact itself, a wrong one by whose value it is; nobody's by what it is, else the fact."""
        if option.right:
            return self._told(fact)
        nobodys = self.words.why_of(fact.attribute, option.text)
        return self._having(fact.attribute, option.text) or ([nobodys] if nobodys else self._told(fact))

    def _of_member(self, fact: Fact, option: Option, inside: bool) -> Iterator[str]:
        """The one member in a sentence, alone or with what makes it stick; of what is outside, whose it is."""
        if inside:
            sentence = self.words.say(self.words.of(fact.attribute).member, fact, option.text)
            yield sentence
            yield self.words.told(sentence, fact)
        else:
            yield from self.words.outside(fact, option.text)

    def _of_claim(self, fact: Fact, value: str) -> Iterator[str]:
        """Nothing where the sentence holds: the explanation says it. Else whose the value is, or what is so."""
        if any(option.right and option.id == "right" for option in self.item.options):
            yield ""
            return
        if isinstance(fact.value, Members):
            yield from self.words.outside(fact, value)
        else:
            yield from self._having(fact.attribute, value)
            yield from self._told(fact)

    def _of_cost(self, call: CallCost, option: Option) -> str:
        """The sum, or the name of the mistake."""
        costing = self.catalogue.attributes[call.price_in].call_cost
        if option.id != TOTAL or costing is None:
            return self.words.language.frames.get(option.id, "")
        fact = self.catalogue.facts[call.entity, call.price_in]
        return self.words.filled(costing.explanation.in_language(self.item.lang), fact, **self.words.call(call))

    # Concepts

    def _of_sheet(self, asks: Predicate, option: Option) -> Iterator[str]:
        match asks:
            case Completes(sheet, name):
                element = self.knowledge.sheets[sheet].elements[name]
                wrong = {each.id: each.because for each in element.wrong}
                yield self._text(element.because if option.right else wrong.get(option.id))
            case Names():
                named = self.knowledge.sheets.get(option.id)
                yield named.definition.in_language(self.item.lang) if named else ""
            case ListedIn(sheet, list_id):
                declared, listed = self.knowledge.sheets[sheet], self.knowledge.sheets[sheet].lists[list_id]
                outside = {each.id: each.because for each in listed.outside}
                members = {name: declared.elements[name].because for name in listed.members}
                yield self._text((outside | members).get(option.id))
            case Stands(sheet):
                reasons = self._elements(sheet) if option.right else self._misconceptions(sheet)
                yield self._text(reasons.get(option.id))

    def _of_filler(self, sheet: str, element: str, filler: str) -> Iterator[str]:
        declared = self.knowledge.sheets[sheet].elements[element]
        fillers = [(each.text, each.because) for each in declared.wrong]
        for text, because in (*fillers, (declared.answer, declared.because)):
            if plain(text.in_language(self.item.lang)) == plain(filler):
                yield self._text(because)

    def _elements(self, sheet: str) -> dict[str, Text]:
        return {each.id: each.because for each in self.knowledge.sheets[sheet].elements.values()}

    def _misconceptions(self, sheet: str) -> dict[str, Text]:
        return {each.id: each.because for each in self.knowledge.sheets[sheet].misconceptions}

    def _text(self, text: Text | None) -> str:
        return text.in_language(self.item.lang) if text else ""
