"""Tokens that would give the key away: what stands in the question, or in a name, and in the key alone (E09, E10)."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from llmquiz.core.numbers import parse_number

_TOKEN = re.compile(r"[a-z]{3,}|\d+(?:\.\d+)*[a-z]*|[\u4e00-\u9fff]{2,}")
_GENERIC = frozenset(
    [
        "the",
        "and",
        "for",
        "from",
        "with",
        "that",
        "this",
        "which",
        "what",
        "who",
        "when",
        "where",
        "how",
        "many",
        "much",
        "does",
        "did",
        "has",
        "have",
        "was",
        "were",
        "are",
        "its",
        "into",
        "than",
        "model",
        "models",
        "language",
        "large",
        "token",
        "tokens",
        "parameters",
        "window",
        "context",
        "release",
        "released",
        "chat",
        "version",
        "million",
        "billion",
        "first",
        "last",
        "most",
        "least",
        "one",
        "two",
        "three",
        "four",
        "five",
        "number",
        "name",
        "named",
        "called",
        "kind",
        "kinds",
        "used",
        "made",
        "模型",
        "语言",
        "大语言模型",
        "词元",
        "参数",
        "上下文",
        "版本",
        "系列",
        "发布",
        "下列",
    ]
)
_ROUNDED = Decimal("0.1")
_NO_LETTER = re.compile(r"\W")
_SIZE = re.compile(r"\d+(?:\.\d+)?b\b")
_VERSION = re.compile(r"\d+(?:\.\d+)?")


@lru_cache(maxsize=16_384)
def tokens(text: str) -> frozenset[str]:
    """The tokens of `text` that could identify something: names, numbers, Chinese runs."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return frozenset(_TOKEN.findall(plain)) - _GENERIC


def shared_tokens(question: str, key: str) -> frozenset[str]:
    """The identifying tokens that question and key have in common; a single digit (GPT-4) identifies nothing (E09)."""
    return frozenset(token for token in tokens(question) & tokens(key) if len(token) > 1)


@lru_cache(maxsize=65_536)
def readable_from(name: str, key: str) -> bool:
    """Whether `key` can be read off `name`: all its tokens stand there, or the same number does."""
    key_tokens = tokens(key)
    if key_tokens and key_tokens <= tokens(name):
        return True
    if _folded(key) and _folded(key) in _folded(name) and not key.isascii():
        return True
    number = parse_number(key)
    return number is not None and any(_nearly(parse_number(token), number) for token in tokens(name))


def counted_back(name: str, key: str) -> bool:
    """Whether counting back from `name` leads to `key`: to GPT-2 from GPT-3, to the first of a name from its second."""
    (one, later), (other, earlier) = _versioned(name), _versioned(key)
    return bool(one) and one == other and earlier in (later - 1, later // 1) and earlier != later


def numbered_before(name: str, than: str) -> bool:
    """Whether `name` came before `than` as anybody can see: GPT-2 before GPT-3.5, whatever follows the numbers."""
    (one, earlier), (other, later) = _numbered(name), _numbered(than)
    return bool(one) and one == other and earlier < later


@lru_cache(maxsize=16_384)
def _numbered(name: str) -> tuple[str, Decimal]:
    """What stands before the version of a name, and the version; nothing and 0 where there is no version."""
    plain = _without_sizes(name)
    found = _VERSION.search(plain)
    return (_folded(plain[: found.start()]), Decimal(found.group())) if found else ("", Decimal(0))


@lru_cache(maxsize=16_384)
def _versioned(name: str) -> tuple[str, Decimal]:
    """A name without sizes and version, and its version; a name without one is the first."""
    plain = _without_sizes(name)
    found = _VERSION.search(plain)
    return _folded(_VERSION.sub("", plain, count=1)), Decimal(found.group()) if found else Decimal(1)


def _without_sizes(name: str) -> str:
    return _SIZE.sub("", unicodedata.normalize("NFKC", name).casefold())


def _nearly(one: Decimal | None, other: Decimal) -> bool:
    """Names round: a model called 57B may have 57.4 billion parameters."""
    return one is not None and abs(one - other) <= _ROUNDED * abs(other)


@lru_cache(maxsize=16_384)
def _folded(text: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())
