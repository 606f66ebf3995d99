"""What a call costs, and what each usual mistake comes to: reckoned anew, for options that are named by a mistake."""

from decimal import Decimal

from llmquiz.core.predicates import CallCost
from llmquiz.knowledge.catalogue import Catalogue, Fact

TOTAL = "total"
"""The option that is right."""


def amounts(call: CallCost, catalogue: Catalogue) -> dict[str, Decimal]:
    """Each amount by the name of its option; empty where a price is not certain, or they are of two editions."""
    facts = [catalogue.fact(call.entity, name) for name in (call.price_in, call.price_out)]
    prices = [fact for fact in facts if fact is not None and fact.known and not fact.also]
    if len(prices) < len(facts) or len({fact.as_of for fact in prices}) > 1:
        return {}
    cheap, dear = (_price(fact) for fact in prices)
    total = cheap * call.tokens_in + dear * call.tokens_out
    sums = {
        TOTAL: total,
        "swapped": dear * call.tokens_in + cheap * call.tokens_out,
        "all-at-input-price": cheap * (call.tokens_in + call.tokens_out),
        "all-at-output-price": dear * (call.tokens_in + call.tokens_out),
        "output-forgotten": cheap * call.tokens_in,
        "input-forgotten": dear * call.tokens_out,
        "ten-times-too-much": total * 10,
        "ten-times-too-little": total / 10,
    }
    return {name: amount / call.per for name, amount in sums.items()}


def _price(fact: Fact) -> Decimal:
    assert isinstance(fact.value, Decimal)
    return fact.value
