"""Summary and waiting: what was done, what was missed, what comes, and the ways on."""

from tui_acting import GARDEN, number, seen

from llmquiz.trainer.views import FinishedView, WaitingView
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen


async def until_shown(pilot, kind, *, right=True):
    """Answer until the session shows this kind of view."""
    for _turn in range(60):
        view = pilot.app.screen.session.view
        if isinstance(view, kind):
            return
        item = getattr(view, "item", None)
        if item is None:
            await pilot.press("enter")
        elif item.options and right and sum(option.right for option in item.options) == 1:
            await pilot.press(number(pilot, right=True))
        else:
            await pilot.press("f8")
        await pilot.pause()
    raise AssertionError(f"no {kind.__name__} came")


async def test_while_cards_ripen_it_says_how_long(play, clock):
    async with play(keys=GARDEN) as pilot:
        await until_shown(pilot, WaitingView)
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert "The next card comes in" in seen(pilot)
        await pilot.press("enter")
        assert "Not yet." in seen(pilot)
        clock.move(minutes=30)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StudyScreen)


async def test_the_summary_tells_what_was_missed_and_enter_goes_home(play, trainer):
    async with play(keys=["enter"]) as pilot:
        pilot.app.screen.session._limit = 1
        pilot.app.screen.session._queue = pilot.app.screen.session._new_queue()
        await until_shown(pilot, FinishedView, right=False)
        assert "Worth another look" in seen(pilot)
        assert "1 answer, 0 right" in seen(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_an_answer_is_taken_back_from_the_summary(play):
    async with play(keys=GARDEN) as pilot:
        await until_shown(pilot, WaitingView)
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StudyScreen)
