"""The list of a hundred thousand cards: to open it, to type one letter of a search, to turn a page, to print it all.

A list is a window on columns, so the floor is the same screen with the shipped cards alone, sixty times fewer. What is
timed ends when the rows are made. Compiling the made-up cards takes minutes and is not timed.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from textual.widgets import Input

from benchmarks.measuring import Row, each
from llmquiz.cli.browsing import card_data, found
from llmquiz.files.paths import Home
from llmquiz.trainer.opening import opened
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.widgets.cards import CardList

_BANKS, _QUESTIONS, _PAGES = 5, 20_000, 20
_WORDS = ("attention", "gradient", "token", "layer", "sparse", "dense", "head", "value", "query", "context", "window")
_HEAD = "bank: made-up-{bank}\ntitle: Made up\nsource: Nobody\nquestions:\n"
_QUESTION = "  - {{ id: q{n}, kind: flashcard, question: 'What is {one} {other} {n}?', answer: '{n}' }}\n"

Times = dict[str, list[float]]


def rows(runs: int) -> Iterator[Row]:
    """One row a doing."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        _write(Path(many) / "banks")
        floor, times = (_measured(Home(Path(folder)), runs) for folder in (few, many))
    for what, taken in times.items():
        yield Row(f"100,000 cards: {what} (floor: the shipped ones)", median(taken), median(floor[what]))


def _write(folder: Path) -> None:
    folder.mkdir(parents=True)
    for bank in range(_BANKS):
        numbers = range(bank * _QUESTIONS, (bank + 1) * _QUESTIONS)
        (folder / f"{bank}.yaml").write_text(_HEAD.format(bank=bank) + "".join(map(_question, numbers)), "utf-8")


def _question(number: int) -> str:
    one, other = _WORDS[number % len(_WORDS)], _WORDS[number // len(_WORDS) % len(_WORDS)]
    return _QUESTION.format(n=number, one=one, other=other)


def _measured(home: Home, runs: int) -> Times:
    with opened(home, lang="en"):
        pass  # compile
    doings = "open the list", "type the first letter", "type one more", "turn a page", "print them all as JSON"
    times: Times = {doing: [] for doing in doings}
    for _run in range(runs):
        with opened(home, lang="en") as trainer:
            asyncio.run(_sit(trainer, times))
            times["print them all as JSON"] += each([partial(_printed, trainer)])
    return times


async def _sit(trainer: Trainer, times: Times) -> None:
    app = LlmquizApp(trainer)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        times["open the list"].append(await _opened(app))
        cards = app.screen.query_one(CardList)
        await pilot.pause()
        times["turn a page"] += each([lambda: (cards.page(1), cards.render())] * _PAGES)
        await pilot.press("slash")
        times["type the first letter"].append(await _typed(app, "t"))
        times["type one more"] += [await _typed(app, letter) for letter in "oke"]


def _printed(trainer: Trainer) -> None:
    """As `llmquiz browse --json` does, without the printing."""
    browser = trainer.browse()
    for place in found(browser, ""):
        json.dumps(card_data(browser.row(place), browser.day), ensure_ascii=False)


async def _opened(app: LlmquizApp) -> float:
    """Until the first rows are there."""
    start = time.perf_counter()
    await app.push_screen(BrowseScreen(app.trainer))
    return await _drawn(app, (), start)


async def _typed(app: LlmquizApp, letter: str) -> float:
    """Until the rows that fit are there."""
    shown, start = app.screen.query_one(CardList).places, time.perf_counter()
    app.screen.query_one(Input).value += letter
    return await _drawn(app, shown, start)


async def _drawn(app: LlmquizApp, before: Sequence[int], start: float) -> float:
    cards = app.screen.query_one(CardList)
    while cards.places is before:
        await asyncio.sleep(0)
    cards.render()
    return time.perf_counter() - start
