"""Draws the walkthrough of the documentation: `python docs/make_walkthrough.py [FOLDER]`; else into `docs/walkthrough`.

A newcomer's first minutes, key by key, on a set clock: one SVG a step, and a page that shows them in order. The same
each time.
"""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from llmquiz.core.responses import One
from llmquiz.files.paths import Home
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.themes import DARK

FOLDER = Path(__file__).parent / "walkthrough"
SIZE = (80, 24)
STEPS = (
    ("welcome", "The first start says what this is."),
    ("keys", "How a day goes, and the three keys one needs."),
    ("choices", "Begin with the first lesson, or find out what you know already."),
    ("lesson", "What is new is taught first."),
    ("question", "A little later it is asked."),
    ("right", "A right answer costs one line and one key."),
    ("wrong", "A wrong one teaches: the key, why, and why not what was chosen."),
    ("home", "Esc at any time: the next start goes on where this stopped."),
)


def main(folder: Path = FOLDER) -> None:
    """Draw every step, and the page."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = SetClock(datetime(2025, 3, 3, 9, 0, tzinfo=UTC))
    with TemporaryDirectory() as home, opened(Home(Path(home)), lang="en", clock=clock) as trainer:
        asyncio.run(walk(LlmquizApp(trainer, welcome=True), folder))
    (folder / "README.md").write_text(page(), encoding="utf-8")


async def walk(app: LlmquizApp, folder: Path) -> None:
    """Press the keys of the newcomer, and draw what is seen."""
    async with app.run_test(size=SIZE) as pilot:
        app.theme = DARK.name
        for name, _caption in STEPS:
            await _come_to(name, pilot)
            await pilot.pause()
            drawn = app.export_screenshot(title="llmquiz")
            (folder / f"{_file(name)}").write_text(drawn, encoding="utf-8")


def page() -> str:
    """The steps under each other, in Markdown."""
    head = "# The first minutes\n\nMade by `python docs/make_walkthrough.py`.\n"
    return head + "".join(f"\n{caption}\n\n![{caption}]({_file(name)})\n" for name, caption in STEPS)


def _file(name: str) -> str:
    number = [step for step, _ in STEPS].index(name) + 1
    return f"{number}-{name}.svg"


async def _come_to(name: str, pilot: Pilot[None]) -> None:
    """Press what leads from the step before to this one."""
    match name:
        case "keys" | "choices" | "lesson":
            await pilot.press("enter")
        case "question":
            await _to_choice(pilot)
        case "right":
            await _answer(pilot, right=True)
        case "wrong":
            await pilot.press("enter")
            await _to_choice(pilot)
            await _answer(pilot, right=False)
        case "home":
            await pilot.press("escape")


async def _to_choice(pilot: Pilot[None]) -> None:
    """Read lessons until a question with options comes."""
    while True:
        view = pilot.app.screen.session.view
        if isinstance(view, QuestionView) and isinstance(view.item.response, One):
            return
        assert isinstance(view, LessonView | QuestionView | FeedbackView), view
        await pilot.press("f8" if isinstance(view, QuestionView) else "enter")
        await pilot.pause()


async def _answer(pilot: Pilot[None], *, right: bool) -> None:
    options = pilot.app.screen.session.view.item.options
    await pilot.press(str(next(at for at, option in enumerate(options, 1) if option.right == right)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
