"""E08: a question for what is NOT so says it in capitals; no other question has such a word in capitals.

A "not" that is read over turns knowledge into a wrong answer.

Passes: `Which of these is NOT made by Anthropic?`; `下列哪一项【不】属于 Transformer？`
Fails: `Which of these is not made by Anthropic?`; `下列哪一项不属于 Transformer？`
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.words import content_options
from llmquiz.core.wordings import worded

_MARKED = {
    "en": re.compile(r"\b(?:NOT|EXCEPT|NEVER|CANNOT)\b|N['’]T\b"),
    "zh": re.compile(r"【(?:不|没|非|未|没有|错误|除外)[^】]{0,4}】"),
}
_VERB = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)"
_UNMARKED = {
    "en": re.compile(
        rf"\b(?:which|what|who)\b(?: of (?:these|those|the following))?(?: (?!that\b|which\b|who\b)[\w-]+){{0,2}}"
        rf" (?:{_VERB} not|{_VERB}n['’]t|cannot)\b|\b(?:all|each|any) [^?]*\bexcept\b"
    ),
    "zh": re.compile(
        r"(?:哪|下列|以下)[^，,。？?【】]{0,6}(?:不是|不属于|不包括|不正确|不符合|不对|没有|并非|不能|不会|不支持)"
    ),
}
_HINTS = {
    "en": worded("Write NOT in capitals, or ask for what is so."),
    "zh": worded("Write 【不】, or ask for what is so."),
}
_NOT_MARKED = worded("The question asks for what is not so and does not mark it.")
_NOT_ASKED = worded("A negation is in capitals, and the question does not ask for what is not so.")
_READ_OVER = worded("The negation in this question is easily read over.")


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E08."""
    marked = marks_negative(item.stem, item.lang)
    hint = _HINTS.get(item.lang, _HINTS["en"])
    if item.negative and not marked:
        yield Fault("E08", _NOT_MARKED, hint)
    elif marked and not item.negative:
        yield Fault("E08", _NOT_ASKED, hint)
    elif not marked and content_options(item) and _asks_negatively(item.stem, item.lang):
        yield Fault("E08", _READ_OVER, hint)


@lru_cache(maxsize=4096)
def marks_negative(stem: str, lang: str) -> bool:
    """Whether the stem has a negation that nobody reads over."""
    marked = _MARKED.get(lang)
    return marked is not None and marked.search(stem) is not None


@lru_cache(maxsize=4096)
def _asks_negatively(stem: str, lang: str) -> bool:
    unmarked = _UNMARKED.get(lang)
    return unmarked is not None and unmarked.search(stem.casefold()) is not None
