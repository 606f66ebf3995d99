"""The coming days as bars, each with its number above and its day below."""

from collections.abc import Sequence

from textual.content import Content

from llmquiz.core.text import width
from llmquiz.tui import wording
from llmquiz.tui.content import joined
from llmquiz.tui.widgets.bases import Leaf

_LEVELS = "▁▂▃▄▅▆▇█"
_COLUMN = 7
_MOST = 14
"""Days."""


class Forecast(Leaf):
    """As many of the coming days as there is room for."""

    DEFAULT_CSS = "Forecast { height: 3; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self._today = 0

    def show(self, counts: Sequence[int], today: int) -> None:
        """Show these days; nothing while there is nothing to come."""
        self._counts, self._today = tuple(counts[:_MOST]), today
        self.display = any(self._counts)
        self.refresh()

    def render(self) -> Content:
        """Numbers, bars, days."""
        counts = self._counts[: max(self.content_size.width // _COLUMN, 1)]
        days = [wording.day_name(self._today + ahead, self._today) for ahead in range(len(counts))]
        return Content("\n").join((
            joined(*((_centred(str(count) if count else "·"), "" if count else "$faint") for count in counts)),
            joined(*((_centred(block * 3), "$accent" if block.strip() else "") for block in bars(counts))),
            joined(*((_centred(day), "$muted") for day in days)),
        ))  # fmt: skip


def bars(counts: Sequence[int]) -> list[str]:
    """A block for each count, the highest for the most; a space for none."""
    most = max(counts, default=0)
    return [_LEVELS[-(-count * len(_LEVELS) // most) - 1] if count else " " for count in counts]


def _centred(text: str) -> str:
    spare = _COLUMN - width(text)
    return " " * (spare // 2) + text + " " * (spare - spare // 2)
