"""E23: every question says where its answer can be looked up.

Passes: `source: Vaswani et al., Attention Is All You Need, 2017`, on the question or once for the bank.
Fails: no source on either.
"""

from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.wordings import worded


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E23."""
    if not item.source.strip():
        yield Fault("E23", worded("The question has no source."), worded("Add `source:` to it, or once to the bank."))
