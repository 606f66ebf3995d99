"""Numbered lines: a group has as many as it ever needed, and a click tells which one was meant."""

from typing import TypeVar

from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from llmquiz.tui.widgets.prose import Prose


class Line(Prose):
    """The line `at`, counted from 0."""

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    def on_click(self, event: Click) -> None:
        """Tell whoever is around it."""
        event.stop()
        self.post_message(self.Clicked(self.at))


Own = TypeVar("Own", bound=Line)


def shown(group: Widget, kind: type[Own], count: int) -> list[Own]:
    """The first `count` lines of a kind in `group`, made where there were fewer so far; further ones are hidden."""
    made = list(group.query_children(kind).results(kind))
    late = [kind(at) for at in range(len(made), count)]
    if late:
        group.mount(*late)
    for line in made:
        line.display = line.at < count
    return [*made, *late][:count]
