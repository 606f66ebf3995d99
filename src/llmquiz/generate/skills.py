"""Skill cards to prompts: fresh numbers and a fresh scope for every seed.

They touch several facts and rate none of them. A comparison is always scoped to what is shown, and strict: a tie or an
unknown value gives no prompt.
"""

from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal

from llmquiz.core.hashing import by_rank, draw
from llmquiz.core.predicates import CallCost, Extreme
from llmquiz.core.text import Text
from llmquiz.generate.clang import readable_from
from llmquiz.generate.prompts import Candidate, Order, Prompt, distinct
from llmquiz.generate.showing import currency, month_of, order_of, show
from llmquiz.knowledge.catalogue import Attribute, CallCosting, Comparison, Fact
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import When

COMPARE, COST = "compare", "cost"
SCOPE = 4
"""How many entities a comparison shows."""
_MARGIN = Decimal("0.05")
_GRID_IN = tuple(
    Decimal(thousands) * 1000 for thousands in (2, 4, 5, 8, 10, 12, 15, 20, 25, 40, 50, 60, 80, 100, 120, 200)
)
_GRID_OUT = tuple(Decimal(thousands) * 1000 for thousands in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20))
_DIGITS = 3
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class SkillCard:
    """A way of combining facts of one attribute."""

    key: str
    form: str
    attribute: str


class SkillPrompts:
    """Makes the prompts of skill cards from one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.catalogue = knowledge.catalogue

    def prompt(self, card: SkillCard, lang: str, seed: int, known: Container[str] | None = None) -> Prompt | None:
        """A prompt with numbers drawn by `seed`, from the entities in `known` alone (None: from all)."""
        attribute = self.catalogue.attributes[card.attribute]
        language = self.knowledge.languages[lang]
        facts = [fact for fact in self._comparable(attribute, language) if known is None or fact.entity in known]
        if card.form == COMPARE and attribute.compare:
            return self._compare(card, attribute, attribute.compare, language, facts, seed)
        if card.form == COST and attribute.call_cost:
            return self._cost(card, attribute, attribute.call_cost, language, seed)
        return None

    # Compare

    def _comparable(self, attribute: Attribute, language: Language) -> list[Fact]:
        """Known facts whose value does not stand in the entity's name."""
        return [
            fact
            for fact in self.catalogue.known_facts(attribute.id)
            if not readable_from(self._name(fact, language), self._value(fact, attribute, language))
        ]

    def _value(self, fact: Fact, attribute: Attribute, language: Language) -> str:
        assert fact.value is not None
        return show(fact.value, attribute, self.catalogue, language)

    def _compare(
        self, card: SkillCard, attribute: Attribute, ask: Comparison, language: Language, facts: list[Fact], seed: int
    ) -> Prompt | None:
        sign = 1 if draw(2, card.key, seed, "sign") else -1
        scope = _scope(by_rank(facts, lambda fact: fact.entity, card.key, seed), attribute, sign)
        if scope is None:
            return None
        as_of = _one_edition(scope, attribute)
        if as_of is None:
            return None
        question: Text = ask.most if sign == 1 else ask.least
        shown = [
            self._line(fact, attribute, language) for fact in sorted(scope, key=lambda fact: _order(fact, attribute))
        ]
        winner, *rest = [self._contender(fact, attribute, language) for fact in scope]
        edition = month_of(as_of, language) if as_of else ""
        return Prompt(
            card=card.key,
            lang=language.id,
            question=language.fill(question.in_language(language.id), as_of=edition),
            key=winner,
            others=distinct(iter(rest), winner),
            asks=Extreme(attribute.id, sign),
            explanation=language.frame("compare", values=language.frames["between_rows"].join(shown)),
            source=self._source(scope[0], language),
        ).only(COMPARE)

    def _contender(self, fact: Fact, attribute: Attribute, language: Language) -> Candidate:
        because = language.frame("compare", values=self._line(fact, attribute, language))
        return Candidate(fact.entity, self._name(fact, language), because)

    def _line(self, fact: Fact, attribute: Attribute, language: Language) -> str:
        value = self._value(fact, attribute, language)
        return language.frame("row", entity=self._name(fact, language), value=value)

    # What a call costs

    def _cost(
        self, card: SkillCard, attribute: Attribute, ask: CallCosting, language: Language, seed: int
    ) -> Prompt | None:
        priced = by_rank(self.catalogue.known_facts(attribute.id), lambda fact: fact.entity, card.key, seed)
        for attempt, fact in enumerate(priced):
            output = self.catalogue.fact(fact.entity, ask.output)
            if output is None or not output.known or output.as_of != fact.as_of:
                continue
            call = _draw_call(fact, output, ask, (card.key, seed, attempt))
            if call is not None:
                return self._cost_prompt(card, attribute, ask, language, call)
        return None

    def _cost_prompt(
        self, card: SkillCard, attribute: Attribute, ask: CallCosting, language: Language, call: "_Call"
    ) -> Prompt:
        def money(amount: Decimal) -> str:
            return language.amount(amount, currency(attribute))

        slots = {
            "entity": self._name(call.fact, language),
            "as_of": month_of(call.fact.as_of, language),
            "price_in": money(call.price_in),
            "price_out": money(call.price_out),
            "in": language.number(call.tokens_in),
            "out": language.number(call.tokens_out),
            "cost_in": money(call.cost_in),
            "cost_out": money(call.cost_out),
            "total": money(call.total),
        }
        explanation = language.fill(ask.explanation.in_language(language.id), **slots)
        key = Candidate("total", slots["total"], explanation, (call.total,))
        wrong = (
            Candidate(name, money(amount), language.frames[name], (amount,), close)
            for name, amount, close in call.mistakes()
        )
        return Prompt(
            card=card.key,
            lang=language.id,
            question=language.fill(ask.question.in_language(language.id), **slots),
            key=key,
            others=distinct(wrong, key),
            asks=CallCost(
                call.fact.entity, attribute.id, ask.output, int(call.tokens_in), int(call.tokens_out), ask.per
            ),
            explanation=explanation,
            source=self._source(call.fact, language),
        ).only(COST)

    def _name(self, fact: Fact, language: Language) -> str:
        return self.catalogue.entities[fact.entity].name.in_language(language.id)

    def _source(self, fact: Fact, language: Language) -> str:
        source = self.knowledge.sources.get(fact.source)
        return source.cite(language.id) if source else fact.source


@dataclass(frozen=True, slots=True)
class _Call:
    """One priced call."""

    fact: Fact
    price_in: Decimal
    price_out: Decimal
    tokens_in: Decimal
    tokens_out: Decimal
    per: Decimal

    @property
    def cost_in(self) -> Decimal:
        return self.price_in * self.tokens_in / self.per

    @property
    def cost_out(self) -> Decimal:
        return self.price_out * self.tokens_out / self.per

    @property
    def total(self) -> Decimal:
        return self.cost_in + self.cost_out

    def mistakes(self) -> list[tuple[str, Decimal, float]]:
        """What comes out when somebody swaps the prices, or forgets one, or reckons everything at one of them."""
        tokens = self.tokens_in + self.tokens_out
        swapped = (self.price_in * self.tokens_out + self.price_out * self.tokens_in) / self.per
        results = [
            ("swapped", swapped, 1.0),
            ("all-at-input-price", self.price_in * tokens / self.per, 0.9),
            ("all-at-output-price", self.price_out * tokens / self.per, 0.8),
            ("output-forgotten", self.cost_in, 0.7),
            ("input-forgotten", self.cost_out, 0.6),
            ("ten-times-too-much", self.total * 10, 0.3),
            ("ten-times-too-little", self.total / 10, 0.3),
        ]
        return [result for result in results if result[1] >= _CENT and result[1] == result[1].quantize(_CENT)]


def _draw_call(fact: Fact, output: Fact, ask: CallCosting, seeds: tuple[object, ...]) -> _Call | None:
    """Tokens from the grid that make round costs: every amount in whole cents, at most three significant digits."""
    price_in, price_out = fact.value, output.value
    assert isinstance(price_in, Decimal)
    assert isinstance(price_out, Decimal)
    pairs = by_rank(((i, o) for i in _GRID_IN for o in _GRID_OUT if o < i), str, *seeds)
    calls = (_Call(fact, price_in, price_out, tokens_in, tokens_out, ask.per) for tokens_in, tokens_out in pairs)
    return next(
        (call for call in calls if all(_is_round(cost) for cost in (call.cost_in, call.cost_out, call.total))), None
    )


def _is_round(amount: Decimal) -> bool:
    digits = amount.normalize().as_tuple().digits
    return amount >= _CENT and amount == amount.quantize(_CENT) and len(digits) <= _DIGITS


def _scope(facts: list[Fact], attribute: Attribute, sign: int) -> list[Fact] | None:
    """The first facts in which one is clearly the extreme, that one first; None where there are too few."""
    scope: list[Fact] = []
    for fact in facts:
        if _order_or_none(fact, attribute) and all(_apart(fact, other, attribute) for other in scope):
            scope.append(fact)
        if len(scope) == SCOPE:
            return sorted(scope, key=lambda fact: _order(fact, attribute), reverse=sign == 1)
    return None


def _order_or_none(fact: Fact, attribute: Attribute) -> Order | None:
    return None if fact.value is None else order_of(fact.value, attribute)


def _order(fact: Fact, attribute: Attribute) -> Order:
    return _order_or_none(fact, attribute) or ()


def _apart(one: Fact, other: Fact, attribute: Attribute) -> bool:
    """Whether two facts are clearly ordered: distinct dates, or numbers beyond 5 % and twice the tolerance."""
    if isinstance(one.value, When):
        return _order(one, attribute) != _order(other, attribute)
    assert isinstance(one.value, Decimal)
    assert isinstance(other.value, Decimal)
    large = max(abs(one.value), abs(other.value))
    margin = max(_MARGIN * large, 2 * attribute.tolerance.around(large))
    return abs(one.value - other.value) >= margin and one.value != other.value


def _one_edition(facts: list[Fact], attribute: Attribute) -> str | None:
    """The edition all facts share; empty where the attribute does not age, None where they come from different ones."""
    if not attribute.volatile:
        return ""
    editions = {fact.as_of for fact in facts}
    return editions.pop() if len(editions) == 1 else None
