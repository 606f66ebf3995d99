"""E06: no "all of the above", no "none of the above", no "A and B".

Such options are right more often than others, and whoever knows two facts need not know the third.

Passes: `queries and keys`; `Q and K`.
Fails: `All of the above`; `Both A and C`; `以上都不是`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.wordings import worded

_REFERENCE = r"(?:the )?(?:above|these|those|preceding|other options|options above|following)"
_ENGLISH = re.compile(rf"(?:all|none|any|both|neither|some)(?: of)? {_REFERENCE}(?: (?:answers|options|choices))?[.!]?")
_LETTERS = re.compile(
    r"(?:[Bb]oth |[Nn]either |[Oo]ptions? )?[A-E](?:, ?[A-E])* ?(?:and|or|nor|&|和|与|或) ?[A-E][.。]?"
)
_CHINESE = re.compile(
    r"(?:以上|上述|前面|前述)?(?:各项|选项|答案|几项|三项|两项)?(?:都|皆|均|全)(?:不)?(?:是|对|错|正确|错误|有)[。]?|.*以上.*(?:都|皆|均|全).*"
)


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E06."""
    for index, option in enumerate(item.options):
        if is_combined(option.text):
            says = worded("The option “{option}” speaks of other options.", option=option.text)
            yield Fault("E06", says, worded("Replace it by an answer of its own."), index)


@lru_cache(maxsize=4096)
def is_combined(text: str) -> bool:
    """Whether an option says nothing but which other options hold."""
    plain = text.strip()
    return bool(_ENGLISH.fullmatch(plain.casefold()) or _LETTERS.fullmatch(plain) or _CHINESE.fullmatch(plain))
