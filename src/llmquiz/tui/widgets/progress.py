"""Where we are: the topic, and how far today's queue has come."""

from textual.content import Content

from llmquiz.core.text import width
from llmquiz.trainer.views import Progress
from llmquiz.tui import wording
from llmquiz.tui.content import bar, joined, padded
from llmquiz.tui.widgets.bases import Leaf

_BAR = 16


class ProgressLine(Leaf):
    """One line: topic at the left; words and the bar at the right, where longer numbers do not move it."""

    DEFAULT_CSS = "ProgressLine { height: 1; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._topic = ""
        self._progress = Progress(0, 0)

    def show(self, topic: str, progress: Progress) -> None:
        """Show this."""
        self._topic, self._progress = topic, progress
        self.refresh()

    def render(self) -> Content:
        """The line; the topic gives way."""
        words = wording.progress(self._progress)
        full, empty = bar(self._progress.share, _BAR)
        room = max(self.content_size.width - _BAR - width(words) - 4, 4)
        return joined(
            (padded(self._topic, room), "$muted"),
            ("  ", ""),
            (words, "$muted"),
            ("  ", ""),
            (full, "$accent"),
            (empty, "$faint"),
        )
