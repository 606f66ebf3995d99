"""The statistics screen: reached by a key and from the palette, complete once the log is read, at every size."""

import pytest
from textual.command import CommandPalette
from tui_acting import GARDEN, fits_every_size, seen, type_in

from llmquiz.core.text import width
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.stats import SectionPane, StatsScreen
from llmquiz.tui.widgets.chart import Chart
from llmquiz.tui.widgets.prose import Prose

SECTIONS = {"days", "forecast", "mastery", "mixups", "hardest", "retention", "calibration", "time"}


async def opened_stats(pilot, key="t"):
    """Press the key and wait until the log is read."""
    await pilot.press(key)
    assert isinstance(pilot.app.screen, StatsScreen)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def shown(pilot):
    return {pane.id for pane in pilot.app.screen.query(SectionPane) if pane.display}


def text_of(pilot):
    return "\n".join(prose.text for prose in pilot.app.screen.query(Prose))


async def test_one_key_or_the_palette_opens_it_and_escape_leads_home(play):
    async with play(keys=["ｔ"]) as pilot:
        assert isinstance(pilot.app.screen, StatsScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        await type_in(pilot, "statis")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StatsScreen)


async def test_a_new_learner_is_told_what_to_do_and_after_the_first_answer_what_will_be_shown_later(play):
    async with play() as pilot:
        await opened_stats(pilot)
        assert "Nothing was answered yet. Study today's cards" in seen(pilot)
        assert {"mastery"} == shown(pilot)
        await pilot.press("escape", *GARDEN, "d", "escape")
        await opened_stats(pilot, "f6")
        assert "1 answer on 1 day" in text_of(pilot)
        assert "Shown as soon as cards come back after days" in text_of(pilot)


async def test_everything_is_there_once_the_log_is_read_in_two_columns_or_one_in_either_language(play, studied):
    async with play(studied, size=(120, 100)) as pilot:
        await opened_stats(pilot)
        assert SECTIONS == shown(pilot)
        assert "One rest day in any seven" in text_of(pilot)
        assert "Predicted" in text_of(pilot)
        left, right = pilot.app.screen.query_one("#forecast"), pilot.app.screen.query_one("#retention")
        assert left.region.y == right.region.y
        await pilot.press("f2")
        assert "每周真实记忆率" in (page := seen(pilot))
        assert "周一" in page
        await pilot.resize_terminal(80, 24)
        assert left.region.x == right.region.x
        top = seen(pilot)
        await pilot.press("end")
        assert top != seen(pilot), "what has no room is scrolled to"


@pytest.mark.long
async def test_it_fits_every_size_in_colours_and_in_the_terminals_own(play, studied):
    async with play(studied) as pilot:
        await opened_stats(pilot)
        await fits_every_size(pilot, charts_fit)
        pilot.app.theme = "ansi"
        await pilot.pause()
        charts_fit(pilot)


def charts_fit(pilot):
    """No chart is wider than its place, and none has rows that are not seen."""
    for chart in pilot.app.screen.query(Chart):
        assert chart.content_size.width >= max(map(width, chart.render().plain.split("\n")))
        assert not chart.display or chart.content_size.height == chart.render().plain.count("\n") + 1
