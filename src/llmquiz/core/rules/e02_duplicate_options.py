"""E02: no two options are the same.

Two options that read alike once case, width and spaces are folded, or that are the same number (`128k`, `128,000`),
make one of them wrong for no reason. A binary size written out (`131,072`) is the nominal `128k` as well.

Passes: `64k`, `128k`, `1M`.
Fails: `128k`, `128,000`, `1M`; `BERT`, `Bert`, `GPT`.
"""

from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.looking import looked_at_once
from llmquiz.core.rules.quantities import quantity
from llmquiz.core.rules.words import texts_of
from llmquiz.core.text import plain
from llmquiz.core.wordings import worded

_KIBI = 1024
_KILO = 1000


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E02."""
    return _same(texts_of(item))


@looked_at_once
def _same(texts: tuple[str, ...]) -> Iterator[Fault]:
    first: dict[object, int] = {}
    for index, text in enumerate(texts):
        for name in spellings(text):
            if name in first and first[name] != index:
                says = worded("“{before}” and “{option}” say the same.", before=texts[first[name]], option=text)
                yield Fault("E02", says, worded("Change or remove one of them."), index)
                break
            first.setdefault(name, index)


def spellings(text: str) -> Iterator[object]:
    """Everything an option could also be written as."""
    yield plain(text).rstrip(".。")
    number = quantity(text)
    if number is not None:
        yield number.value, number.unit
        if number.value % _KIBI == 0 and number.value >= _KIBI * 2:
            yield number.value / _KIBI * _KILO, number.unit
