"""E10: the key is not in the name of what is asked about.

Passes: `How many parameters does GPT-3 have?` with key `175B`.
Fails: `How many parameters does Llama-3-70B have?` with key `70B`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from llmquiz.core.items import Item
from llmquiz.core.numbers import parse_number
from llmquiz.core.responses import NumberEntry
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.quantities import quantity
from llmquiz.core.rules.words import key_and_others
from llmquiz.core.wordings import worded

_SIZE_IN_NAME = re.compile(r"(?<=[A-Za-z0-9][- ])\d+(?:\.\d+)?[KMBTkmbt]\b")


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E10."""
    value = _asked_number(item)
    if value is None:
        return
    named = [size for size in _SIZE_IN_NAME.findall(item.stem) if parse_number(size) == value]
    if named and not _others_named(item):
        says = worded("The name in the question gives the answer away: {name}.", name=named[0])
        yield Fault("E10", says, worded("Ask for something else."))


def _asked_number(item: Item) -> Decimal | None:
    if isinstance(item.response, NumberEntry):
        return item.response.value
    pair = key_and_others(item)
    number = quantity(pair[0].text) if pair else None
    return number.value if number else None


def _others_named(item: Item) -> bool:
    """Whether the wrong options stand in the question just as well."""
    pair = key_and_others(item)
    sizes = {parse_number(size) for size in _SIZE_IN_NAME.findall(item.stem)}
    numbers = [quantity(option.text) for option in pair[1]] if pair else []
    return bool(numbers) and all(number is not None and number.value in sizes for number in numbers)
