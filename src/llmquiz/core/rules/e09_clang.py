"""E09: no rare word of the key stands in the question, unless all options share such words.

Who sees "Mistral" in the question and in one option alone need not know anything.

Passes: `Which company makes Claude?` with `Anthropic`, `OpenAI`, `Google`; `Which is older, BERT or GPT?` with both.
Fails: `Which company makes Mistral Large?` with `Mistral AI`, `OpenAI`, `Google`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from llmquiz.core.items import Item
from llmquiz.core.marking import N_
from llmquiz.core.responses import TextEntry
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.words import key_and_others, tokens
from llmquiz.core.text import plain
from llmquiz.core.wordings import worded

_SHORTEST_WORD = 4
_SHORTEST_TEXT = 3
_COMMON_WORDS = """
about after against also another before being below between both call called could data does doing each either
every first from have having help here into itself just kind kinds language languages large larger last latest
least less like long made make makes many mean means model models more most much must name named names near
need needs number numbers often once only other over parameter parameters part parts same several should size
small smaller some such system systems than that their them then there these they thing things this those
through time times token tokens together train trained training under until used user users uses using very
want were what when where which while whole will with within without word words work works would year years
your text texts input output question answer answers true false main mainly mostly million billion trillion
company companies version versions chat context window released release generation general
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words too common in this field to give anything away."""
_TOLD = N_("“{words}” stands in the question and in the right option, not in the others.")


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E09."""
    if isinstance(item.response, TextEntry):
        yield from _typed(item.stem, item.response.answer)
        return
    pair = key_and_others(item)
    if pair is None:
        return
    key, others = pair
    clang = _clang(item.stem, key.text)
    told = [_clang(item.stem, other.text) for other in others]
    given_away = clang - frozenset.intersection(*told)
    if given_away and not all(told):
        says = worded(_TOLD, words=tuple(sorted(given_away)))
        yield Fault("E09", says, worded("Reword one of them."), item.options.index(key))


def _typed(stem: str, answer: str) -> Iterator[Fault]:
    """A typed answer that can be copied from the question; of two named things one may be asked for."""
    folded = plain(stem)
    offers = any(word in folded for word in (" or ", "还是", "或"))
    if not offers and len(answer) >= _SHORTEST_TEXT and _stands_in(answer, stem):
        says = worded("The answer “{answer}” stands in the question.", answer=answer)
        yield Fault("E09", says, worded("Reword the question."))


def _stands_in(text: str, stem: str) -> bool:
    """Whether `text` stands in `stem` as whole words: `GPT-3` does not stand in `GPT-3.5`."""
    folded, inside = plain(text), plain(stem)
    if folded not in inside or not folded.isascii():
        return folded in inside
    return re.search(rf"(?<![a-z0-9]){re.escape(folded)}(?![a-z0-9]|\.\d)", inside) is not None


@lru_cache(maxsize=16_384)
def _clang(stem: str, text: str) -> frozenset[str]:
    """What of an option's text stands in the stem and could identify it."""
    rare = {token for token in tokens(text) if _is_rare(token)} & tokens(stem)
    if len(text) >= _SHORTEST_TEXT and plain(text) not in _COMMON and _stands_in(text, stem):
        rare.add(plain(text))
    return frozenset(rare)


def _is_rare(token: str) -> bool:
    if token[0].isdigit():
        return len(token) > 1
    return len(token) >= _SHORTEST_WORD and token not in _COMMON
