"""One card: where it stands, its lesson or question, its history, and the pages it is about."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.trainer.explored import Link
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui.card_page import card_lines
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.quizzing import quiz
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.widgets.article import Article, LinkLine

_PAGES = ("entity:", "sheet:")


class CardScreen(Page):
    """Draws one card, in the language that is spoken."""

    def __init__(self, trainer: Trainer, key: str) -> None:
        super().__init__()
        self._trainer, self.key = trainer, key

    @property
    def mode(self) -> Where:
        """A page."""
        return Where.SUBJECT

    def body(self) -> Iterable[Widget]:
        """One long text."""
        yield Article()

    def begin(self) -> None:
        """Coming into view draws it."""

    def on_screen_resume(self) -> None:
        """Back from a quiz: there is more history."""
        self.redraw()

    def draw(self) -> None:
        """The page."""
        browser = self._trainer.browse()
        row = browser.row_of(self.key)
        lines = card_lines(
            row, browser.preview(self.key), browser.history(self.key), browser.note(self.key), self._links(row.card.kin)
        )
        self.query_one(Article).show(lines)

    def _links(self, kin: Iterable[str]) -> Iterable[Link]:
        """The pages that the card is about."""
        explorer = self._trainer.explore()
        subjects = sorted(each for each in kin if each.startswith(_PAGES))
        return [Link(subject, explorer.page(subject).name) for subject in subjects]

    def action_open(self) -> None:
        """Follow the link of the cursor."""
        subject = self.query_one(Article).current
        if subject:
            self.app.push_screen(ExplorePageScreen(self._trainer, subject))

    def action_link(self, by: int) -> None:
        """The next link, or the one before."""
        self.query_one(Article).move(by)

    def action_quiz(self) -> None:
        """Practise this card."""
        quiz(self, self._trainer, (self.key,))

    def on_link_line_clicked(self, message: LinkLine.Clicked) -> None:
        """A link was clicked."""
        self.app.push_screen(ExplorePageScreen(self._trainer, message.subject))
