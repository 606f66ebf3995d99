"""Each screen as it reads, in both languages: one walk through the app, and `--snapshot-update` when a screen changes.

Rows of text, not pictures: what changed is seen in the difference, and a walk starts the app once.
"""

import pytest
from tui_acting import number, seen

from llmquiz.core.answers import Chosen
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded
from llmquiz.trainer.views import FeedbackView, FinishedView, LessonView
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.screens.problems import ProblemsScreen

PROBLEM = Problem(Place("garden.yaml", 3, 5), "unknown-key", worded("`colour` is not a field."), worded("Remove it."))


class Walk:
    """Presses keys and keeps what is seen."""

    def __init__(self, pilot):
        self.pilot, self.screens = pilot, {}

    async def see(self, name, *keys):
        """Press, wait until everything is drawn, and keep it under a name."""
        await self.pilot.press(*keys)
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()
        self.screens[name] = seen(self.pilot)

    @property
    def view(self):
        """What the session shows."""
        return self.pilot.app.screen.session.view


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_each_screen_reads_as_it_did(home, reopen, snapshot, lang):
    home.config.write_text("new_per_day = 1\n", encoding="utf-8")
    with reopen(lang) as trainer:
        mix_up(trainer)
        app = LlmquizApp(trainer, welcome=True)
        async with app.run_test(size=(80, 24)) as pilot:
            walk = Walk(pilot)
            await welcome(walk)
            await study(walk)
            await look(walk)
    assert walk.screens == snapshot


def mix_up(trainer):
    """Take one maker for another."""
    practice = trainer.practise(["fact:babarin/developer#value"])
    wrong = next(option for option in practice.view.item.options if not option.right)
    practice.answer(Chosen((wrong.id,)))


async def welcome(walk):
    """The first start, and the placement from there."""
    await walk.see("welcome 1")
    await walk.see("welcome 2", "enter")
    await walk.see("welcome 3", "enter")
    await walk.see("placement", "down", "enter")
    await walk.see("home of a newcomer", "escape")


async def study(walk):
    """A lesson, its question wrong and then right, and what the day came to."""
    await walk.see("lesson", "s")
    assert isinstance(walk.view, LessonView)
    await walk.see("question", "k")
    await walk.see("wrong", "f8")
    await walk.see("question again", "enter")
    await walk.see("right", number(walk.pilot, right=True))
    while not isinstance(walk.view, FinishedView):
        answered = isinstance(walk.view, FeedbackView | LessonView)
        await walk.pilot.press("enter" if answered else number(walk.pilot, right=True))
        await walk.pilot.pause()
    await walk.see("summary")
    await walk.see("home", "enter")


async def look(walk):
    """Everything that is looked at from home."""
    await walk.see("cards", "b")
    await walk.see("card", "/", *"rated:1", "enter", "enter")
    await walk.see("explore", *["escape"] * 3, "e")
    await walk.see("page", "enter")
    await walk.see("practice", *["escape"] * 2, "p")
    await walk.see("statistics", "escape", "t")
    await walk.see("mix-ups", "m")
    await walk.see("both pages", "enter")
    await walk.see("settings", *["escape"] * 3, "comma")
    await walk.see("help", "f1")
    walk.pilot.app.pop_screen()
    await walk.pilot.app.push_screen(ProblemsScreen([PROBLEM]))
    await walk.see("problems")
