"""The way to the first screen: what it must not import, once the questions are compiled."""

import subprocess
import sys

SCRIPT = """
import asyncio, gc, sys
from datetime import UTC, datetime
from pathlib import Path
from llmquiz.files.paths import Home
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.tui.app import LlmquizApp

async def look(trainer):
    async with LlmquizApp(trainer).run_test() as pilot:
        await pilot.pause()

clock = SetClock(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
with opened(Home(Path(sys.argv[1])), clock=clock, questions=Path(sys.argv[2])) as trainer:
    asyncio.run(look(trainer))
print(sorted({"yaml", "pydantic", "fsrs", "babel", "plotille"} & set(sys.modules)))
gc.freeze()
"""


def test_the_first_screen_comes_without_the_heavy_libraries(questions, home):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(home.root), str(questions)], capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()
