"""The welcome: three short screens for a newcomer, in both languages, that end in the first lesson; Esc skips them."""

from contextlib import asynccontextmanager

from tui_acting import seen

from llmquiz.trainer.placement import Placement
from llmquiz.trainer.views import LessonView
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.welcome import WelcomeScreen


@asynccontextmanager
async def welcomed(trainer, *keys, size=(80, 24)):
    """The app as it opens for a newcomer, after these keys."""
    app = LlmquizApp(trainer, welcome=trainer.is_new)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        yield pilot


async def test_it_says_what_this_is_and_how_a_day_goes_and_leads_to_the_first_lesson_after_which_nobody_is_new(
    trainer, reopen
):
    async with welcomed(trainer) as pilot:
        assert "It calls no model and needs no network." in seen(pilot)
        await pilot.press("enter")
        told = seen(pilot)
        assert "2/3: How a day goes" in told
        assert all(key in told for key in ("Enter  goes on", "1-9    answer", "Esc    leaves"))
        await pilot.press("left")
        assert "1/3: Welcome" in seen(pilot)
        await pilot.press("enter", "enter", "enter")
        assert isinstance(pilot.app.screen, StudyScreen)
        assert isinstance(pilot.app.screen.session.view, LessonView)
        await pilot.press("enter", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    with reopen() as again:
        async with welcomed(again) as pilot:
            assert isinstance(pilot.app.screen, HomeScreen)


async def test_on_its_last_screen_language_and_theme_are_chosen_and_the_placement_is_begun(trainer):
    async with welcomed(trainer, "enter", "enter", "down", "down", "enter") as pilot:
        assert "zh" == trainer.interface
        assert "从第一课开始" in seen(pilot)
        before = pilot.app.theme
        await pilot.press("down", "enter")
        await pilot.pause()
        assert before != pilot.app.theme
        assert isinstance(pilot.app.screen, WelcomeScreen)
        await pilot.press("f2")
        assert "Begin with the first lesson" in seen(pilot)
        await pilot.press("up", "up", "enter")
        assert isinstance(pilot.app.screen.session, Placement)


async def test_escape_skips_it(trainer):
    async with welcomed(trainer, "escape") as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_each_screen_fits_into_a_small_terminal_in_both_languages(trainer):
    async with welcomed(trainer, size=(60, 20)) as pilot:
        for key in ("f2", "enter", "f2", "enter", "f2", "escape"):
            shown = pilot.app.screen.query("Prose, StartRow")
            assert max(widget.region.bottom for widget in shown) <= 18, key
            assert "…" not in seen(pilot), key
            await pilot.press(key)
        assert isinstance(pilot.app.screen, HomeScreen), "all three were seen"
