"""From what is seen to a quiz about it: practice, which changes nothing in the schedule."""

from collections.abc import Sequence

from llmquiz.trainer.practice import Practice
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FinishedView
from llmquiz.tui.page import Page
from llmquiz.tui.speech import _

QUESTIONS = 20
"""At most: about four minutes."""


def quiz(page: Page, trainer: Trainer, cards: Sequence[str], *, in_order: bool = False, remark: str = "") -> None:
    """Start a practice with these cards; say so where there is nothing to ask. `remark`: to be said instead."""
    begin(page, trainer.practise(cards, QUESTIONS, in_order=in_order), remark)


def begin(page: Page, practice: Practice, remark: str = "") -> None:
    """Show a practice, and say what it is."""
    if isinstance(practice.view, FinishedView):
        page.remark(remark or _("There is no question about this."))
        return
    page.remark("")
    page.post_message(page.Turn(practice, remark or _("Practice: nothing here changes your schedule.")))
