"""News of a fact that the learner knew: what it was, what it is now, and why."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.trainer.views import ChangeView
from llmquiz.tui.content import Block
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.lesson import source
from llmquiz.tui.widgets.prose import Prose


class ChangePane(Late):
    """One change."""

    def pieces(self) -> Iterable[Widget]:
        """Five pieces of text."""
        yield Prose(id="change-kind")
        yield Prose(id="change-title")
        yield Prose(id="change-values")
        yield Prose(id="change-why")
        yield Prose(id="change-source", classes="source")

    def show(self, view: ChangeView) -> None:
        """Show a change."""
        self.make()
        self.query_one("#change-kind", Prose).show(Block(_kind(view), "$accent"))
        self.query_one("#change-title", Prose).show(Block(view.title, "bold"))
        self.query_one("#change-values", Prose).show(
            Block(_("Before: {answer}").format(answer=view.old) if view.old else "", "$muted"),
            Block(_("Now: {answer}").format(answer=view.new) if view.new else "", "bold $success"),
        )
        self.query_one("#change-why", Prose).show(view.explanation)
        self.query_one("#change-source", Prose).show(source(view.source))


def _kind(view: ChangeView) -> str:
    if view.since:
        return _("Changed since you learned it; the old answer held until {date}.").format(date=view.since)
    return _("Corrected since you learned it.")
