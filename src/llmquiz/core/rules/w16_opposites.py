"""W16: there is not one pair of opposites among the options that holds the key, with the rest outside of it.

Passes: `increases by half`, `decreases by half`, `decreases by a third`.
Fails: key `the loss increases` with `the loss decreases`, `the weights are frozen`, `the data are shuffled`.
"""

from collections.abc import Iterator
from itertools import combinations

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.words import key_and_others
from llmquiz.core.text import plain
from llmquiz.core.wordings import worded

_OPPOSITES = {
    "en": (
        ("increases", "decreases"), ("increase", "decrease"), ("grows", "shrinks"), ("rises", "falls"),
        ("larger", "smaller"), ("more", "less"), ("more", "fewer"), ("faster", "slower"), ("higher", "lower"),
        ("before", "after"), ("open", "closed"), ("longer", "shorter"), ("cheaper", "dearer"), ("better", "worse"),
        ("strengthens", "weakens"), ("adds", "removes"), ("improves", "worsens"),
    ),
    "zh": (
        ("增加", "减少"), ("增大", "减小"), ("提高", "降低"), ("升高", "降低"), ("变大", "变小"), ("更大", "更小"),
        ("更多", "更少"), ("更快", "更慢"), ("更高", "更低"), ("更长", "更短"), ("更好", "更差"), ("之前", "之后"),
        ("开放", "封闭"), ("增强", "减弱"),
    ),
}  # fmt: skip
_FEWEST = 3


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against W16."""
    pair = key_and_others(item)
    if pair is None or len(item.options) < _FEWEST:
        return
    texts = [plain(option.text) for option in item.options]
    opposed = [both for both in combinations(range(len(texts)), 2) if _stand_alone(texts, both, item.lang)]
    key = item.options.index(pair[0])
    if len(opposed) == 1 and key in opposed[0]:
        says = worded("Two options are opposites and one of them is right: the others are never chosen.")
        advises = worded("Add the opposite of another option, or change the wrong one of the two.")
        yield Fault("W16", says, advises, key)


def _stand_alone(texts: list[str], pair: tuple[int, int], lang: str) -> bool:
    """Whether two texts differ in a word and its opposite, and no other text has either of them."""
    one, other = (texts[at] for at in pair)
    rest = [text for at, text in enumerate(texts) if at not in pair]
    for words in _OPPOSITES.get(lang, ()):
        for word, opposite in (words, words[::-1]):
            if word in one and one.replace(word, opposite) == other:
                return not any(either in text for text in rest for either in words)
    return False
