"""What can be done with the card that is shown, beside answering it: a hint, putting it off, a note, a report."""

from enum import Enum, auto

from llmquiz.core.hints import Clue
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.views import QuestionView, View
from llmquiz.tui import wording
from llmquiz.tui.editing import edit
from llmquiz.tui.hinting import none_left
from llmquiz.tui.page import Page
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.jotter import Jotter
from llmquiz.tui.widgets.question import QuestionPane


class Jotting(Enum):
    """What is being written."""

    NOTE = auto()
    FLAG = auto()


class CardControls(Page):
    """A screen that shows the cards of a sitting, with a jotter."""

    def __init__(self, session: Sitting) -> None:
        super().__init__()
        self.session = session
        self.jotting: Jotting | None = None
        """What is being written now."""

    def arrive(self, view: View, remark: str = "") -> None:
        """Show another view of the session, and say something beside it."""
        raise NotImplementedError

    def refocus(self) -> None:
        """Give the keyboard back to what had it before something was written."""
        raise NotImplementedError

    def draw_jotter(self) -> None:
        """Say what is to be written, in the language that is spoken."""
        if self.jotting is Jotting.NOTE:
            self.query_one(Jotter).say(_("Your note on this card"), "")
        elif self.jotting is Jotting.FLAG:
            self.query_one(Jotter).say(_("What is wrong with this question?"), self.session.code)

    def action_look_up(self) -> None:
        """Read about the card."""
        self.post_message(self.LookedUp(self.session.card))

    def action_suspend(self) -> None:
        """Put the card aside."""
        self.arrive(self.session.suspend(), wording.suspended())

    def action_bury(self) -> None:
        """Put the card off until tomorrow."""
        self.arrive(self.session.bury(), wording.buried())

    def action_hint(self) -> None:
        """Take the next hint."""
        self.remark("" if self.session.hint() else none_left(self._hints()))
        self.redraw()
        self.call_after_refresh(self.query_one(QuestionPane).bring_hints_in_sight)

    def action_note(self) -> None:
        """Write a note on the card, or change it."""
        self._jot(Jotting.NOTE, self.session.note)

    def action_flag(self) -> None:
        """Report the question."""
        self._jot(Jotting.FLAG, "")

    def action_edit(self) -> None:
        """Open the card's file in the editor, and come back when that is closed."""
        place = self.session.place
        self.remark(edit(self.app, place) if place is not None else _("No file holds this card any more."))

    def action_keep(self) -> None:
        """Keep what is written."""
        text, jotting = self.query_one(Jotter).text.strip(), self.jotting
        if jotting is Jotting.NOTE:
            self.session.write_note(text)
            self._put_away(wording.noted(text))
        elif text:
            self.session.flag(text)
            self._put_away(wording.reported())
        else:
            self._put_away(_("Nothing was written, and nothing reported."))

    def action_drop(self) -> None:
        """Write nothing after all."""
        self._put_away("")

    def _hints(self) -> tuple[Clue, ...]:
        return self.session.view.hints if isinstance(self.session.view, QuestionView) else ()

    def _jot(self, jotting: Jotting, text: str) -> None:
        self.jotting = jotting
        self.remark("")
        self.query_one(Jotter).open(text)
        self.redraw()

    def _put_away(self, remark: str) -> None:
        self.jotting = None
        self.query_one(Jotter).close()
        self.remark(remark)
        self.redraw()
        self.refocus()
