"""Whole numbers in Chinese numerals: `十二`, `两千`, `一千七百五十亿`, `一万亿`.

Only what is written in full counts: colloquial short forms (`两万五`) and ranges (`三四十`) are None.
"""

_DIGITS = "零一二三四五六七八九"
_STEPS = ((10**8, "亿"), (10**4, "万"), (10**3, "千"), (10**2, "百"), (10, "十"))
_SAME = str.maketrans({"两": "二", "〇": "零", "萬": "万", "億": "亿"})
_LONGEST, _YEAR = 24, 4
NUMERALS = "零〇一二两三四五六七八九十百千万亿萬億"


def chinese_number(text: str) -> int | None:
    """The number that `text` is, or None. What would not be written like that is not read at all."""
    plain = text.translate(_SAME)
    if not plain or len(plain) > _LONGEST:
        return None
    if len(plain) == _YEAR and all(char in _DIGITS for char in plain):
        return int("".join(str(_DIGITS.index(char)) for char in plain))
    value = _read(plain)
    return value if value is not None and _short(_written(value)) == _short(plain) else None


def _read(text: str) -> int | None:
    """What `text` would be if it were well written; its last highest step parts it in two."""
    for step, name in _STEPS:
        if name in text:
            before, _, after = text.rpartition(name)
            high = 1 if name == "十" and before in ("", "零") else _read(before)
            low = _read(after.removeprefix("零")) if after else 0
            return None if high is None or low is None else high * step + low
    return _DIGITS.index(text) if len(text) == 1 and text in _DIGITS else None


def _written(value: int) -> str:
    """`value` as it is written in full."""
    for step, name in _STEPS:
        if value >= step:
            high, low = divmod(value, step)
            nought = "零" if low < step // 10 else ""
            return _written(high) + name + (nought + _written(low) if low else "")
    return _DIGITS[value]


def _short(text: str) -> str:
    """Ten may be written with its one or without."""
    return text.replace("一十", "十")
