"""From what is seen to a quiz about it: practice, which changes nothing in the schedule."""

from collections.abc import Sequence

from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FinishedView
from llmquiz.tui.page import Page
from llmquiz.tui.speech import _

QUESTIONS = 20
"""At most: about four minutes."""


def quiz(page: Page, trainer: Trainer, cards: Sequence[str]) -> None:
    """Start a practice with these cards; say so where there is nothing to ask."""
    practice = trainer.practise(cards, QUESTIONS)
    if isinstance(practice.view, FinishedView):
        page.remark(_("There is no question about this."))
        return
    page.remark("")
    page.post_message(page.Turn(practice, _("Practice: nothing here changes your schedule.")))
