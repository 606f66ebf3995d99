"""The back of a flashcard: the answer, what explains it, and four ratings with what each would lead to."""

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from llmquiz.core.answers import Rating
from llmquiz.core.responses import SelfRate
from llmquiz.trainer.views import QuestionView
from llmquiz.tui import wording
from llmquiz.tui.content import Block, plain
from llmquiz.tui.widgets.lesson import source
from llmquiz.tui.widgets.prose import Prose


class Ratings(Widget):
    """Four ratings under each other, each with its interval; a click rates."""

    DEFAULT_CSS = "Ratings { height: 4; width: 1fr; }"

    class Clicked(Message):
        """A rating was clicked."""

        def __init__(self, rating: int) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self) -> None:
        super().__init__()
        self._view: QuestionView | None = None

    def show(self, view: QuestionView) -> None:
        """Show what each rating of this question would lead to."""
        self._view = view
        self.refresh()

    def render(self) -> Content:
        """One line a rating."""
        return Content("\n").join(self._line(rating) for rating in Rating)

    def on_click(self, event: Click) -> None:
        """Tell the screen which one."""
        rating = event.style.meta.get("rating")
        if rating:
            self.post_message(self.Clicked(rating))

    def _line(self, rating: Rating) -> Content:
        due = self._view.intervals.get(rating) if self._view is not None and self._view.intervals else None
        words = plain(f"  {int(rating)}  ", "bold $accent") + plain(wording.rating_name(rating))
        line = words + plain(f"   {wording.when(due)}" if due is not None else "", "$muted")
        return line.stylize(Style.from_meta({"rating": int(rating)}))


class FlashcardBack(VerticalGroup):
    """Hidden until the learner wants to see it."""

    def compose(self) -> ComposeResult:
        """Answer, explanation, source, ratings."""
        yield Prose(id="back-answer")
        yield Prose(id="back-why")
        yield Prose(id="back-source", classes="source")
        yield Ratings()

    def show(self, view: QuestionView) -> None:
        """Show the back of this question."""
        response = view.item.response
        answer = response.answer if isinstance(response, SelfRate) else ""
        self.query_one("#back-answer", Prose).show(Block(answer, "bold $success"))
        why = view.item.explanation if view.item.explanation != answer else ""
        ticks = response.checklist if isinstance(response, SelfRate) else ()
        self.query_one("#back-why", Prose).show(why, *(Block(tick, lead="• ", lead_style="$accent") for tick in ticks))
        self.query_one("#back-source", Prose).show(source(view.item.source))
        self.query_one(Ratings).show(view)
