"""From the command to the first screen, with everything compiled already.

The floor is a Textual program of one widget with the same imports, which ends as soon as it is drawn. `due` is asked
where there is most to count: every card was asked and is overdue, and some of today's answers were wrong.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.made_up import review
from benchmarks.measuring import Row, pair
from llmquiz.core.answers import Rating
from llmquiz.core.events import AnyEvent
from llmquiz.files.device import device_id
from llmquiz.files.paths import Home
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, parameters_event
from llmquiz.storage.store import Store
from llmquiz.trainer.opening import opened

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


_DAYS_AWAY = 40


def rows(runs: int) -> Iterator[Row]:
    """The first screen, and `due` for a shell prompt."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "home"
        environment = {"LLMQUIZ_HOME": str(root)}
        screen, floor = pair((sys.executable, "-c", _HOME), (sys.executable, "-c", _FLOOR), runs, environment)
        yield Row("launch to home (floor: same imports, one widget)", screen, floor)
        cards = _studied(Home(root))
        due, nothing = pair(_DUE, _PASS, runs, environment)
        yield Row(f"llmquiz due, {cards} cards overdue (floor: python -c pass)", due, nothing)


def _studied(home: Home) -> int:
    """Let every card have been asked on two days long ago, and some again today; how many that are."""
    with opened(home, lang="en") as trainer:
        cards, today = [card.key for card in trainer.library.cards], trainer.home().day
    with Store.open(home.database(), device_id(home.device)) as store:
        events = store.append(_reviews(cards, today))
        store.append((), replay(events).values())
    with opened(home, lang="en"):
        return len(cards)  # opened once more: which topic and tier they have is told at the start


def _reviews(cards: Sequence[str], today: int) -> Iterator[AnyEvent]:
    yield parameters_event(DEFAULT_PARAMETERS, at=0, day=today - _DAYS_AWAY, offset=0)
    for ago in (_DAYS_AWAY + 5, _DAYS_AWAY):
        yield from (review(card, today - ago, Rating.GOOD) for card in cards)
    yield from (review(card, today, Rating.AGAIN) for card in cards[::100])
