"""Facts judged: predicates about entities and attributes, from displayed strings, over the whole catalogue."""

from collections.abc import Iterable
from decimal import Decimal

from llmquiz.core.items import Item
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import CallCost, Claim, EntityWith, Extreme, MemberOf, RatioOf, ValueOf
from llmquiz.core.text import plain
from llmquiz.generate.proof.calls import TOTAL, amounts
from llmquiz.generate.proof.displays import Displays, agrees, read_date
from llmquiz.generate.proof.truth import Truth, holds, strictly_apart
from llmquiz.knowledge.catalogue import Attribute, Fact
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import When

_COST_TOLERANCE = Decimal("0.01")
_RATIO_EXACT, _RATIO_WRONG = Decimal("0.03"), Decimal("0.10")

FactPredicate = ValueOf | EntityWith | MemberOf | Claim | Extreme | CallCost | RatioOf


class FactJudge:
    """Evaluates predicates over one catalogue."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.catalogue = knowledge.catalogue
        self.displays = Displays(knowledge.catalogue)

    def truth(self, predicate: FactPredicate, item: Item, shown: str) -> Truth:
        """Whether the displayed answer is right: True, False, or None for unknown."""
        language = self.knowledge.languages[item.lang]
        match predicate:
            case ValueOf(entity, attribute) | MemberOf(entity, attribute):
                return self._value(item, entity, attribute, shown, language)
            case EntityWith(attribute, value):
                return self._entity(item, attribute, value, shown, language)
            case Claim(entity, attribute, value):
                return agrees(self._value(item, entity, attribute, value, language), shown, language)
            case Extreme(attribute, sign):
                return self._extreme(item, attribute, sign, shown)
            case CallCost():
                return self._cost(item, predicate, shown)
            case RatioOf():
                return self._ratio(item, predicate, shown)

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
        found = amounts(call, self.catalogue)
        read = self.displays.read(shown, self.catalogue.attributes[call.price_in], language)
        if not found or not isinstance(read, Decimal) or not self._states_call(item, call, language):
            return None
        total = found[TOTAL]
        if read == total:
            return True
        return False if abs(read - total) > 2 * _COST_TOLERANCE * total else None

    def _states_call(self, item: Item, call: CallCost, language: Language) -> bool:
        """Whether the stem names the entity, both token counts and the edition of the prices."""
        name = self.catalogue.entities[call.entity].name.in_language(language.id)
        counts = (language.number(Decimal(count)) for count in (call.tokens_in, call.tokens_out))
        return plain(name) in plain(item.stem) and all(count in item.stem for count in counts)

    def _ratio(self, item: Item, ratio: RatioOf, shown: str) -> Truth:
        """Of the two that the stem names."""
        names = (self.catalogue.entities[name].name.in_language(item.lang) for name in (ratio.one, ratio.other))
        return self.ratio(ratio, shown) if all(plain(name) in plain(item.stem) for name in names) else None

    def ratio(self, ratio: RatioOf, shown: str) -> Truth:
        """How many times as much; right to the digits that are shown, wrong beyond a tenth."""
        facts = [self.catalogue.fact(name, ratio.attribute) for name in (ratio.one, ratio.other)]
        values = [fact.value for fact in facts if fact is not None and fact.known and not fact.also]
        says = parse_number(shown)
        if says is None or len(values) != len(facts):
            return None
        one, other = values
        assert isinstance(one, Decimal)
        assert isinstance(other, Decimal)
        off = abs(says - one / other) / (one / other)
        return True if off <= _RATIO_EXACT else (False if off > _RATIO_WRONG else None)


def _united(truths: Iterable[Truth]) -> Truth:
    """What is true of everything that a name may stand for; unknown where they differ, or where it is nobody's name."""
    found = set(truths)
    return found.pop() if len(found) == 1 else None


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
