"""E04: ranges among the options exclude each other.

Passes: `under 4`, `4-7`, `8-15`, `16-31`.
Fails: `4-8`, `8-16` (8 lies in both); `6`, `4-8`.
"""

from collections.abc import Iterator
from itertools import combinations

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.looking import looked_at_once
from llmquiz.core.rules.quantities import Range, bounds, quantity
from llmquiz.core.rules.words import texts_of
from llmquiz.core.wordings import worded


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E04."""
    return _overlapping(texts_of(item))


@looked_at_once
def _overlapping(texts: tuple[str, ...]) -> Iterator[Fault]:
    ranges = [bounds(text) for text in texts]
    for first, second in combinations(range(len(ranges)), 2):
        if ranges[first] is None and ranges[second] is None:
            continue
        one, other = (ranges[index] or _point(texts[index]) for index in (first, second))
        if one is not None and other is not None and one.meets(other):
            says = worded("{one} and {other} overlap.", one=texts[first], other=texts[second])
            yield Fault("E04", says, worded("Let each range begin behind the end of the one before."), second)


def _point(text: str) -> Range | None:
    number = quantity(text)
    return None if number is None else Range(number.value, number.value)
