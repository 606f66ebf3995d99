"""Study: lesson, question and feedback on one screen. Draws `session.view`; every answer goes to the session at once.

The question and its options stay where they are when the feedback comes.
"""

from collections.abc import Iterable

from textual import on
from textual.containers import VerticalGroup, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from llmquiz.core.answers import Answer, Chosen, DontKnow, Rated, Rating, Typed
from llmquiz.core.responses import Many, NumberEntry, One, SelfRate
from llmquiz.trainer.session import Session
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView, View
from llmquiz.tui import wording
from llmquiz.tui.keys import Command, Where
from llmquiz.tui.page import Page
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.choices import Choices, OptionLine
from llmquiz.tui.widgets.entry import Entry
from llmquiz.tui.widgets.feedback import FeedbackPane
from llmquiz.tui.widgets.flashcard import FlashcardBack, Ratings
from llmquiz.tui.widgets.lesson import LessonPane
from llmquiz.tui.widgets.progress import ProgressLine
from llmquiz.tui.widgets.question import QuestionPane


class StudyScreen(Page):
    """One sitting. When the session has nothing to show here, the summary takes over."""

    CSS_PATH = "study.tcss"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._open = not self.app.trainer.settings.hide_options
        """Whether options are shown, or the back of a flashcard."""
        self._explaining = False
        self._overruling = False

    # What is shown

    @property
    def mode(self) -> Where:
        """What the session's view asks for."""
        view = self.session.view
        if isinstance(view, QuestionView):
            return self._asking(view)
        if isinstance(view, FeedbackView):
            if self._overruling:
                return Where.OVERRULING
            return Where.RIGHT if view.rating > Rating.AGAIN else Where.WRONG
        return Where.LESSON if isinstance(view, LessonView) else Where.SUMMARY
