"""The back of a flashcard: the answer and what explains it; and four ratings with what each would lead to."""

from collections.abc import Iterable

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from llmquiz.core.answers import Rating
from llmquiz.core.responses import SelfRate
from llmquiz.core.text import width as columns_of
from llmquiz.trainer.views import QuestionView
from llmquiz.tui import wording
from llmquiz.tui.content import Block, padded, plain
from llmquiz.tui.widgets.bases import Leaf
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.lesson import source
from llmquiz.tui.widgets.prose import Prose

_GAP = "   "
_NUMBER = 2
"""Columns: a digit and a space."""


class Ratings(Leaf):
    """Four ratings, each with its interval, in as few lines as the width allows; a click rates."""

    DEFAULT_CSS = "Ratings { height: auto; width: 1fr; }"

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
        self.refresh(layout=True)

    def render(self) -> Content:
        """Rows of equal columns."""
        names, whens = self._names, self._whens
        columns = max(map(columns_of, names)), max(map(columns_of, whens))
        return Content("\n").join(
            Content(_GAP).join(self._cell(rating, columns) for rating in row)
            for row in _rows(self.content_size.width, sum(columns))
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        return len(_rows(width, max(map(columns_of, self._names)) + max(map(columns_of, self._whens))))

    def on_click(self, event: Click) -> None:
        """Tell the screen which one."""
        rating = event.style.meta.get("rating")
        if rating:
            self.post_message(self.Clicked(rating))

    @property
    def _names(self) -> list[str]:
        return [wording.rating_name(rating) for rating in Rating]

    @property
    def _whens(self) -> list[str]:
        due = (self._view.intervals if self._view is not None else None) or {}
        return [wording.when(due[rating]) if rating in due else "" for rating in Rating]

    def _cell(self, rating: Rating, columns: tuple[int, int]) -> Content:
        name, when = self._names[rating - 1], self._whens[rating - 1]
        cell = (
            plain(f"{int(rating)} ", "bold $accent")
            + plain(padded(name, columns[0]))
            + plain(f" {padded(when, columns[1])}", "$muted")
        )
        return cell.stylize(Style.from_meta({"rating": int(rating)}))


def _rows(room: int, texts: int) -> list[list[Rating]]:
    """The ratings in rows of four, two or one, as fits; `texts`: the columns of name and interval."""
    cell = _NUMBER + texts + 1
    count = next((count for count in (4, 2) if count * cell + (count - 1) * len(_GAP) <= room), 1)
    ratings = list(Rating)
    return [ratings[at : at + count] for at in range(0, len(ratings), count)]


class FlashcardBack(Late):
    """Hidden until the learner wants to see it."""

    def pieces(self) -> Iterable[Widget]:
        """Answer, explanation, source."""
        yield Prose(id="back-answer")
        yield Prose(id="back-why")
        yield Prose(id="back-source", classes="source")

    def show(self, view: QuestionView) -> None:
        """Show the back of this question."""
        self.make()
        response = view.item.response
        answer = response.answer if isinstance(response, SelfRate) else ""
        self.query_one("#back-answer", Prose).show(Block(answer, "bold $success"))
        why = view.item.explanation if view.item.explanation != answer else ""
        ticks = response.checklist if isinstance(response, SelfRate) else ()
        self.query_one("#back-why", Prose).show(why, *(Block(tick, lead="• ", lead_style="$accent") for tick in ticks))
        self.query_one("#back-source", Prose).show(source(view.item.source))
