"""What an item claims, judged option by option from the displayed strings alone."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from llmquiz.core.items import Item
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import (
    CallCost,
    Claim,
    Completes,
    EntityWith,
    Extreme,
    Holds,
    ListedIn,
    MemberOf,
    Names,
    Negated,
    RatioOf,
    Stands,
    Stated,
    ValueOf,
)
from llmquiz.core.text import plain
from llmquiz.generate.proof.displays import Displays, read_date, word_means
from llmquiz.generate.proof.truth import Truth, holds, strictly_apart
from llmquiz.knowledge.catalogue import Attribute, Fact
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import Sheet, split_gap
from llmquiz.knowledge.values import When

_RATIO_EXACT, _RATIO_WRONG = Decimal("0.03"), Decimal("0.10")
_COST_TOLERANCE = Decimal("0.01")


class Judge:
    """Evaluates predicates over one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.catalogue = knowledge.catalogue
        self.displays = Displays(knowledge.catalogue)

    def truth(self, item: Item, shown: str) -> Truth:
        """Whether the displayed answer `shown` is right for `item`: True, False, or None for unknown."""
        language = self.knowledge.languages[item.lang]
        match item.predicate:
            case ValueOf(entity, attribute) | MemberOf(entity, attribute):
                return self._value(item, entity, attribute, shown, language)
            case EntityWith(attribute, value):
                return self._entity(item, attribute, value, shown, language)
            case Claim(entity, attribute, value):
                return _agrees(self._value(item, entity, attribute, value, language), shown, language)
            case Extreme(attribute, sign):
                return self._extreme(item, attribute, sign, shown)
            case CallCost():
                return self._cost(item, item.predicate, shown)
            case Completes(sheet, element):
                return self._completes(sheet, element, shown, language)
            case Names(sheet):
                return self._names(self.knowledge.sheets[sheet], shown, language)
            case Holds(sheet, element, filler):
                return _agrees(self._filled(item, sheet, element, filler, language), shown, language)
            case ListedIn(sheet, list_id):
                return self._listed(sheet, list_id, shown, language)
            case Stands(sheet):
                return self._stands(self.knowledge.sheets[sheet], shown, language)
            case RatioOf():
                return self._ratio(item, item.predicate, shown)
            case Negated(of):
                inner = self.truth(replace(item, predicate=of), shown)
                return None if inner is None else not inner
            case Stated(sheet, misconception):
                return _agrees(self._stated(item, sheet, misconception, language), shown, language)
        return None

    # Facts

    def _value(self, item: Item, entity: str, attribute: str, shown: str, language: Language) -> Truth:
        declared = self.catalogue.attributes[attribute]
        name = self.catalogue.entities[entity].name.in_language(language.id)
        if plain(name) not in plain(item.stem):
            return None
        value = self.displays.read(shown, declared, language)
        return holds(self.catalogue, entity, declared, value, _edition(item, declared, language))

    def _entity(self, item: Item, attribute: str, value: str, shown: str, language: Language) -> Truth:
        declared = self.catalogue.attributes[attribute]
        if value not in item.stem:
            return None
        asked = self.displays.read(value, declared, language)
        edition = _edition(item, declared, language)
        return _united(
            holds(self.catalogue, entity, declared, asked, edition) for entity in self.displays.entities(shown)
        )

    def _extreme(self, item: Item, attribute: str, sign: int, shown: str) -> Truth:
        """Strict among what is shown: an unknown value or a tie anywhere makes it unknown."""
        declared = self.catalogue.attributes[attribute]
        facts = {option.text: self._cell(option.text, attribute) for option in item.options}
        own = facts.get(shown)
        if own is None:
            return None
        beaten = []
        for text, fact in facts.items():
            if text != shown:
                if fact is None or (fact.as_of != own.as_of and declared.volatile):
                    return None
                beaten.append(_beats(own, fact, declared, sign))
        return None if None in beaten else all(beaten)

    def _cell(self, name: str, attribute: str) -> Fact | None:
        cells = [self.catalogue.fact(entity, attribute) for entity in self.displays.entities(name)]
        known = [cell for cell in cells if cell is not None and cell.known]
        return known[0] if len(known) == 1 else None

    def _cost(self, item: Item, call: CallCost, shown: str) -> Truth:
        language = self.knowledge.languages[item.lang]
        amounts = [self.catalogue.fact(call.entity, name) for name in (call.price_in, call.price_out)]
        values = [fact.value for fact in amounts if fact is not None and fact.known]
        read = self.displays.read(shown, self.catalogue.attributes[call.price_in], language)
        if len(values) != 2 or not isinstance(read, Decimal) or not self._states_call(item, call, language):
            return None
        price_in, price_out = values
        assert isinstance(price_in, Decimal)
        assert isinstance(price_out, Decimal)
        total = (price_in * call.tokens_in + price_out * call.tokens_out) / call.per
        if read == total:
            return True
        return False if abs(read - total) > 2 * _COST_TOLERANCE * total else None

    def _states_call(self, item: Item, call: CallCost, language: Language) -> bool:
        """Whether the stem names the entity, both token counts and the edition of the prices."""
        name = self.catalogue.entities[call.entity].name.in_language(language.id)
        counts = (language.number(Decimal(count)) for count in (call.tokens_in, call.tokens_out))
        return plain(name) in plain(item.stem) and all(count in item.stem for count in counts)

    # Concepts

    def _completes(self, sheet: str, element: str, shown: str, language: Language) -> Truth:
        declared = self.knowledge.sheets[sheet].elements[element]
        if plain(shown) == plain(declared.answer.in_language(language.id)):
            return True
        wrong = {plain(item.text.in_language(language.id)) for item in declared.wrong}
        return False if plain(shown) in wrong else None

    def _listed(self, sheet: str, list_id: str, shown: str, language: Language) -> Truth:
        """In the list, among its known outsiders, or neither."""
        declared = self.knowledge.sheets[sheet]
        listed = declared.lists[list_id]
        members = {plain(declared.elements[name].answer.in_language(language.id)) for name in listed.members}
        outside = {plain(each.text.in_language(language.id)) for each in listed.outside}
        if plain(shown) in members & outside:
            return None
        return True if plain(shown) in members else (False if plain(shown) in outside else None)

    def _stands(self, sheet: Sheet, shown: str, language: Language) -> Truth:
        """A statement with its own answer in the gap, or a declared misconception."""
        statements = (
            text.in_language(language.id) for text in (element.text for element in sheet.elements.values()) if text
        )
        if any(_squeezed("".join(split_gap(statement))) == _squeezed(shown) for statement in statements):
            return True
        wrong = {_squeezed(each.claim.in_language(language.id)) for each in sheet.misconceptions}
        return False if _squeezed(shown) in wrong else None

    def _ratio(self, item: Item, ratio: RatioOf, shown: str) -> Truth:
        """How many times as much; right to the digits that are shown, wrong beyond a tenth."""
        names = (self.catalogue.entities[name].name.in_language(item.lang) for name in (ratio.one, ratio.other))
        facts = [self.catalogue.fact(name, ratio.attribute) for name in (ratio.one, ratio.other)]
        values = [fact.value for fact in facts if fact is not None and fact.known]
        says = parse_number(shown)
        if says is None or len(values) != len(facts) or not all(plain(name) in plain(item.stem) for name in names):
            return None
        one, other = values
        assert isinstance(one, Decimal)
        assert isinstance(other, Decimal)
        off = abs(says - one / other) / (one / other)
        return True if off <= _RATIO_EXACT else (False if off > _RATIO_WRONG else None)

    def _names(self, sheet: Sheet, shown: str, language: Language) -> Truth:
        if plain(shown) == plain(sheet.term.in_language(language.id)):
            return True
        disjoint = (self.knowledge.sheets[name] for name in sheet.disjoint if name in self.knowledge.sheets)
        return False if plain(shown) in {plain(each.term.in_language(language.id)) for each in disjoint} else None

    def _filled(self, item: Item, sheet: str, element: str, filler: str, language: Language) -> Truth:
        text = self.knowledge.sheets[sheet].elements[element].text
        if text is None:
            return None
        before, _, after = split_gap(text.in_language(language.id))
        if _squeezed(before + filler + after) not in _squeezed(item.stem):
            return None
        return self._completes(sheet, element, filler, language)

    def _stated(self, item: Item, sheet: str, misconception: str, language: Language) -> Truth:
        claims = {each.id: each.claim for each in self.knowledge.sheets[sheet].misconceptions}
        claim = claims.get(misconception)
        return False if claim and _squeezed(claim.in_language(language.id)) in _squeezed(item.stem) else None


def _united(truths: Iterable[Truth]) -> Truth:
    """What is true of everything that a name may stand for; unknown where they differ, or where it is nobody's name."""
    found = set(truths)
    return found.pop() if len(found) == 1 else None


def _agrees(truth: Truth, shown: str, language: Language) -> Truth:
    """Whether the option "true" or "false" says what is so."""
    says = word_means(shown, language.words)
    return None if truth is None or says is None else says is truth


def _beats(one: Fact, other: Fact, attribute: Attribute, sign: int) -> Truth:
    if not strictly_apart(one, other, attribute):
        return None
    if isinstance(one.value, Decimal) and isinstance(other.value, Decimal):
        return (one.value > other.value) == (sign > 0)
    assert isinstance(one.value, When)
    assert isinstance(other.value, When)
    return (one.value > other.value) == (sign > 0)


def _edition(item: Item, attribute: Attribute, language: Language) -> str:
    """The month that the stem of a volatile question names; a word that no edition has where it names none."""
    if not attribute.volatile:
        return ""
    when = read_date(item.stem, language)
    return str(when) if when is not None and len(when.parts) > 1 else "no edition"


def _squeezed(text: str) -> str:
    """Without spaces: Chinese typography adds and drops them."""
    return "".join(text.split()).casefold()
