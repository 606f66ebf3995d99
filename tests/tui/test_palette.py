"""The palette: found by name and by what others call it, told where it acts, never a blank list."""

import pytest
from textual.command import CommandList, CommandPalette
from tui_acting import GARDEN

from llmquiz.tui import search_words
from llmquiz.tui.keys import COMMANDS
from llmquiz.tui.screens.help import HelpScreen
from llmquiz.tui.screens.settings import SettingsScreen


async def offered(pilot, text):
    """What the palette lists for what is typed."""
    await pilot.press("ctrl+p", *text)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, CommandPalette)
    found = pilot.app.screen.query_one(CommandList)
    return [str(option.prompt).replace("\n", " ") for option in found.options]


@pytest.mark.parametrize(
    ("word", "name"),
    [("settings", "Settings"), ("preferences", "Settings"), ("dark", "Next theme"), ("undo", "Undo"),
     ("exit", "Quit"), ("graphs", "Statistics"), ("shortcuts", "Help"), ("cram", "Practice")],
)  # fmt: skip
async def test_at_home_a_command_is_found_by_what_others_call_it(play, word, name):
    async with play() as pilot:
        found = await offered(pilot, word)
        assert any(option.startswith(f"{name}  (") for option in found)


@pytest.mark.parametrize(("word", "name"), [("skip", "Don't know"), ("skip", "Tomorrow"), ("flag", "Report")])
async def test_so_it_is_while_studying(play, word, name):
    async with play(keys=GARDEN) as pilot:
        assert any(option.startswith(f"{name}  (") for option in await offered(pilot, word))


@pytest.mark.parametrize("word", ["设置", "深色", "撤销", "undo"])
async def test_chinese_words_are_found_and_english_ones_too(play, reopen, word):
    with reopen("zh") as trainer:
        async with play(trainer) as pilot:
            assert "没有叫" not in " ".join(await offered(pilot, word))


async def test_what_acts_elsewhere_is_listed_with_its_place(play):
    async with play() as pilot:
        found = await offered(pilot, "suspend")
        assert any("Suspend" in option and "Not here, but there: " in option for option in found)


async def test_what_is_called_nothing_says_so_and_enter_helps(play):
    async with play() as pilot:
        assert ["Nothing is called “xyzzy”. Enter shows every key, by place."] == await offered(pilot, "xyzzy")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_enter_runs_what_was_found_by_another_word(play):
    async with play() as pilot:
        await offered(pilot, "preferences")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SettingsScreen)


def test_every_list_of_words_is_a_commands():
    assert set() == set(search_words.WORDS) - {command.id for command in COMMANDS}
