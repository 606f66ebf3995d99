"""What can be done line by line with the card that is shown, beside answering it: put it off, note, report, read."""

from collections.abc import Iterable

from llmquiz.cli.exploring import page_text
from llmquiz.cli.plain import showing
from llmquiz.trainer.contrasting import Pair
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView
from llmquiz.tui import wording
from llmquiz.tui.speech import _


class PlainControls:
    """Each takes what was typed behind its letter."""

    def __init__(self, trainer: Trainer, session: Sitting) -> None:
        self._trainer, self._session = trainer, session

    def _show(self) -> None:
        raise NotImplementedError

    def _say(self, lines: Iterable[str]) -> None:
        raise NotImplementedError

    def _suspend(self, _argument: str) -> None:
        if self._has_card():
            self._session.suspend()
            self._say([wording.suspended()])
            self._show()

    def _bury(self, _argument: str) -> None:
        if self._has_card():
            self._session.bury()
            self._say([wording.buried()])
            self._show()

    def _note(self, text: str) -> None:
        """Tell the note, or write another one; a dash takes it away."""
        if not self._has_card():
            return
        if text:
            kept = "" if text == "-" else text
            self._session.write_note(kept)
            self._say([wording.noted(kept)])
        else:
            self._say([showing.note_line(self._session.note) or wording.noted("")])

    def _read_up(self, _argument: str) -> None:
        """Print the page about the card, or those of what it mixes up."""
        if not self._has_feedback():
            return
        found = self._trainer.to_read(self._session.card)
        pages = found.pages if isinstance(found, Pair) else (found,) if found else ()
        if not pages:
            self._say([_("There is no page about this card.")])
        for page in pages:
            self._say(["", *page_text(self._trainer.explore().page(page))])

    def _place(self, _argument: str) -> None:
        """Tell where the card is written, as editors and other programs understand it."""
        if self._has_card():
            place = self._session.place
            self._say([f"{place.path}:{place.line}" if place else _("No file holds this card any more.")])

    def _flag(self, text: str) -> None:
        if not isinstance(self._session.view, QuestionView | FeedbackView):
            self._say([_("There is no question now.")])
        elif not text:
            self._say([_("Say what is wrong: :f and a few words.")])
        else:
            self._session.flag(text)
            self._say([wording.reported(), self._session.code])

    def _has_card(self) -> bool:
        if isinstance(self._session.view, LessonView | QuestionView | FeedbackView):
            return True
        self._say([_("There is no card now.")])
        return False

    def _has_feedback(self) -> bool:
        if isinstance(self._session.view, FeedbackView):
            return True
        self._say([_("There is no answer to speak of now; :u takes the latest one back.")])
        return False
