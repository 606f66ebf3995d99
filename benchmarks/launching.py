"""From the command to the first screen, with everything compiled already.

The floor is a Textual program of one widget with the same imports, which ends as soon as it is drawn.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Row, pair

_FLOOR = """
import llmquiz.trainer.opening, llmquiz.tui.app
from textual.app import App
from textual.widgets import Static
class Floor(App):
    def compose(self): yield Static("llmquiz")
    def on_mount(self): self.call_after_refresh(self.exit)
Floor().run(headless=True, size=(80, 24))
"""
_HOME = """
from llmquiz.files.paths import home
from llmquiz.trainer.opening import opened
from llmquiz.tui.app import LlmquizApp
with opened(home(), lang="en") as trainer:
    app = LlmquizApp(trainer)
    async def leave(pilot):
        await pilot.pause()
        app.exit()
    app.run(headless=True, size=(80, 24), auto_pilot=leave)
"""
_DUE = (sys.executable, "-m", "llmquiz", "due")
_PASS = (sys.executable, "-c", "pass")


def rows(runs: int) -> Iterator[Row]:
    """The first screen, and `due` for a shell prompt."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"LLMQUIZ_HOME": str(Path(folder) / "home")}
        screen, floor = pair((sys.executable, "-c", _HOME), (sys.executable, "-c", _FLOOR), runs, environment)
        yield Row("launch to home (floor: same imports, one widget)", screen, floor)
        due, nothing = pair(_DUE, _PASS, runs, environment)
        yield Row("llmquiz due (floor: python -c pass)", due, nothing)
