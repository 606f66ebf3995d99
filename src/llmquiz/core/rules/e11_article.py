"""E11: "a" or "an" before the gap, or at the end of the question, fits every option. English only.

Passes: `BERT is an ____.` with `encoder`, `autoencoder`; `It is a(n) ____.` with anything.
Fails: `BERT is an ____.` with `encoder`, `decoder`, `sampler`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from llmquiz.core.items import Item
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.words import content_options
from llmquiz.core.wordings import worded

_ARTICLE = re.compile(r"\b(an?)\s*(?:_{2,}|\.{3,}|…|[:?]?\s*$)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:uni|use|usu|uti|eu|one\b|once\b|ubi|u-)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_VOWEL_NUMBER = re.compile(r"(?:8|11|18)(?!\d)|8\d")
_VOWEL_LETTERS = "AEFHILMNORSX"


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E11."""
    article = _article(item.stem) if item.lang == "en" else ""
    if not article:
        return
    wanted = article.casefold() == "an"
    for index, option in enumerate(content_options(item)):
        vowel = begins_with_vowel(option.text)
        if vowel is not None and vowel != wanted:
            said = f"{article} {option.text}"
            says = worded("“{said}” is not English, which tells the option apart.", said=said)
            yield Fault("E11", says, worded("Write a(n), or put the article into the options."), index)


@lru_cache(maxsize=4096)
def _article(stem: str) -> str:
    """The article that the answer would follow, as it is written; empty where there is none."""
    found = _ARTICLE.search(stem)
    return found[1] if found else ""


def begins_with_vowel(text: str) -> bool | None:
    """Whether `text` is spoken with a vowel first; None where people differ (`SQL`) or no English stands there."""
    word = re.match(r"[A-Za-z0-9]+", text)
    if word is None:
        return None
    spelt = word[0]
    if spelt[0].isdigit():
        return _VOWEL_NUMBER.match(spelt) is not None
    if spelt.isupper() and len(spelt) > 1:
        is_spoken = any(letter in "AEIOU" for letter in spelt)
        return None if is_spoken else spelt[0] in _VOWEL_LETTERS
    if _CONSONANT_SOUND.match(spelt):
        return False
    return spelt[0].casefold() in "aeiou" or _SILENT_H.match(spelt) is not None
