"""Numbers as people write them: `128k`, `1.8T`, `1e6`, `$0.50`, `1,536`, `12.8 万`, `1.8 万亿`, `60 %`.

One parser reads catalogue values, learners' answers and the displayed strings the prover re-reads. It returns Decimals
and never guesses: what it does not wholly understand is None.
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_SUFFIXES = {
    "": 1, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "bn": 10**9, "tn": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
_GROUPED = r"\d{1,3}(?:[,_]\d{3})+|\d+"
_SIGNS = r"(?P<sign>[-+]?)(?:us)?[$¥€£]?\s*"
_BEGINNING = re.compile(rf"{_SIGNS}\.?\d")
_NUMBER = re.compile(
    rf"{_SIGNS}(?P<digits>(?:{_GROUPED})(?:\.\d+)?|\.\d+)(?P<exponent>e[-+]?\d{{1,2}})?"
    r"\s*(?P<rest>.*)",
    re.DOTALL,
)
_MONEY = ("", "%", "usd", "us dollars", "dollars", "dollar", "美元", "美金", "元")
"""What may follow a number without changing it."""
_SUFFIX_FIRST = sorted(_SUFFIXES, key=len, reverse=True)


@lru_cache(maxsize=4096)
def parse_number(text: str, units: tuple[str, ...] = ()) -> Decimal | None:
    """The number `text` stands for, or None. Words in `units` may follow; currency signs and `%` count for nothing."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip().casefold())
    if match is None:
        return None
    factor = _factor(match["rest"], tuple(unit.casefold() for unit in units))
    if factor is None:
        return None
    digits = match["sign"] + match["digits"].replace(",", "").replace("_", "") + (match["exponent"] or "")
    try:
        return Decimal(digits) * factor
    except InvalidOperation:
        return None


def may_begin_a_number(folded: str) -> bool:
    """Whether any beginning of a folded text could be a number."""
    return _BEGINNING.match(folded) is not None


def _factor(rest: str, units: tuple[str, ...]) -> int | None:
    """What the letters after the digits multiply by; None when some of them mean nothing."""
    rest = rest.strip()
    for suffix in _SUFFIX_FIRST:
        if rest.startswith(suffix) and _is_unit(rest[len(suffix) :].strip(), units):
            return _SUFFIXES[suffix]
    return None


def _is_unit(rest: str, units: tuple[str, ...]) -> bool:
    return rest in _MONEY or rest in units


def plain_decimal(value: Decimal) -> str:
    """`value` without exponent and without idle zeros: 0.5, 8192."""
    text = format(value.normalize(), "f")
    return "0" if text in ("-0", "") else text
