"""E12: no absolute and no vague words in options: the test-wise know that "always" is wrong and "usually" right.

Hyphenated terms (`decoder-only`), titles and whatever stands in quotation marks pass.

Passes: `decoder-only`; `“Attention Is All You Need”`; `仅解码器`.
Fails: `it always converges`; `it usually helps`; `总是更准确`.
"""

import re
from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.rules.e06_combined_options import is_combined
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.looking import looked_at_once
from llmquiz.core.rules.words import content_texts
from llmquiz.core.wordings import worded

_WORDS = {
    "en": re.compile(r"(?<![\w-])(?<!at )(always|never|only|all|usually|often|rarely)(?![\w-])"),
    "zh": re.compile(r"(总是|从不|从来不|只有|全部|通常|经常|很少)"),
}
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|《[^》]*》|「[^」]*」|『[^』]*』")
_INSIDE_TITLE = re.compile(r"(?<=\s)[A-Z][a-z]+")


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E12."""
    return _worded_absolutely(content_texts(item), item.lang)


@looked_at_once
def _worded_absolutely(texts: tuple[str, ...], lang: str) -> Iterator[Fault]:
    words = _WORDS.get(lang)
    if words is None:
        return
    for index, text in enumerate(texts):
        found = words.search(_unquoted(text))
        if found is not None and not is_combined(text):
            says = worded("“{word}” in an option gives away whether it is right.", word=found[1])
            yield Fault("E12", says, worded("Say what is so without it."), index)


def _unquoted(text: str) -> str:
    """`text` in lower case without what is quoted and without capitalised words behind the first: titles and names."""
    return _INSIDE_TITLE.sub("", _QUOTED.sub("", text)).casefold()
