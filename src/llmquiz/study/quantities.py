"""Typed numbers, read by what is asked: `about 40`, `40 attention heads`, `一千七百五十亿`, `$20 per month`, `第二`.

Beside the number may stand only what the question itself names: its unit in any language, its noun, its "per month",
its place in a row. Everything else is another number or another unit, and is not read.
"""

import re
import unicodedata
from decimal import Decimal

from llmquiz.core.chinese_numerals import NUMERALS, chinese_number
from llmquiz.core.numbers import parse_number
from llmquiz.core.responses import NumberEntry
from llmquiz.study.money import FOREIGN, amount, currency_of

_CHINESE = r"[\u3000-\u303f\u4e00-\u9fff]"
_BESIDE = re.compile(rf"(?<![{NUMERALS}]) (?={_CHINESE})|(?<={_CHINESE}) (?![{NUMERALS}])")
"""Spaces that say nothing; two numerals stay apart."""
_SENTENCES = re.compile(r"[.!?]\s+|。")
_ROUGHLY = re.compile(
    r"^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|~|≈|大约|大概|约为|约)\s*|(?:\s*or so|左右)$"
)
_PER = (
    (r"(?:(?:per|an?|each|every)\s|/\s?)month|monthly|每个?月|/个?月|(?:一个月)", r"\bmonth|每个?月|单月|包月"),
    (
        r"(?:(?:per|a)\s|/\s?)(?:1\s?)?(?:million|m)(?:\s(?:(?:input|output)\s)?tokens?)?|[每/](?:一)?百万个?(?:输入|输出)?词元",
        r"per million|每百万",
    ),
    (r"(?:(?:per|an?|in each|in every)\s|/\s?)layer|每层|/层", r"(?:each|every|per) layer|每层"),
)
"""What a number may be per, as it is typed; and how a question says so."""
_SIDES = re.compile("input|output|输入|输出")
_PERCENT = ("%", "percent", "per cent")
_POSITION = re.compile(r"\b(?:which|what) (?:number|place|position|rank)\b|第几")
_PLACE = re.compile(r"(?:number|no\.?|#|第)(\d+)[个位名级款]?")
_ORDINALS = {
    word: place
    for place, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th"), 1
    )
    for word in words.split()
}
_NOUNS = (
    ("token", "词元", "个词元"),
    ("parameter", "param", "参数", "个参数"),
    ("head", "头", "个头"),
    ("key-value head", "kv head", "键值头", "kv头", "个键值头"),
    ("layer", "层"),
    ("dimension", "维", "维度"),
    ("page", "页"),
)
"""Nouns of one meaning: the question has its unit in one language, and an answer may have it in the other."""


def typed_number(entry: NumberEntry, text: str, stem: str = "") -> Decimal | None:
    """The number that `text` is as an answer to `stem`; None where it is none, or one of something else."""
    unit = _folded(entry.unit)
    asked = f"{_folded(_SENTENCES.split(stem.strip())[-1])} {unit}"
    bare = _in_digits(_peeled(_folded(text).rstrip(".。").rstrip(), asked))
    currency = currency_of(_peeled(unit, asked))
    if currency is not None:
        return amount(bare, currency)
    place = _place(bare) if _POSITION.search(asked) else None
    return _counted(bare, _words(_peeled(unit, asked), asked)) if place is None else place


def without_about(text: str) -> str:
    """`text` without "about", where it tells a quantity: `about 18 months`, `大约一年半`; anything else as it is."""
    folded = _folded(text)
    return _ROUGHLY.sub("", folded) if any(char.isnumeric() for char in folded) else text


def _folded(text: str) -> str:
    """Without case, wide forms, and spaces beside Chinese characters."""
    return _BESIDE.sub("", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))


def _peeled(text: str, asked: str) -> str:
    """`text` without "about", and without the "per month" that the question has, too; in any order."""
    while (barer := _ROUGHLY.sub("", _without_per(text, asked))) != text:
        text = barer
    return text


def _without_per(text: str, asked: str) -> str:
    for per, wanted in _PER:
        match = re.search(rf"^(?:{per})[,:]?\s*|\s*(?:{per})$", text)
        if match and re.search(wanted, asked) and all(side in asked for side in _SIDES.findall(match[0])):
            return text[: match.start()] + text[match.end() :]
    return text


def _in_digits(text: str) -> str:
    """Its one run of Chinese numerals as digits; set apart, so that it cannot join others."""
    match = re.search(rf"(?<![\d.])[{NUMERALS}]+", text)
    value = chinese_number(match[0]) if match else None
    return text if match is None or value is None else f"{text[: match.start()]}{value} {text[match.end() :]}".strip()


def _place(text: str) -> Decimal | None:
    """A place in a row: `2nd`, `the second`, `number 2`, `第 2`."""
    match = _PLACE.fullmatch(text.replace(" ", ""))
    place = match[1] if match else _ORDINALS.get(text.removeprefix("the "))
    return None if place is None else Decimal(place)


def _counted(text: str, words: tuple[str, ...]) -> Decimal | None:
    """A number of what is asked for. The words are taken off first: `元` is money, and `词元` is none."""
    rest = text
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, "")
    return None if FOREIGN.search(rest) else parse_number(text.removeprefix("百分之"), words)


def _words(unit: str, asked: str) -> tuple[str, ...]:
    """What may follow the number: the unit, in the singular, with a measure word, as the question has it."""
    if unit in _PERCENT:
        return _PERCENT
    mine = {unit, unit.removesuffix("s"), unit.removeprefix("个")}
    nouns = mine.union(*(group for group in _NOUNS if mine.intersection(group))) - {""}
    nouns |= {f"{noun}s" for noun in nouns if noun.isascii() and not noun.endswith("s")}
    nouns |= {f"{kind}{gap}{noun}" for noun in nouns for kind in _kinds(nouns, asked) for gap in ("", " ")}
    counts = {"个"} if any(noun.startswith("个") for noun in nouns) or re.search("多少个|how many", asked) else set()
    return tuple(sorted(nouns | {f"个{noun}" for noun in nouns} | (counts if nouns else set())))


def _kinds(nouns: set[str], asked: str) -> set[str]:
    """What the question puts before its noun: the "attention" of "How many attention heads"."""
    before = (
        rf"how many ((?:[\w-]+ ){{1,3}}?){noun}\b|多少个?([^,，]{{1,16}}?){noun}" for noun in map(re.escape, nouns)
    )
    found = (re.search(pattern, asked) for pattern in before)
    return {(match[1] or match[2]).strip() for match in found if match} - {""}
