"""E13: lengths. The key does not stand out; the question and its options can be taken in at a glance.

The key is at most 1.3 times as long as the wrong options on average, and at most 25 % longer than the longest of them.
Names, numbers and dates have the length they have. A stem takes at most 220 columns, an option 80 (a Chinese character
counts two).

Passes: `the key-value cache`, `the model's weights`, `the optimiser state`.
Fails: `the cache that holds keys and values`, `weights`, `embeddings`.
"""

import re
from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.predicates import CallCost, Claim, EntityWith, Extreme, MemberOf, Names, ValueOf
from llmquiz.core.responses import Option
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.quantities import bounds, date, quantity
from llmquiz.core.rules.words import key_and_others
from llmquiz.core.text import width
from llmquiz.core.wordings import worded

_STEM, _OPTION = 220, 80
_MEAN, _LONGEST = 1.3, 1.25
_BRIEF = 12
"""Columns: options this short are names or single words."""
_NAMED = ValueOf | EntityWith | MemberOf | Claim | Extreme | CallCost | Names
"""Predicates whose options are names and values."""
_BRIEFLY = worded("Say it more briefly.")
_NAME = re.compile(r"[A-Z0-9]\S*(?:\s+(?:of|and|de|von|[A-Z0-9(]\S*))*")


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E13."""
    if (own := width(item.stem)) > _STEM:
        says = worded("The question takes {columns} columns of at most {most}.", columns=own, most=_STEM)
        yield Fault("E13", says, _BRIEFLY)
    for index, option in enumerate(item.options):
        if (own := width(option.text)) > _OPTION:
            says = worded("The option takes {columns} columns of at most {most}.", columns=own, most=_OPTION)
            yield Fault("E13", says, _BRIEFLY, index)
    pair = key_and_others(item)
    if pair is not None and not isinstance(item.predicate, _NAMED):
        yield from _standing_out(item, *pair)


def _standing_out(item: Item, key: Option, others: tuple[Option, ...]) -> Iterator[Fault]:
    widths = [width(other.text) for other in others]
    own = width(key.text)
    if all(_has_its_length(option.text) for option in item.options) or max(own, *widths) <= _BRIEF:
        return
    if own > _MEAN * sum(widths) / len(widths) or own > _LONGEST * max(widths):
        says = worded("The right option is longer than the others, which gives it away.")
        yield Fault("E13", says, worded("Shorten it, or write the others as fully."), item.options.index(key))


def _has_its_length(text: str) -> bool:
    """Whether it is a number, a date, a range or a name."""
    return bool(quantity(text) or date(text) or bounds(text) or _NAME.fullmatch(text))
