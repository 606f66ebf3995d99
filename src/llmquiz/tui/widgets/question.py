"""A question: the stem, and below it the options, the line to type in, or the back of the card."""

from textual.app import ComposeResult
from textual.containers import VerticalGroup

from llmquiz.core.answers import Chosen
from llmquiz.core.responses import Many, NumberEntry, One, SelfRate, TextEntry
from llmquiz.trainer.views import FeedbackView, QuestionView
from llmquiz.tui.content import Block
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.choices import RIGHT, WRONG, Choices, Judged
from llmquiz.tui.widgets.entry import Entry
from llmquiz.tui.widgets.feedback import typed
from llmquiz.tui.widgets.flashcard import FlashcardBack
from llmquiz.tui.widgets.prose import Prose


class QuestionPane(VerticalGroup):
    """Shows a question before and after it is answered, in the same places."""

    def compose(self) -> ComposeResult:
        """The stem and one widget for each kind of response."""
        yield Prose(id="stem")
        yield Prose(id="task")
        yield Choices()
        yield Entry()
        yield FlashcardBack()

    def show(self, view: QuestionView, *, open_: bool, feedback: FeedbackView | None = None) -> None:
        """Show a question. `open_`: with its options, or with the back of its card."""
        response = view.item.response
        choice = isinstance(response, One | Many)
        self.query_one("#stem", Prose).show(Block(view.item.stem, "bold"))
        self.query_one("#task", Prose).show(Block(task(view, open_=open_), "$muted"))
        self.query_one(Choices).display = choice and open_
        self.query_one(Entry).display = isinstance(response, TextEntry | NumberEntry)
        self.query_one(FlashcardBack).display = isinstance(response, SelfRate) and open_ and feedback is None
        if isinstance(response, One | Many):
            judged = Judged(_chosen(feedback)) if feedback is not None else None
            self.query_one(Choices).show(response.options, many=isinstance(response, Many), judged=judged)
        elif isinstance(response, SelfRate):
            self.query_one(FlashcardBack).show(view)
        elif feedback is not None:
            self._judge_entry(feedback)

    def _judge_entry(self, view: FeedbackView) -> None:
        entry = self.query_one(Entry)
        entry.close(typed(view))
        if not typed(view):
            entry.note("")
        elif view.verdict.right:
            entry.note(_understood(view) or _("your answer"), "bold $success", RIGHT)
        else:
            entry.note(_understood(view) or _("your answer"), "$warning", WRONG)


def task(view: QuestionView, *, open_: bool) -> str:
    """What to do, where the widget below does not say it."""
    match view.item.response:
        case One() | Many() if not open_:
            return _("Think of the answer; then look at the options.")
        case Many():
            return _("Mark all that are right, then press Enter.")
        case NumberEntry(unit=unit):
            return _("Type a number ({unit}).").format(unit=unit) if unit else _("Type a number.")
        case TextEntry():
            return _("Type the answer.")
        case SelfRate() if not open_:
            return _("Say the answer to yourself; then look.")
        case SelfRate():
            return _("How well did you know it?")
    return ""


def _chosen(view: FeedbackView | None) -> frozenset[str]:
    return frozenset(view.answer.options) if view is not None and isinstance(view.answer, Chosen) else frozenset()


def _understood(view: FeedbackView) -> str:
    understood = view.verdict.understood
    return _("your answer, read as {number}").format(number=understood) if understood else ""
