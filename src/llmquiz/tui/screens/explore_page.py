"""A page of the knowledge: one entity or one concept, with links to others. Escape goes back along the way."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.trainer.exploring import Explorer
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui.explaining import page_lines
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.quizzing import quiz
from llmquiz.tui.widgets.article import Article, LinkLine


class ExplorePageScreen(Page):
    """Draws `Explorer.page`, in the language that is spoken."""

    def __init__(self, trainer: Trainer, subject: str) -> None:
        super().__init__()
        self._trainer, self.subject = trainer, subject

    @property
    def mode(self) -> Where:
        """A page."""
        return Where.SUBJECT

    def body(self) -> Iterable[Widget]:
        """One long text."""
        yield Article()

    def draw(self) -> None:
        """The page."""
        self.query_one(Article).show(page_lines(self._explorer.page(self.subject)))

    @property
    def _explorer(self) -> Explorer:
        return self._trainer.explore()

    def action_open(self) -> None:
        """Follow the link of the cursor."""
        subject = self.query_one(Article).current
        if subject:
            self.app.push_screen(ExplorePageScreen(self._trainer, subject))

    def action_link(self, by: int) -> None:
        """The next link, or the one before."""
        self.query_one(Article).move(by)

    def action_quiz(self) -> None:
        """Practise what this page is about."""
        quiz(self, self._trainer, self._explorer.cards(self.subject))

    def on_link_line_clicked(self, message: LinkLine.Clicked) -> None:
        """A link was clicked."""
        self.app.push_screen(ExplorePageScreen(self._trainer, message.subject))
