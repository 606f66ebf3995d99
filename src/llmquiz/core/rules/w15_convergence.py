"""W15: the key is not the option that shares the most parts with the others.

Who varies the key's parts to make wrong options leaves a trace: the key is where the parts meet.

Passes: `queries and keys`, `queries and values`, `keys and values`.
Fails: key `queries and keys` with `queries and gates`, `keys and gates`, `queries and biases`.
"""

import re
from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.words import key_and_others
from llmquiz.core.text import plain
from llmquiz.core.wordings import worded

_PARTS = re.compile(r"\s*(?:,|;|/|\+|、|，|；|\band\b|和|与|及)\s*")
_FEWEST = 3


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against W15."""
    pair = key_and_others(item)
    if pair is None or len(item.options) < _FEWEST:
        return
    parts = [frozenset(part for part in _PARTS.split(plain(option.text)) if part) for option in item.options]
    if any(len(own) < 2 for own in parts):
        return
    shared = [sum(part in other for part in own for other in parts if other is not own) for own in parts]
    key = item.options.index(pair[0])
    if shared[key] > 1 and all(shared[key] > count for at, count in enumerate(shared) if at != key):
        says = worded("The right option shares more parts with the others than any of them does.")
        yield Fault("W15", says, worded("Let two wrong options share a part that the key has not."), key)
