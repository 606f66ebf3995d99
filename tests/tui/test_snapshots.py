"""Each screen as it reads, in both languages: two walks through the app, and `--snapshot-update` when a screen changes.

Rows of text, not pictures: what changed is seen in the difference, and a walk starts the app once. The newcomer's and
the learner's walk come, between them, to every place that has keys of its own.
"""

from contextlib import asynccontextmanager

import pytest
from tui_acting import GARDEN, assert_fits, number, study_all
from tui_furnishing import NOW, Furnished

from catalogues import both
from forests import forest
from llmquiz.core.answers import Chosen
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.views import FeedbackView, FinishedView, LessonView, QuestionView, WaitingView
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.screens.problems import ProblemsScreen

PROBLEM = Problem(Place("garden.yaml", 3, 5), "unknown-key", worded("`colour` is not a field."), worded("Remove it."))
KEEN = "new_per_day = 400\nlearning_steps = [60]\nhide_options = true\n"


class Walk:
    """Presses keys and keeps what is seen."""

    def __init__(self):
        self.screens, self.places = {}, set()

    @asynccontextmanager
    async def through(self, app):
        """Begin to walk through an app."""
        async with app.run_test(size=(80, 24)) as self.pilot:
            yield self

    async def see(self, name, *keys):
        """Press, wait until everything is drawn, and keep it under a name."""
        await self.pilot.press(*keys)
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()
        self.screens[name] = "\n".join(assert_fits(self.pilot))
        self.places.add(self.pilot.app.screen.mode)

    async def practise(self, card):
        """Be asked one card."""
        screen = self.pilot.app.screen
        screen.post_message(Page.Turn(self.pilot.app.trainer.practise([card])))
        await self.pilot.pause()

    @property
    def view(self):
        """What the session shows."""
        return self.pilot.app.screen.session.view


@pytest.fixture(scope="module")
def learner(tmp_path_factory):
    """Opens the app of somebody who knows the forest, of which one fact has changed since."""
    root, folder, clock = tmp_path_factory.mktemp("walking"), forest(5), SetClock(NOW)
    folder.attribute("release")["order"] = {"topic": "forest", "question": both("Which came first?", "哪个最早？")}
    folder.attribute("developer")["match"] = {"topic": "forest", "question": both("Who made what?", "各由谁开发？")}
    questions = folder.write(root / "questions")
    furnished = Furnished(root, questions)
    furnished.home.config.write_text(KEEN, encoding="utf-8")
    with opened(furnished.home, clock=clock, questions=questions) as trainer:
        study_all(trainer, clock, rating=4, topic="forest")
    folder.entity("babarin")["facts"]["context"] = "3k"
    folder.write(questions)
    with opened(furnished.home, clock=clock, questions=questions):
        furnished.keep()
    clock.move(days=9)
    return lambda lang: opened(furnished.anew(), lang=lang, clock=clock, questions=questions)


@pytest.mark.long
@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_each_screen_reads_as_it_did(home, reopen, learner, snapshot, lang):
    walk = Walk()
    home.config.write_text("new_per_day = 1\n", encoding="utf-8")
    with reopen(lang) as trainer:
        mix_up(trainer)
        async with walk.through(LlmquizApp(trainer, welcome=True)):
            await welcome(walk)
            await study(walk)
            await look(walk)
    with learner(lang) as trainer:
        async with walk.through(LlmquizApp(trainer)):
            await review(walk)
            await answer(walk)
            await look_closer(walk)
    assert walk.screens == snapshot
    assert set(Where) - walk.places == {Where.EVERYWHERE}


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


async def review(walk):
    """News of a changed fact, and a day on which the next card is not ready yet."""
    await walk.see("changed fact", "s")
    await walk.pilot.press("escape", *GARDEN)
    while not isinstance(walk.view, WaitingView):
        await walk.pilot.press("f8" if isinstance(walk.view, QuestionView) else "enter")
        await walk.pilot.pause()
    await walk.see("waiting")
    await walk.pilot.press("escape")


async def answer(walk):
    """Each kind of question, as it is answered, and what can be done after an answer."""
    await walk.practise("bank:garden/green")
    await walk.see("hidden options")
    await walk.see("hints", "space", "h", "h")
    await walk.see("right after a strong hint", number(walk.pilot, right=True))
    await walk.see("practice done", "enter")
    await walk.practise("bank:garden/fruit")
    await walk.see("several", "space", "1", "2")
    await walk.see("several, answered", "enter")
    await walk.see("rating it oneself", "o")
    await walk.practise("skill:order/release")
    await walk.see("order", "space", "2", "4")
    await walk.see("order, answered", "1", "3", "enter")
    await walk.practise("skill:match/developer")
    await walk.see("match", "2")
    await walk.see("match, answered", "1", "3", "4", "enter")
    await walk.practise("bank:garden/tall")
    await walk.see("typed", *"sun")
    await walk.see("typed, answered", "enter")
    await walk.practise("bank:garden/legs")
    await walk.see("number", *"128k")
    await walk.practise("bank:garden/moss")
    await walk.see("flashcard")
    await walk.see("flashcard, turned", "space")
    await walk.see("note", "n")
    await walk.pilot.press("escape", "escape")


async def look_closer(walk):
    """What is behind the screens that home leads to."""
    await walk.see("timeline", "e", "4")
    await walk.see("plot", "5")
    await walk.see("filter", "2", "/", *"ba")
    await walk.see("search", "escape", "escape", "b", "/", *"is:due")
    await walk.see("confirming", "enter", "x")
    await walk.see("note on a card", "escape", "n")
    await walk.see("before a date", *["escape"] * 3, "p", "4")
    await walk.see("typing a setting", *["escape"] * 2, "comma", "enter")
    await walk.see("your keys", "escape", "end", "enter")
    await walk.see("awaited key", "enter")
