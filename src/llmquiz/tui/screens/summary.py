"""Summary: what a sitting came to, what to look at again, what comes next. Also shown while the next card ripens."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FinishedView, Summary, WaitingView
from llmquiz.tui import outlook, wording
from llmquiz.tui.content import Block
from llmquiz.tui.keyboard import key_to
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.screens.practice import PracticeScreen
from llmquiz.tui.speech import _, ngettext
from llmquiz.tui.widgets.bases import Scroll
from llmquiz.tui.widgets.prose import Prose

_LOOK_AGAIN = 20.0
"""Seconds after which a waiting screen counts the minutes anew."""


class SummaryScreen(Page):
    """Draws the session's last view, finished or waiting."""

    def __init__(self, trainer: Trainer, session: Sitting) -> None:
        super().__init__()
        self._trainer = trainer
        self.session = session
        self._waited = isinstance(session.view, WaitingView)

    @property
    def mode(self) -> Where:
        """Finished with practice, finished, or not yet."""
        if isinstance(self.session.view, FinishedView) and self.session.view.summary.practice:
            return Where.PRACTISED
        return Where.WAITING if self._waited else Where.SUMMARY

    def body(self) -> Iterable[Widget]:
        """Headline, numbers, what was missed, what comes."""
        with Scroll(can_focus=False):
            yield Prose(id="headline")
            yield Prose(id="numbers")
            yield Prose(id="missed-title")
            yield Prose(id="missed")
            yield Prose(id="ahead")

    def begin(self) -> None:
        """Draw it, and keep the minutes right."""
        self.redraw()
        if self._waited:
            self.set_interval(_LOOK_AGAIN, self._count_minutes)

    def draw(self) -> None:
        """Everything, from the session's view."""
        view = self.session.view
        summary = view.summary if isinstance(view, WaitingView | FinishedView) else Summary()
        self.query_one("#headline", Prose).show(Block(self._headline(summary), "bold"))
        self.query_one("#numbers", Prose).show(
            wording.answered(summary), Block(outlook.finished(summary.milestones), "$accent")
        )
        self.query_one("#missed-title", Prose).show(Block(_("Worth another look") if summary.missed else "", "$muted"))
        self.query_one("#missed", Prose).show(*_missed(summary))
        self.query_one("#ahead", Prose).show(Block("" if self._waited else self._ahead(summary), "$muted"))

    def action_again(self) -> None:
        """See whether the next card is ready."""
        view = self.session.next()
        if isinstance(view, WaitingView):
            self.redraw()
            self.remark(_("Not yet."))
        else:
            self.post_message(self.Turn(self.session))

    def action_practice(self) -> None:
        """Practise without touching the schedule."""
        self.app.push_screen(PracticeScreen(self._trainer))

    def action_home(self) -> None:
        """Back to where the sitting began."""
        self.app.pop_screen()

    def action_undo(self) -> None:
        """Take back what was done last."""
        if self.session.undo() is None:
            self.remark(wording.taken_back(None))
        else:
            self.post_message(self.Turn(self.session, wording.taken_back(self.session.undone)))

    def _count_minutes(self) -> None:
        if isinstance(self.session.next(), WaitingView):
            self.redraw()
        else:
            self.remark(_("The next card is ready: {key}.").format(key=key_to("waiting.again")))

    def _ahead(self, summary: Summary) -> str:
        """What comes next, and what can be done now where nothing is left."""
        left = summary.left_today + summary.new_left_today
        more = self.mode is Where.SUMMARY and not left and self._trainer.begun
        return wording.sentences(outlook.tomorrow(summary), outlook.practice() if more else "")

    def _headline(self, summary: Summary) -> str:
        view = self.session.view
        if isinstance(view, WaitingView):
            return ngettext("The next card comes in {n} minute.", "The next card comes in {n} minutes.", view.minutes)
        if summary.practice and summary.answered:
            return _("That was all about this.")
        if summary.placed is not None:
            return _("Now we know where to begin.")
        if not summary.answered and not summary.lessons:
            return outlook.nothing(summary, self._trainer.home())
        if not summary.left_today + summary.new_left_today:
            return _("Done for today.")
        spent = ngettext("{n} minute, well spent.", "{n} minutes, well spent.", summary.timed)
        return spent if summary.timed else _("Well done.")


def _missed(summary: Summary) -> Iterable[Block]:
    for missed in summary.missed:
        yield Block(missed.title, lead="• ", lead_style="$warning")
        yield Block(missed.answer, "bold", lead="  ")
        yield Block(missed.explanation, lead="  ")
