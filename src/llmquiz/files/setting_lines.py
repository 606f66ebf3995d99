"""Changing single lines of the settings file, so that everything else in it stays as the learner wrote it.

Settings stand before the first table; the learner's keys are the lines of the table `[keys]`.
"""

import json
import re
from collections.abc import Sequence

KEYS = "keys"
KEYS_COMMENT = (
    "# Your own keys: the name of an action, and its keys instead of the program's.\n"
    "# `llmquiz config keys` lists the names."
)
KEYS_BLOCK = f'{KEYS_COMMENT}\n# [{KEYS}]\n# "home.explore" = ["x", "f4"]\n'
"""The table as a new file shows it: not in force."""
_TABLE = re.compile(r"^[ \t]*\[[^\]\n]*\][ \t]*(?:#.*)?$", re.MULTILINE)
_KEYS_TABLE = re.compile(rf"^[ \t]*\[{KEYS}\][ \t]*(?:#.*)?$", re.MULTILINE)
_KEYS_TABLE_OFF = re.compile(rf"^#[ \t]*\[{KEYS}\][ \t]*$", re.MULTILINE)


def toml(value: object) -> str:
    """TOML and JSON write these values alike."""
    return json.dumps(value, ensure_ascii=False)


def with_setting(text: str, name: str, value: object, comment: str, *, on: bool) -> str:
    """`text` with the setting's line replaced, be it in force or commented out; added where there is none.

    `on`: whether it is in force from now on; a default stands behind a #, and follows the program.
    """
    line = f"{name} = {toml(value)}" if on else f"# {name} = {toml(value)}"
    table = _TABLE.search(text)
    head, tail = (text[: table.start()], text[table.start() :]) if table else (text, "")
    for written in (rf"^{name}\s*=.*$", rf"^#\s*{name}\s*=.*$"):
        changed, count = re.subn(written, lambda _: line, head, count=1, flags=re.MULTILINE)
        if count:
            return changed + tail
    return f"{head.rstrip()}\n\n# {comment}\n{line}\n" + (f"\n{tail}" if tail else "")


def with_keys(text: str, action: str, keys: Sequence[str]) -> str:
    """`text` with the keys of an action; none: the program's own count again."""
    before, after = _around_keys(text)
    following = _TABLE.search(after)
    lines, rest = (after[: following.start()], after[following.start() :]) if following else (after, "")
    line = f"{toml(action)} = {toml(list(keys))}\n" if keys else ""
    written = re.compile(rf"""^[ \t]*["']?{re.escape(action)}["']?[ \t]*=.*\n?""", re.MULTILINE)
    changed, count = written.subn(lambda _: line, lines, count=1)
    return before + (changed if count else line + lines) + rest


def _around_keys(text: str) -> tuple[str, str]:
    """What ends with the head of the table of keys, and what comes after it."""
    if not _KEYS_TABLE.search(text):
        text, count = _KEYS_TABLE_OFF.subn(f"[{KEYS}]", text, count=1)
        if not count:
            text = f"{text.rstrip()}\n\n{KEYS_COMMENT}\n[{KEYS}]\n"
    head = _KEYS_TABLE.search(text)
    end = text.index("\n", head.end()) + 1 if head and "\n" in text[head.end() :] else len(text)
    return text[:end] if text[:end].endswith("\n") else f"{text[:end]}\n", text[end:]
