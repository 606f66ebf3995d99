"""The views of the explore screen, each with its digit, on as many lines as they need."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style

from llmquiz.core.text import width
from llmquiz.tui.content import plain
from llmquiz.tui.widgets.bases import Leaf

_GAP = "   "


class Views(Leaf):
    """Names and digits; a click chooses."""

    DEFAULT_CSS = "Views { height: auto; width: 1fr; }"

    class Chosen(Message):
        """A view was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._at = 0

    def show(self, names: Sequence[str], at: int) -> None:
        """Show these views; the one at `at` is open."""
        self._names, self._at = tuple(names), at
        self.refresh(layout=True)

    def render(self) -> Content:
        """Digits and names."""
        lines = arranged(self._names, self.content_size.width)
        return Content("\n").join(Content(_GAP).join(self._label(at) for at in line) for line in lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they need."""
        return len(arranged(self._names, width))

    def on_click(self, event: Click) -> None:
        """Find the view that was clicked."""
        at = event.style.meta.get("view")
        if at is not None:
            self.post_message(self.Chosen(at))

    def _label(self, at: int) -> Content:
        name = plain(self._names[at], "bold underline" if at == self._at else "$muted")
        return (plain(f"{at + 1} ", "bold $accent") + name).stylize(Style.from_meta({"view": at}))


def arranged(names: Sequence[str], columns: int) -> list[list[int]]:
    """Which views stand on which line."""
    lines: list[list[int]] = [[]]
    used = 0
    for at, name in enumerate(names):
        wanted = width(f"{at + 1} {name}")
        if lines[-1] and used + len(_GAP) + wanted > columns:
            lines.append([])
            used = 0
        used += wanted + (len(_GAP) if lines[-1] else 0)
        lines[-1].append(at)
    return lines
