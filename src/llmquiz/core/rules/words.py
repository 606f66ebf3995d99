"""What several rules ask of an item's words: its tokens, its key, whether it is a judgement of right or wrong."""

import re
import unicodedata
from functools import lru_cache

from llmquiz.core.items import Item
from llmquiz.core.responses import One, Option

JUDGEMENT = frozenset({"right", "wrong"})
"""The option ids of a true/false question."""

_TOKEN = re.compile(r"\d+(?:\.\d+)*[^\W\d_]*|[a-z]+(?:['’][a-z]+)?")


@lru_cache(maxsize=16_384)
def tokens(text: str) -> frozenset[str]:
    """The Latin words and the numbers of `text`, casefolded."""
    return frozenset(_TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()))


def is_judgement(item: Item) -> bool:
    """Whether the item asks for right or wrong, so that its options carry no content."""
    options = item.options
    if not options or options[0].id not in JUDGEMENT:
        return False
    return all(option.id in JUDGEMENT for option in options)


def texts_of(item: Item) -> tuple[str, ...]:
    """What the options say: rules that look at nothing else look once at the same options."""
    return tuple([option.text for option in item.options])


def content_texts(item: Item) -> tuple[str, ...]:
    """What the options say; none where they are the words for right and wrong."""
    return () if is_judgement(item) else texts_of(item)


def content_options(item: Item) -> tuple[Option, ...]:
    """The options, or none where they are the words for right and wrong."""
    return () if is_judgement(item) else item.options


def key_and_others(item: Item) -> tuple[Option, tuple[Option, ...]] | None:
    """The one right option and the wrong ones; None where there is no such pair."""
    if not isinstance(item.response, One) or is_judgement(item):
        return None
    options = item.response.options
    keys = [option for option in options if option.right]
    others = tuple([option for option in options if not option.right])
    return (keys[0], others) if len(keys) == 1 and others else None
