"""Text from files is only text: the one place where strings become Textual `Content`, never through markup.

Widths are terminal columns. Lines are broken here because Textual breaks at spaces alone, and Chinese has none.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from textual.content import Content

from llmquiz.core.text import ljust, width

_OPENING = "（「『《〈【〔“‘(["
_CLOSING = "，。、；：？！）」』》〉】〕”’…％%,.;:?!)]"
_WIDE = (
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    r"\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:{_WIDE}|(?:(?!{_WIDE})\S)+?(?=\s|{_WIDE}|$))[{re.escape(_CLOSING)}]*|\s+"
)
_FULL, _EMPTY = "━", "─"
_GUTTER = 2
"""Spaces before a tail, within its columns."""
_LONG_LEAD = 3
"""A lead over this part of the width does not indent what follows."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: what stands before its first line, its text, and what stands at the right of its last line."""

    text: str
    style: str = ""
    lead: str = ""
    lead_style: str = ""
    tail: str = ""
    tail_style: str = ""
    tail_columns: int = 0
    """Columns kept free for a tail in the last line, whether there is one or not, so that it moves nothing."""


def plain(text: str, style: str = "") -> Content:
    """`text` exactly as it is written."""
    return Content.styled(text, style) if style else Content(text)


def joined(*parts: tuple[str, str]) -> Content:
    """(text, style) pairs on one line."""
    return Content.assemble(*(plain(text, style) for text, style in parts))


@lru_cache(maxsize=128)
def paragraphs(blocks: tuple[Block, ...], columns: int) -> Content:
    """Blocks under each other, each wrapped to `columns` and indented by its lead, if that is short.

    Kept, because a layout asks for the same lines several times: for their number, then to draw them.
    """
    return Content("\n").join(line for block in blocks for line in _lines(block, columns))


def wrapped(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns`; breaks at spaces and between Chinese characters, never before a comma."""
    return [line for paragraph in text.split("\n") for line in _wrapped_line(paragraph, max(columns, 2))]


def padded(text: str, columns: int) -> str:
    """`text` cut or filled with spaces to exactly `columns`."""
    if width(text) > columns:
        text = _head(text, columns - 1) + "…"
    return ljust(text, columns)


def bar(share: float, columns: int) -> tuple[str, str]:
    """The full and the empty part of a bar; only nothing is empty and only everything is full."""
    full = round(share * columns)
    if 0 < share < 1:
        full = min(max(full, 1), columns - 1)
    return _FULL * full, _EMPTY * (columns - full)


def _lines(block: Block, columns: int) -> list[Content]:
    indent = width(block.lead)
    if indent > columns // _LONG_LEAD:
        return _run_in(block, columns)
    texts = _with_room(wrapped(block.text, columns - indent), columns - indent, block.tail_columns)
    lines = [
        joined((block.lead, block.lead_style) if at == 0 else (" " * indent, ""), (text, block.style))
        for at, text in enumerate(texts)
    ]
    if block.tail:
        gap = columns - indent - width(texts[-1]) - block.tail_columns + _GUTTER
        lines[-1] = lines[-1] + plain(" " * max(gap, _GUTTER)) + plain(block.tail, block.tail_style)
    return lines


def _with_room(lines: list[str], columns: int, tail: int) -> list[str]:
    """The same lines, the last one broken where it leaves no room for a tail: it alone need give way."""
    if not tail or width(lines[-1]) <= columns - tail:
        return lines
    return [*lines[:-1], *wrapped(lines[-1], columns - tail)]


def _run_in(block: Block, columns: int) -> list[Content]:
    """A long lead begins the first line, and the text goes on behind it."""
    first, *rest = wrapped(block.lead + block.text, columns)
    end = min(len(first), len(block.lead))
    return [
        joined((first[:end], block.lead_style), (first[end:], block.style)),
        *(plain(line, block.style) for line in rest),
    ]


def _wrapped_line(text: str, columns: int) -> list[str]:
    lines, line = [], ""
    for unit in _UNIT.findall(text):
        if width(line) + width(unit.rstrip()) > columns and line:
            lines.append(line.rstrip())
            line = ""
            if unit.isspace():
                continue
        while width(unit) > columns:
            head = _head(unit, columns)
            lines.append(head)
            unit = unit[len(head) :]
        line += unit
    return [*lines, line.rstrip()]


def _head(text: str, columns: int) -> str:
    """As much of the beginning of `text` as fits."""
    used = 0
    for at, char in enumerate(text):
        used += width(char)
        if used > columns:
            return text[:at]
    return text
