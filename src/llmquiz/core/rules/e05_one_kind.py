"""E05: the options are of one kind: all numbers in one unit, or all words; all begin in capitals, or none.

Passes: `4k tokens`, `8k tokens`, `32k tokens`; `it rotates queries`, `it adds a vector`.
Fails: `4k tokens`, `8 GB`, `32k tokens`; `2019`, `Google`, `2021`; `The weights`, `the cache`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from llmquiz.core.items import Item
from llmquiz.core.rules.e06_combined_options import is_combined
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.looking import looked_at_once
from llmquiz.core.rules.quantities import bounds, date, quantity
from llmquiz.core.rules.words import content_texts
from llmquiz.core.wordings import worded

_ORDINARY_WORDS = """
the a an it its they their this that these those to by in on at of for from with without when where because
how why what which who is are was were be has have no not more less only some one two both each every
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())
"""Words that are capitalised only because something begins with them."""
_KINDS = (worded("Some options are numbers or dates and others are not."), worded("Give options of one kind."))
_UNITS = (worded("The options have different units."), worded("Give all of them in one unit."))
_CASES = (worded("Some options begin with a capital and others do not."), worded("Write all of them alike."))
_FIRST_WORD = re.compile(r"[A-Za-z]+")


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E05."""
    return _unlike(content_texts(item))


@looked_at_once
def _unlike(shown: tuple[str, ...]) -> Iterator[Fault]:
    texts = {at: text for at, text in enumerate(shown) if not is_combined(text)}
    kinds = {at: _kind(text) for at, text in texts.items()}
    numbers = set(kinds.values()) == {"number"}
    units = {at: _unit(text) for at, text in texts.items()} if numbers else {}
    cases = {at: case for at, text in texts.items() if (case := _case(text))}
    for alike, says, advises in ((kinds, *_KINDS), (units, *_UNITS), (cases, *_CASES)):
        if len(set(alike.values())) > 1:
            yield Fault("E05", says, advises, _odd_one(alike))


def _odd_one(alike: Mapping[int, str]) -> int:
    """The option that has the fewest of its like; of several, the last."""
    counts = Counter(alike.values())
    return min(reversed(list(alike)), key=lambda at: counts[alike[at]])


def _kind(text: str) -> str:
    if date(text):
        return "date" if not text.strip().isdigit() else "number"
    return "number" if quantity(text) or bounds(text) else "words"


def _unit(text: str) -> str:
    """The unit without its plural."""
    number = quantity(text)
    return number.unit.rstrip("s") if number else ""


def _case(text: str) -> str:
    """`lower`, `upper`, or nothing where the first word may be a name."""
    match = _FIRST_WORD.match(text)
    if match is None or " " not in text.strip():
        return ""
    if match[0].islower():
        return "lower"
    return "upper" if match[0].istitle() and match[0].casefold() in _ORDINARY else ""
