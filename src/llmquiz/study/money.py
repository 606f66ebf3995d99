"""Amounts of money as people type them, in the one currency that is asked for.

`49.90 yuan`, `人民币 49.90`, `CN¥49.90`, `25 cents`. Another currency's sign or name makes an answer unreadable.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from llmquiz.core.numbers import parse_number
from llmquiz.core.text import plain

FOREIGN = re.compile(r"[$¥€£%]|usd|dollar|美元|美金|元")
"""What `parse_number` lets pass, and what makes a number an amount of something else than is asked for."""


@dataclass(frozen=True, slots=True)
class Currency:
    """How a currency is written, as patterns over folded text."""

    marks: str
    """Its signs and names, longer ones first; before the number or after it, several of them as well."""
    parts: tuple[tuple[str, Decimal], ...]
    """Its smaller coins, and what share of it they are."""


_CURRENCIES = (
    Currency(
        r"us\s?\$|\$|usd|(?:(?:us|u\.s\.|american)\s)?dollars?|美元|美金",
        ((r"¢|(?:us\s)?cents?|美分", Decimal("0.01")),),
    ),
    Currency(
        r"cn\s?¥|¥|rmb|cny|(?:chinese\s)?yuan|renminbi|人民币|元|块钱|块",
        ((r"角|毛", Decimal("0.1")), (r"分", Decimal("0.01"))),
    ),
    Currency(r"€|eur|euros?|欧元", ((r"(?:euro\s)?cents?|欧分", Decimal("0.01")),)),
)


def currency_of(unit: str) -> Currency | None:
    """The currency that a unit names; None for every other unit."""
    return next((each for each in _CURRENCIES if re.fullmatch(each.marks, plain(unit))), None)


def amount(text: str, currency: Currency) -> Decimal | None:
    """The amount that folded `text` is in `currency`; None when it is none, or one in another."""
    for coin, share in currency.parts:
        if match := re.fullmatch(rf"(.*?\S)\s*(?:{coin})", text):
            value = _bare(match[1])
            return None if value is None else value * share
    mark = rf"(?:{currency.marks})"
    match = re.fullmatch(rf"(?:{mark}\s*)*(.*?)(?:\s*{mark})*", text)
    return _bare(match[1]) if match else None


def _bare(text: str) -> Decimal | None:
    """A number beside which no money is left."""
    return None if FOREIGN.search(text) else parse_number(text)
