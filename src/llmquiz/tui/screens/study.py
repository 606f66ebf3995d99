"""Study: lesson, question and feedback on one screen. Draws `session.view`; every answer goes to the session at once.

The question and its options stay where they are when the feedback comes.
"""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from llmquiz.core.answers import Answer, DontKnow, Rated, Rating
from llmquiz.core.responses import SelfRate
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.views import ChangeView, FeedbackView, LessonView, QuestionView, View
from llmquiz.tui import wording
from llmquiz.tui.controls import CardControls
from llmquiz.tui.keys import Command
from llmquiz.tui.modes import mode_of
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Scroll
from llmquiz.tui.widgets.change import ChangePane
from llmquiz.tui.widgets.choices import OptionLine
from llmquiz.tui.widgets.entry import Entry
from llmquiz.tui.widgets.feedback import FeedbackPane
from llmquiz.tui.widgets.flashcard import Ratings
from llmquiz.tui.widgets.jotter import Jotter
from llmquiz.tui.widgets.lesson import LessonPane
from llmquiz.tui.widgets.progress import ProgressLine
from llmquiz.tui.widgets.question import QuestionPane

_PANES: dict[type[Widget], tuple[type[View], ...]] = {
    LessonPane: (LessonView,),
    ChangePane: (ChangeView,),
    QuestionPane: (QuestionView, FeedbackView),
    FeedbackPane: (FeedbackView,),
}


class StudyScreen(CardControls):
    """One sitting. When the session has nothing to show here, the summary takes over."""

    def __init__(self, session: Sitting, *, hide_options: bool) -> None:
        super().__init__(session)
        self._hide_options = hide_options
        self._open = True
        """Whether options, or the back of a flashcard, are shown."""
        self._explaining = False
        """Whether a right answer is explained too."""
        self._overruling = False
        """Whether the keys 1 to 4 rate the answer that was given."""

    @property
    def mode(self) -> Where:
        """What the session's view asks for."""
        if self.jotting is not None:
            return Where.JOTTING
        return mode_of(self.session.view, open_=self._open, overruling=self._overruling)

    def body(self) -> Iterable[Widget]:
        """Progress, then one scrolling column."""
        yield ProgressLine()
        with Scroll(can_focus=False):
            yield ChangePane()
            yield LessonPane()
            yield QuestionPane()
            yield FeedbackPane()
        yield Ratings()
        yield Jotter()

    def begin(self) -> None:
        """Show what the session begins with."""
        self.arrive(self.session.view)

    def draw(self) -> None:
        """The pane that the view needs, the others hidden."""
        view = self.session.view
        self.draw_jotter()
        self.query_one(Ratings).display = mode_of(view, open_=self._open, overruling=False) is Where.RATING
        for pane, kinds in _PANES.items():
            self.query_one(pane).display = isinstance(view, kinds)
        if isinstance(view, LessonView):
            self.query_one(LessonPane).show(view.lesson, view.note)
        elif isinstance(view, ChangeView):
            self.query_one(ChangePane).show(view)
        elif isinstance(view, QuestionView):
            self.query_one(QuestionPane).show(view, open_=self._open)
            self.query_one(Ratings).show(view)
        elif isinstance(view, FeedbackView):
            self._draw_feedback(view)
        if isinstance(view, LessonView | ChangeView | QuestionView):
            self.query_one(ProgressLine).show(view.topic, view.progress)

    def _draw_feedback(self, view: FeedbackView) -> None:
        explain = self._explaining or not view.verdict.right or view.rating is Rating.AGAIN
        self.query_one(QuestionPane).show(view.question, open_=self._open, feedback=view)
        self.query_one(FeedbackPane).show(view, explain=explain, rating=self._overruling)
        self.query_one(ProgressLine).show(view.question.topic, view.progress)

    def names(self, command: Command) -> bool:
        """Where a card slips away again and again, reading about it too."""
        slipping = isinstance(self.session.view, FeedbackView) and self.session.view.leech
        return super().names(command) or (slipping and command.action == "look_up")

    def key_of(self, command: Command) -> str:
        """The digits that there are options for."""
        if command.action == "pick":
            return f"1-{self.query_one(QuestionPane).count}"
        return super().key_of(command)

    def arrive(self, view: View, remark: str = "") -> None:
        """Another view: show it from its top, or hand over to the summary."""
        if not isinstance(view, ChangeView | LessonView | QuestionView | FeedbackView):
            self.post_message(self.Turn(self.session, remark))
            return
        self.remark(remark)
        self._explaining = self._overruling = False
        if isinstance(view, QuestionView):
            self._open = not isinstance(view.item.response, SelfRate) and not self._hide_options
            self.query_one(QuestionPane).clear()
        self.redraw()
        self.query_one(Entry).empty()
        self.refocus()
        self.query_one(Scroll).scroll_home(animate=False)

    def refocus(self) -> None:
        """The line has the keyboard while an answer is typed, and nothing else has it."""
        if self.mode is Where.TYPING:
            self.query_one(Entry).open()
        else:
            self.set_focus(None)

    def _answer(self, answer: Answer) -> None:
        self.session.answer(answer)
        self.remark("")
        self.set_focus(None)
        self._explaining = self._overruling = False
        self._redraw_in_sight()

    def _redraw_in_sight(self) -> None:
        """Draw the feedback; move the text only where the feedback would be out of sight."""
        self.redraw()
        self.call_after_refresh(self.query_one(FeedbackPane).bring_in_sight)

    def action_read(self) -> None:
        """The lesson, or the news, was read."""
        self.arrive(self.session.read())

    def action_know(self) -> None:
        """Ask it at once."""
        self.arrive(self.session.know())

    def action_uncover(self) -> None:
        """Show the options."""
        self._open = True
        self.redraw()

    action_reveal = action_uncover

    def action_pick(self, number: int) -> None:
        """A digit: an answer, or a mark."""
        self.remark("")
        answer = self.query_one(QuestionPane).pick(number)
        if answer is not None:
            self._answer(answer)

    def action_highlight(self, by: int) -> None:
        """Move between the options."""
        self.remark("")
        self.query_one(QuestionPane).move(by)

    def action_mark(self) -> None:
        """Mark the highlighted option."""
        self.remark("")
        self.query_one(QuestionPane).mark()

    def action_confirm(self) -> None:
        """Answer with what is chosen or typed; say what is missing."""
        answer = self.query_one(QuestionPane).collected()
        if isinstance(answer, str):
            self.remark(answer)
        else:
            self._answer(answer)

    def action_give_up(self) -> None:
        """Show the answer."""
        self._open = True
        self._answer(DontKnow())

    def action_rate(self, rating: int) -> None:
        """Rate a flashcard and go on, or overrule what was said."""
        if isinstance(self.session.view, FeedbackView):
            self.session.override(Rating(rating))
            self.redraw()
            return
        feedback = self.session.answer(Rated(Rating(rating)))
        self.arrive(self.session.next(), wording.rated(feedback))

    def action_go_on(self) -> None:
        """To the next card."""
        self.arrive(self.session.next())

    def action_why(self) -> None:
        """Show or hide the explanation."""
        self._explaining = not self._explaining
        self._redraw_in_sight()

    def action_override(self) -> None:
        """After a wrong answer count it as a right one; in any case let the learner choose."""
        view = self.session.view
        if self.mode is Where.WRONG and isinstance(view, FeedbackView):
            self.session.override(view.best)
        self._overruling = not self._overruling
        self._redraw_in_sight()

    def action_guessed(self) -> None:
        """The answer was luck."""
        self.session.guessed()
        self._redraw_in_sight()

    def action_undo(self) -> None:
        """Take back what was done last."""
        view = self.session.undo()
        if view is None:
            self.remark(wording.taken_back(None))
        else:
            self.arrive(view, wording.taken_back(self.session.undone))

    def on_option_line_clicked(self, message: OptionLine.Clicked) -> None:
        """An option was clicked."""
        if self.check_action("pick", ()):
            self.action_pick(message.at + 1)

    def on_ratings_clicked(self, message: Ratings.Clicked) -> None:
        """A rating was clicked."""
        if self.mode is Where.RATING:
            self.action_rate(message.rating)

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        if self.mode is Where.TYPING:
            self.action_confirm()
        elif self.mode is Where.JOTTING:
            self.action_keep()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say how a number is understood."""
        if self.mode is Where.TYPING:
            self.remark("")
            understood = self.session.understand(message.value)
            self.query_one(Entry).note(_("Read as {number}").format(number=understood) if understood else "")
