"""Draws the pictures of the documentation with the app itself: `python docs/make_screens.py`, into `docs/screens`.

A learner's folder is made up in a temporary place and a few days are studied on a set clock, so that the pictures are
the same each time.
"""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from llmquiz.core.answers import Chosen, DontKnow
from llmquiz.core.responses import One
from llmquiz.files.paths import Home
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView, WaitingView
from llmquiz.tui import themes
from llmquiz.tui.app import LlmquizApp

SCREENS = Path(__file__).parent / "screens"
SIZE = (80, 24)
DAYS = 6
OPTIONS = 4


def main() -> None:
    """Draw each picture."""
    SCREENS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        clock = SetClock(datetime(2025, 3, 3, 9, 0, tzinfo=UTC))
        with opened(Home(Path(folder)), lang="en", clock=clock) as trainer:
            study_days(trainer, clock, DAYS)
            asyncio.run(draw(trainer, "home.svg"))
            asyncio.run(draw(trainer, "study.svg", wrong=True))


def study_days(trainer: Trainer, clock: SetClock, days: int) -> None:
    """Study today's cards for so many days; every sixth answer is not known."""
    for _day in range(days):
        study_today(trainer, clock)
        clock.move(days=1)


def study_today(trainer: Trainer, clock: SetClock) -> None:
    """Answer until nothing is left."""
    session, asked = trainer.study(), 0
    while True:
        clock.move(seconds=9)
        match session.view:
            case LessonView():
                session.read()
            case QuestionView(item=item):
                asked += 1
                key = tuple(option.id for option in item.options if option.right)
                session.answer(Chosen(key) if key and asked % 6 else DontKnow())
            case FeedbackView():
                session.next()
            case WaitingView(minutes=minutes):
                clock.move(minutes=minutes)
                session.next()
            case _:
                return


async def draw(trainer: Trainer, name: str, *, wrong: bool = False) -> None:
    """Home, or what is said after a wrong answer."""
    app = LlmquizApp(trainer)
    async with app.run_test(size=SIZE) as pilot:
        app.theme = themes.DARK.name  # whatever the terminal can show
        if wrong:
            await answer_wrongly(pilot)
        await pilot.pause()
        (SCREENS / name).write_text(app.export_screenshot(title="llmquiz"), encoding="utf-8")


async def answer_wrongly(pilot: Pilot[None]) -> None:
    """Start, and choose a wrong option of the first question with four of which one is right."""
    await pilot.press("enter")
    while True:
        view = pilot.app.screen.session.view
        if not isinstance(view, QuestionView):
            await pilot.press("enter")
        elif not isinstance(view.item.response, One) or len(view.item.options) < OPTIONS:
            await pilot.press("f8")
        else:
            wrong = next(at for at, option in enumerate(view.item.options, 1) if not option.right)
            await pilot.press(str(wrong))
            return


if __name__ == "__main__":
    main()
