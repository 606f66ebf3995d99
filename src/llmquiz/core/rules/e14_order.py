"""E14: numbers and dates stand in ascending order.

Passes: `7B`, `13B`, `70B`; `March 2023`, `May 2024`.
Fails: `13B`, `7B`, `70B`.
"""

from collections.abc import Iterator
from itertools import pairwise

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.looking import looked_at_once
from llmquiz.core.rules.quantities import date, quantity
from llmquiz.core.rules.words import texts_of
from llmquiz.core.wordings import worded


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E14."""
    return _out_of_order(texts_of(item))


@looked_at_once
def _out_of_order(texts: tuple[str, ...]) -> Iterator[Fault]:
    ranks = [ascending(text) for text in texts]
    for index, (before, after) in enumerate(pairwise(ranks)):
        if None in ranks or before is None or after is None or before[0] != after[0]:
            return
        if before > after:
            one, other = texts[index + 1], texts[index]
            says = worded("{one} stands behind {other}.", one=one, other=other)
            yield Fault("E14", says, worded("Put numbers and dates in ascending order."), index + 1)
            return


def ascending(text: str) -> tuple[str, tuple[float, ...]] | None:
    """What an option is sorted by: its unit, and its date or number; None for words."""
    day = date(text)
    if day is not None:
        return "date", tuple(float(part) for part in day)
    number = quantity(text)
    return None if number is None else (number.unit, (float(number.value),))
