"""A fact among its like, drawn in text: bars, a timeline, a lineage. The fact itself is marked by a sign too."""

from collections.abc import Iterator

from llmquiz.core.pictures import Picture, PictureKind, PictureRow
from llmquiz.core.text import width
from llmquiz.tui.content import Block, bar, padded

_MARK = "›"
_WIDEST_NAME = 26
_BAR = 24


def picture_blocks(picture: Picture | None) -> Iterator[Block]:
    """A title and a line for each row; nothing where there is no picture."""
    if picture is None:
        return
    names = min(max((width(row.name) for row in picture.rows), default=0), _WIDEST_NAME)
    values = max((width(row.value) for row in picture.rows), default=0)
    yield Block(picture.title, "$muted")
    for row in picture.rows:
        text = _bar_row(row, names) if picture.kind is PictureKind.BARS else _dated_row(row, values)
        yield Block(
            text,
            "bold" if row.marked else "$muted",
            lead=f"{_MARK} " if row.marked else "  ",
            lead_style="bold $accent",
        )


def _bar_row(row: PictureRow, names: int) -> str:
    full, _empty = bar(row.share, _BAR)
    return f"{padded(row.name, names)}  {full or '·'} {row.value}"


def _dated_row(row: PictureRow, values: int) -> str:
    return f"{padded(row.value, values)}  {row.name}"
