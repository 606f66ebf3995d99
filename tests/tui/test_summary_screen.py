"""Summary and waiting: what was done, what was missed, what comes, and the ways on."""

import pytest
from tui_acting import GARDEN, number, seen

from llmquiz.trainer.views import FinishedView, WaitingView
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen

STATEMENT = """\
bank: garden
title: Garden
source: { title: The garden book }
questions:
  - id: roots
    kind: true-false
    question: Moss has roots.
    answer: false
    explanation: It drinks through its leaves.
"""


async def until_shown(pilot, kind):
    """Answer, rightly where there is one right option, until the session shows this kind of view."""
    for _turn in range(40):
        view = pilot.app.screen.session.view
        if isinstance(view, kind):
            return
        item = getattr(view, "item", None)
        one = item is not None and item.response.name == "one"
        await pilot.press(number(pilot, right=True) if one else "f8" if item is not None else "enter")
        await pilot.pause()
    raise AssertionError(f"no {kind.__name__} came")


@pytest.fixture
def waiting(home, reopen):
    """A trainer whose new cards come back after an hour."""
    home.config.write_text("new_per_day = 2\nlearning_steps = [60]\n", encoding="utf-8")
    with reopen() as trainer:
        yield trainer


async def test_while_cards_ripen_it_says_how_long_and_one_can_leave_or_take_back(play, waiting, clock):
    async with play(waiting, keys=GARDEN) as pilot:
        await until_shown(pilot, WaitingView)
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert "The next card comes in 40 minutes." in seen(pilot)
        await pilot.press("enter")
        assert "Not yet." in seen(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("enter", "u")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StudyScreen)
        assert "Taken back" in seen(pilot)
        await until_shown(pilot, WaitingView)
        clock.move(minutes=50)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StudyScreen)


async def test_a_missed_statement_is_told_with_what_is_so(play, home, reopen):
    home.config.write_text("new_per_day = 1\n", encoding="utf-8")
    (home.banks / "garden.yaml").write_text(STATEMENT, encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=(*GARDEN, "f8", "enter")) as pilot:
            await until_shown(pilot, FinishedView)
            told = " ".join(seen(pilot).split())
            assert "• Moss has roots. False It drinks through its leaves." in told


async def test_the_summary_tells_what_was_missed_and_enter_goes_home(play, home, reopen):
    home.config.write_text("new_per_day = 1\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=["enter", "k", "f8"]) as pilot:
            await until_shown(pilot, FinishedView)
            told = seen(pilot)
            assert "Done for today." in told
            assert "3 answers, 2 right, 1 lesson" in told
            assert "Worth another look" in told
            await pilot.press("enter")
            assert isinstance(pilot.app.screen, HomeScreen)
            await pilot.press(*GARDEN)
            await pilot.pause()
            told = seen(pilot)
            assert "Today's new cards are all met. The settings can bring more a day." in told
            assert "Tomorrow: 1 card, and new ones." in told
