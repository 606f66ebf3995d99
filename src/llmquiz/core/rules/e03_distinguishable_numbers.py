"""E03: numbers among the options are far enough apart to be told from each other by knowledge.

Neighbours differ by a factor of 1.15 at least. Counts up to twenty, years and dates are exact and may stand close.

Passes: `12`, `24`, `96 layers`; `2018`, `2019`, `2020`.
Fails: `170B`, `175B`, `350B`.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.looking import looked_at_once
from llmquiz.core.rules.quantities import date, quantity
from llmquiz.core.rules.words import texts_of
from llmquiz.core.wordings import worded

_RATIO = Decimal("1.15")
_SMALL = 20


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E03."""
    return _close(texts_of(item))


@looked_at_once
def _close(texts: tuple[str, ...]) -> Iterator[Fault]:
    for found in _by_unit(texts):
        for (low, first), (high, second) in pairwise(sorted(found)):
            if _too_close(low, high):
                one, other = texts[first], texts[second]
                says = worded("{one} and {other} are too close to be told apart.", one=one, other=other)
                yield Fault("E03", says, worded("Put 15 % or more between them."), second)


def _by_unit(texts: tuple[str, ...]) -> Iterable[list[tuple[Decimal, int]]]:
    """The numbers with their positions, by unit; years are no quantities where nothing but years is numeric."""
    found: dict[str, list[tuple[Decimal, int]]] = {}
    numbers = [(index, quantity(text)) for index, text in enumerate(texts)]
    if all(date(texts[index]) for index, number in numbers if number is not None):
        return ()
    for index, number in numbers:
        if number is not None:
            found.setdefault(number.unit, []).append((number.value, index))
    return found.values()


def _too_close(low: Decimal, high: Decimal) -> bool:
    """Equal numbers are E02's; a change of sign is always seen."""
    if low == high or low * high <= 0 or _is_count(low, high):
        return False
    ratio = high / low if low > 0 else low / high
    return ratio < _RATIO


def _is_count(low: Decimal, high: Decimal) -> bool:
    return high <= _SMALL and low == int(low) and high == int(high)
