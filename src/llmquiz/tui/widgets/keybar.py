"""The last two lines of every screen: a passing remark, and the keys that act now, which can be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from llmquiz.core.text import width
from llmquiz.tui.content import padded, plain
from llmquiz.tui.widgets.bases import Leaf

_GAP, _NARROW_GAP = "   ", "  "


@dataclass(frozen=True, slots=True)
class Hint:
    """One key and what it does now."""

    key: str
    label: str
    action: str

    @property
    def columns(self) -> int:
        """The room it takes."""
        return width(f"{self.key} {self.label}")


class KeyBar(Leaf):
    """The keys that act now; what does not fit is left out, from the middle, so that the first and last ones stay."""

    DEFAULT_CSS = "KeyBar { height: 1; width: 1fr; }"

    class Pressed(Message):
        """A key of the bar was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[Hint, ...] = ()
        """What acts now, the most wanted first."""
        self.kept = 2
        """How many at the end stay whatever happens: help, and the way out."""

    def show(self, hints: Sequence[Hint]) -> None:
        """Show these."""
        if tuple(hints) != self.hints:
            self.hints = tuple(hints)
            self.refresh()

    def render(self) -> Content:
        """The hints on one line."""
        columns = self.content_size.width
        shown = self.fitting(columns)
        gap = _GAP if _columns(shown, _GAP) <= columns else _NARROW_GAP
        return Content(gap).join(_content(hint) for hint in shown)

    def fitting(self, columns: int) -> list[Hint]:
        """The hints that `columns` hold, closer together where that keeps one more."""
        shown = list(self.hints)
        while len(shown) > self.kept + 1 and _columns(shown, _NARROW_GAP) > columns:
            del shown[-self.kept - 1]
        while len(shown) > 1 and _columns(shown, _NARROW_GAP) > columns:
            del shown[-2]
        return shown

    def on_click(self, event: Click) -> None:
        """Find the hint that was clicked."""
        action = event.style.meta.get("hint")
        if action:
            self.post_message(self.Pressed(action))


class Remark(Leaf):
    """A line that is always there, mostly empty, so that a remark moves nothing."""

    DEFAULT_CSS = "Remark { height: 1; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def show(self, text: str) -> None:
        """Say it, until something else is said."""
        self.text = text
        self.refresh()

    def render(self) -> Content:
        """The remark, cut to the line."""
        return plain(padded(self.text, self.content_size.width), "$warning") if self.text else plain("")


def _columns(hints: Sequence[Hint], gap: str) -> int:
    return sum(hint.columns for hint in hints) + len(gap) * (len(hints) - 1)


def _content(hint: Hint) -> Content:
    whole = plain(hint.key, "bold $accent") + plain(f" {hint.label}", "$muted")
    return whole.stylize(Style.from_meta({"hint": hint.action}))
