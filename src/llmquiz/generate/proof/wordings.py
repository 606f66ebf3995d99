"""What the knowledge says in one language, written anew: names, values, facts as sentences, rows, lists.

The generator has its own hand for this; the two share the declared wordings and nothing else.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from llmquiz.core.predicates import CallCost, RatioOf
from llmquiz.core.text import Text, plain
from llmquiz.generate.proof.calls import amounts
from llmquiz.knowledge.catalogue import Attribute, Fact, Wording
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.sheets import Element, split_gap
from llmquiz.knowledge.values import Kind, Members, Value, When


class Wordings:
    """One body of knowledge in one language."""

    def __init__(self, knowledge: Knowledge, lang: str) -> None:
        self.knowledge, self.catalogue = knowledge, knowledge.catalogue
        self.lang, self.language = lang, knowledge.languages[lang]
        self._shown = lru_cache(maxsize=None)(self._show)
        self._stated = lru_cache(maxsize=None)(self._state)
        self._said = lru_cache(maxsize=4096)(self._say)
        self._month = lru_cache(maxsize=None)(self._write_month)

    # Facts

    def of(self, attribute: str) -> Wording:
        """How an attribute is worded."""
        return self.catalogue.attributes[attribute].wording[self.lang]

    def name(self, entity: str) -> str:
        """What an entity is called."""
        return self.catalogue.entities[entity].name.in_language(self.lang)

    def say(self, template: str, fact: Fact, value: str = "") -> str:
        """A wording with the fact's entity and edition, and `value`, filled in."""
        return self._said(template, fact.entity, fact.as_of, value)

    def filled(self, template: str, fact: Fact, **slots: str) -> str:
        """A wording with the fact's entity and edition, and further slots, filled in."""
        return self.language.fill(template, entity=self.name(fact.entity), as_of=self.edition(fact), **slots)

    def edition(self, fact: Fact) -> str:
        """The month, or the year, that a fact was read in."""
        return self._month(fact.as_of)

    def shown(self, fact: Fact) -> str:
        """A known fact's value as it is displayed."""
        return self._shown(fact.entity, fact.attribute)

    def value(self, value: Value, attribute: Attribute) -> str:
        """A value as it is displayed."""
        match value:
            case bool():
                return self.language.words["yes" if value else "no"]
            case Decimal():
                return self._number(value, attribute)
            case When():
                return self.language.date(value.at(attribute.precision) or value)
            case Text():
                return value.in_language(self.lang)
            case Members(ids):
                return self.language.join([self.value(each, attribute) for each in ids])
        return self.catalogue.value_names(attribute)[value].name.in_language(self.lang)

    def stated(self, fact: Fact) -> str:
        """A fact as a sentence."""
        return self._stated(fact.entity, fact.attribute)

    def told(self, sentence: str, fact: Fact) -> str:
        """A sentence about a fact, and what makes the fact hard to forget."""
        return self.language.joined(sentence, self.why(fact))

    def why(self, fact: Fact) -> str:
        """What makes a fact hard to forget; empty where nobody wrote it."""
        why = self.catalogue.why(fact)
        return why.in_language(self.lang) if why else ""

    def rows(self, facts: Iterable[Fact]) -> str:
        """Entities with their values, on one line."""
        rows = (self.row(self.name(fact.entity), self.shown(fact)) for fact in facts)
        return self.language.frame("compare", values=self.language.frames["between_rows"].join(rows))

    def row(self, name: str, value: str) -> str:
        """A name and what is so of it."""
        return self.language.frame("row", entity=name, value=value)

    def is_exact(self, pair: RatioOf, shown: str) -> bool:
        """Whether a displayed ratio is that of the pair itself, not rounded."""
        one, other = (self.catalogue.facts[name, pair.attribute].value for name in (pair.one, pair.other))
        return isinstance(one, Decimal) and isinstance(other, Decimal) and Decimal(shown) * other == one

    def ratio(self, pair: RatioOf, shown: str) -> str:
        """Which two entities have a displayed ratio, with their values."""
        one, other = (self.catalogue.facts[name, pair.attribute] for name in (pair.one, pair.other))
        return self.language.frame(
            "ratio-of" if self.is_exact(pair, shown) else "about-ratio-of",
            entity=self.name(pair.one),
            value=self.shown(one),
            other=self.name(pair.other),
            other_value=self.shown(other),
        )

    def listed(self, sheet: str, list_id: str) -> str:
        """A list in a sentence, then what is so of each of its members."""
        declared = self.knowledge.sheets[sheet]
        names = self.list_members(sheet, list_id)
        reasons = (declared.elements[each].because for each in declared.lists[list_id].members)
        points = (
            self.language.frame("point", entity=name, value=because.in_language(self.lang))
            for name, because in zip(names, reasons, strict=True)
        )
        values = self.language.join(names)
        frame = "listed-whole" if declared.lists[list_id].complete else "listed"
        return self.language.joined(
            self.language.frame(frame, name=self.list_name(sheet, list_id), values=values), *points
        )

    def call(self, call: CallCost) -> dict[str, str]:
        """The slots of a call's question and of its explanation."""
        found = amounts(call, self.catalogue)
        names = {"cost_in": "output-forgotten", "cost_out": "input-forgotten", "total": "total"}
        prices = {"price_in": call.price_in, "price_out": call.price_out}
        counts = {"in": call.tokens_in, "out": call.tokens_out}
        attribute = self.catalogue.attributes[call.price_in]
        return (
            {slot: self.shown(self.catalogue.facts[call.entity, name]) for slot, name in prices.items()}
            | {slot: self._number(found[name], attribute) for slot, name in names.items() if name in found}
            | {slot: self.language.number(Decimal(count)) for slot, count in counts.items()}
        )

    def _say(self, template: str, entity: str, as_of: str, value: str) -> str:
        return self.language.fill(template, entity=self.name(entity), as_of=self._month(as_of), value=value)

    def _write_month(self, as_of: str) -> str:
        parts = tuple(int(part) for part in as_of.split("-"))
        return self.language.date(When(parts[:2]))

    def _show(self, entity: str, attribute: str) -> str:
        value = self.catalogue.facts[entity, attribute].value
        assert value is not None
        return self.value(value, self.catalogue.attributes[attribute])

    def _state(self, entity: str, attribute: str) -> str:
        fact = self.catalogue.facts[entity, attribute]
        return self.say(self.of(attribute).statement, fact, self.shown(fact))

    def _number(self, value: Decimal, attribute: Attribute) -> str:
        if attribute.kind is Kind.MONEY:
            return self.language.amount(value, attribute.unit.in_language("en") if attribute.unit else "")
        return self.language.number(value, attribute.scale.in_language(self.lang) if attribute.scale else "plain")

    # Concepts

    def term(self, sheet: str) -> str:
        """What a sheet's concept is called."""
        return self.knowledge.sheets[sheet].term.in_language(self.lang)

    def sentence(self, element: Element) -> str:
        """A statement with its own answer in the gap; empty where it has none."""
        return filled(element.text).in_language(self.lang) if element.text else ""

    def list_name(self, sheet: str, list_id: str) -> str:
        """What a list of a sheet is called."""
        return self.knowledge.sheets[sheet].lists[list_id].name.in_language(self.lang)

    def list_members(self, sheet: str, list_id: str) -> list[str]:
        """What stands in a list of a sheet."""
        declared = self.knowledge.sheets[sheet]
        return [declared.elements[each].answer.in_language(self.lang) for each in declared.lists[list_id].members]

    def set_name(self, fact: Fact) -> str:
        """What a fact that is a set is called."""
        attribute = self.catalogue.attributes[fact.attribute].name.in_language(self.lang)
        return self.language.frame("of", entity=self.name(fact.entity), attribute=attribute)

    def outside(self, fact: Fact, shown: str) -> Iterator[str]:
        """What is so of something that is not in a fact that is a set: whose it is, else that it is not in it."""
        others = [other for other in self.catalogue.known_facts(fact.attribute) if other.entity != fact.entity]
        having = [other for other in others if plain(shown) in map(plain, self.set_members(other))]
        yield from (self.say(self.of(fact.attribute).member, other, shown) for other in having)
        if not having:
            yield self.language.joined(
                self.language.frame("absent", name=self.set_name(fact), value=shown),
                self.why_of(fact.attribute, shown),
            )

    def why_of(self, attribute: str, shown: str) -> str:
        """What is so of a declared value, by what it is called; empty where nobody wrote it."""
        declared = self.catalogue.value_names(self.catalogue.attributes[attribute]).values()
        whys = [each.why for each in declared if each.why and plain(each.name.in_language(self.lang)) == plain(shown)]
        return whys[0].in_language(self.lang) if whys else ""

    def set_members(self, fact: Fact) -> Iterator[str]:
        """What stands in a fact that is a set."""
        if isinstance(fact.value, Members):
            attribute = self.catalogue.attributes[fact.attribute]
            yield from (self.value(each, attribute) for each in fact.value.ids)


@lru_cache(maxsize=16_384)
def squeezed(text: str) -> str:
    """Without spaces: Chinese typography adds and drops them."""
    return "".join(text.split()).casefold()


def filled(statement: Text) -> Text:
    """A statement without the marks of its gap."""
    return Text(tuple((lang, "".join(split_gap(words))) for lang, words in statement.by_language))
