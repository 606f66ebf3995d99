"""Reading options as they are shown: numbers with units, dates, ranges. What is not wholly understood is None.

Nothing here knows catalogues: only the displayed string counts.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from llmquiz.core.numbers import may_begin_a_number, parse_number

Day = tuple[int, int, int]
"""Year, month, day; 0 where the date does not say."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>(?:1[89]|20)\d\d)\s*年?",
        r"(?P<year>\d{4})\s*(?:[-/]|年)\s*(?P<month>\d{1,2})\s*月?",
        r"(?P<year>\d{4})\s*(?:[-/]|年)\s*(?P<month>\d{1,2})\s*(?:[-/]|月)\s*(?P<day>\d{1,2})\s*日?",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)
_DIGIT = re.compile(r"\d")
_SIGNS = {"%": ("%",), "$": ("$", "usd", "美元"), "¥": ("¥", "元"), "€": ("€",), "£": ("£",)}
_RANGE = re.compile(r"(?P<low>[^\-–—~至到]*?)\s*(?:-|–|—|~|\bto\b|至|到)\s*(?P<high>[^\-–—~至到]*)")
_BELOW = re.compile(r"(?:<|less than|under|below|fewer than|不到|少于|低于|小于)\s*(?P<bound>.+)")
_ABOVE = re.compile(r"(?:>|more than|over|above|超过|多于|高于|大于)\s*(?P<bound>.+)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and the words behind it."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Range:
    """From low to high; an open end does not contain its bound, and None has no bound."""

    low: Decimal | None
    high: Decimal | None
    closed: bool = True
    """Whether the bounds belong to it."""

    def meets(self, other: "Range") -> bool:
        """Whether some number lies in both."""
        return self._starts_before_end_of(other) and other._starts_before_end_of(self)

    def _starts_before_end_of(self, other: "Range") -> bool:
        if self.low is None or other.high is None:
            return True
        return self.low < other.high or (self.low == other.high and self.closed and other.closed)


def folded(text: str) -> str:
    """`text` as it is read here: NFKC, casefolded, without a final full stop."""
    return unicodedata.normalize("NFKC", text).casefold().strip().rstrip(".。")


@lru_cache(maxsize=4096)
def quantity(text: str) -> Quantity | None:
    """The number that `text` begins with and the unit behind it; None when there is more to it."""
    plain = folded(text).removeprefix("about ").removeprefix("约").strip()
    if not may_begin_a_number(plain):
        return None
    last = max(at for at, char in enumerate(plain) if char.isdigit())
    for end in range(len(plain), last, -1):
        if _splits_a_word(plain, end):
            continue
        value = parse_number(plain[:end])
        if value is not None:
            unit = plain[end:].strip()
            return Quantity(value, unit or _sign(plain)) if _can_be_unit(unit) else None
    return None


def _sign(plain: str) -> str:
    """The currency or percent sign that the parser of numbers read over."""
    return next((sign for sign, words in _SIGNS.items() if any(word in plain for word in words)), "")


@lru_cache(maxsize=4096)
def date(text: str) -> Day | None:
    """The year, month or day that `text` is."""
    plain = folded(text)
    if not _DIGIT.search(plain):
        return None
    for pattern in _DATES:
        match = pattern.fullmatch(plain)
        if match is not None:
            parts = match.groupdict()
            month = _MONTHS.index(parts["name"]) + 1 if parts.get("name") else int(parts.get("month") or 0)
            return (int(parts["year"]), month, int(parts.get("day") or 0))
    return None


@lru_cache(maxsize=4096)
def bounds(text: str) -> Range | None:
    """The range that `text` is: `4-8`, `less than 5`, `超过 16`."""
    plain = folded(text)
    for pattern in (_BELOW, _ABOVE):
        match = pattern.fullmatch(plain)
        number = quantity(match["bound"]) if match else None
        if number is not None:
            below = pattern is _BELOW
            return Range(None if below else number.value, number.value if below else None, closed=False)
    match = _RANGE.fullmatch(plain)
    return None if match is None or date(text) else _between(match["low"], match["high"])


def _between(low: str, high: str) -> Range | None:
    """`4` and `8 bits`: the first borrows the scale of the second when it has none of its own."""
    first, last = quantity(low), quantity(high)
    if first is None or last is None:
        return None
    borrowed = quantity(low + high.lstrip("0123456789.,$¥€ "))
    start = borrowed.value if borrowed is not None and not first.unit and borrowed.value <= last.value else first.value
    return Range(start, last.value) if start < last.value else None


def _splits_a_word(text: str, end: int) -> bool:
    """Whether a cut at `end` would go through a Latin word: `3 models` is not three million."""
    return 0 < end < len(text) and text[end - 1].isalpha() and text[end].isalpha() and text[end - 1 : end + 1].isascii()


def _can_be_unit(rest: str) -> bool:
    """Units are short and do not continue a name: `3-bit`, `4o` and `2D convolution, then pooling` are none."""
    return len(rest.split()) <= 3 and not re.match(r"[^\w%°\"']|[a-z]\w*-", rest)
