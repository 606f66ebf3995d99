"""What can be done with the card that is shown, beside answering it: put it aside, put it off."""

from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.views import View
from llmquiz.tui import wording
from llmquiz.tui.page import Page


class CardControls(Page):
    """A screen that shows the cards of a sitting."""

    def __init__(self, session: Sitting) -> None:
        super().__init__()
        self.session = session

    def arrive(self, view: View, remark: str = "") -> None:
        """Show another view of the session, and say something beside it."""
        raise NotImplementedError

    def action_suspend(self) -> None:
        """Put the card aside."""
        self.arrive(self.session.suspend(), wording.suspended())

    def action_bury(self) -> None:
        """Put the card off until tomorrow."""
        self.arrive(self.session.bury(), wording.buried())
