"""What a call costs: tokens drawn from a grid, two prices of the catalogue, and what the usual mistakes come to."""

from dataclasses import dataclass
from decimal import Decimal

from llmquiz.core.hashing import by_rank
from llmquiz.core.predicates import CallCost
from llmquiz.generate.prompts import Candidate, Prompt, distinct
from llmquiz.generate.showing import currency
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, CallCosting, Fact

_GRID_IN = tuple(
    Decimal(thousands) * 1000 for thousands in (2, 4, 5, 8, 10, 12, 15, 20, 25, 40, 50, 60, 80, 100, 120, 200)
)
_GRID_OUT = tuple(Decimal(thousands) * 1000 for thousands in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20))
_DIGITS = 3
"""The most significant digits an amount may have: it is reckoned in the head."""
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Call:
    """One priced call."""

    fact: Fact
    price_in: Decimal
    price_out: Decimal
    tokens_in: Decimal
    tokens_out: Decimal
    per: Decimal

    @property
    def cost_in(self) -> Decimal:
        """What the input costs."""
        return self.price_in * self.tokens_in / self.per

    @property
    def cost_out(self) -> Decimal:
        """What the output costs."""
        return self.price_out * self.tokens_out / self.per

    @property
    def total(self) -> Decimal:
        """What the call costs."""
        return self.cost_in + self.cost_out

    def mistakes(self) -> list[tuple[str, Decimal, float]]:
        """What comes out when somebody swaps the prices, or forgets one, or reckons everything at one of them.

        A sum that two mistakes lead to is left out: it would not tell which was made.
        """
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
        amounts = [amount for _, amount, _ in results]
        return [each for each in results if _in_cents(each[1]) and amounts.count(each[1]) == 1]


def cost(card: str, attribute: Attribute, ask: CallCosting, telling: Telling, seed: int) -> Prompt | None:
    """A call of the first entity by hash that has both prices in one edition and comes out round."""
    catalogue = telling.catalogue
    for fact in by_rank(catalogue.known_facts(attribute.id), lambda each: each.entity, card, seed):
        output = catalogue.fact(fact.entity, ask.output)
        if output is not None and output.known and output.as_of == fact.as_of and not (fact.also or output.also):
            call = _draw_call(fact, output, ask, (card, seed))
            if call is not None:
                return _prompt(card, attribute, ask, telling, call)
    return None


def _prompt(card: str, attribute: Attribute, ask: CallCosting, telling: Telling, call: Call) -> Prompt:
    language = telling.language
    slots = _slots(attribute, telling, call)
    explanation = language.fill(ask.explanation.in_language(language.id), **slots)
    key = Candidate("total", slots["total"], explanation, (call.total,))
    wrong = (
        Candidate(name, language.amount(amount, currency(attribute)), language.frames[name], (amount,), close)
        for name, amount, close in call.mistakes()
    )
    return Prompt(
        card=card,
        lang=language.id,
        question=language.fill(ask.question.in_language(language.id), **slots),
        key=key,
        others=distinct(wrong, key),
        asks=CallCost(call.fact.entity, attribute.id, ask.output, int(call.tokens_in), int(call.tokens_out), ask.per),
        explanation=explanation,
        source=telling.source(call.fact.source),
    ).only("cost")


def _slots(attribute: Attribute, telling: Telling, call: Call) -> dict[str, str]:
    language, code = telling.language, currency(attribute)
    amounts = {name: getattr(call, name) for name in ("price_in", "price_out", "cost_in", "cost_out", "total")}
    return {
        "entity": telling.name(telling.catalogue.entities[call.fact.entity]),
        "as_of": telling.as_of(call.fact),
        "in": language.number(call.tokens_in),
        "out": language.number(call.tokens_out),
    } | {name: language.amount(amount, code) for name, amount in amounts.items()}


def _draw_call(fact: Fact, output: Fact, ask: CallCosting, seeds: tuple[object, ...]) -> Call | None:
    """Tokens from the grid that make round costs: every amount in whole cents, at most three significant digits."""
    price_in, price_out = fact.value, output.value
    assert isinstance(price_in, Decimal)
    assert isinstance(price_out, Decimal)
    pairs = by_rank(((i, o) for i in _GRID_IN for o in _GRID_OUT if o < i), str, *seeds)
    for tokens_in, tokens_out in pairs:
        call = Call(fact, price_in, price_out, tokens_in, tokens_out, ask.per)
        if all(_is_round(amount) for amount in (call.cost_in, call.cost_out, call.total)):
            return call
    return None


def _in_cents(amount: Decimal) -> bool:
    return amount >= _CENT and amount == amount.quantize(_CENT)


def _is_round(amount: Decimal) -> bool:
    digits = amount.normalize().as_tuple().digits
    return _in_cents(amount) and len(digits) <= _DIGITS
