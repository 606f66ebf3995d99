"""A setting as people type it, on the screen or as an argument: `95 %`, `1, 10`, `core detail`, `yes`."""

import re
from contextlib import suppress

from llmquiz.files.setting_kinds import KINDS, RefusedError
from llmquiz.files.settings import Settings

_SEPARATORS = re.compile(r"[\s,，、;；]+")
_YES, _NO = ("yes", "on", "true", "是", "开"), ("no", "off", "false", "否", "关")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def typed(name: str, text: str) -> object:
    """The value that `text` stands for. Raises RefusedError where the setting cannot be that."""
    text = text.translate(_FULL_WIDTH).strip()
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        parts = _SEPARATORS.split(text.strip("[]() "))
        return KINDS[name].read([_scalar(part) for part in parts if part])
    if isinstance(default, bool):
        return KINDS[name].read(_flag(text))
    if isinstance(default, float):
        return _read_share(name, text)
    return KINDS[name].read(text.strip("\"'") if isinstance(default, str) else _scalar(text))


def _read_share(name: str, text: str) -> object:
    """Who typed `200%` is not told of a 200, nor who typed `2` of a 0.02."""
    try:
        return KINDS[name].read(_share(text))
    except RefusedError as refused:
        raise refused.of(text) from refused


def _scalar(text: str) -> object:
    """A number where it is one, else the text itself."""
    for number in (int, float):
        with suppress(ValueError):
            return number(text)
    return text.strip("\"'")


def _flag(text: str) -> object:
    word = text.lower()
    return word in _YES if word in (*_YES, *_NO) else text


def _share(text: str) -> object:
    """`0.9`, `90 %` and `90` are the same: nobody wants to know ninety times of what is asked."""
    value = _scalar(text.removesuffix("%").strip())
    is_percent = isinstance(value, int | float) and not isinstance(value, bool) and 1 < value <= 100
    return value / 100 if is_percent and isinstance(value, int | float) else value
