"""The palette: found by name and by what others call it, told where it acts, never a blank list."""

from textual.command import CommandInput, CommandList, CommandPalette
from tui_acting import GARDEN, type_in

from llmquiz.tui import search_words
from llmquiz.tui.keys import COMMANDS
from llmquiz.tui.screens.help import HelpScreen
from llmquiz.tui.screens.practice import PracticeScreen


async def offered(pilot, text):
    """What the palette lists for a text."""
    if not isinstance(pilot.app.screen, CommandPalette):
        await pilot.press("ctrl+p")
    pilot.app.screen.query_one(CommandInput).value = text
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    found = pilot.app.screen.query_one(CommandList)
    return [str(option.prompt).replace("\n", " ") for option in found.options]


def names(found):
    """Of the commands that are listed: what stands before the key."""
    return {option.split("  (")[0] for option in found}


async def test_at_home_a_command_is_found_by_what_others_call_it_or_told_where_it_acts_chinese_words_too(play):
    async with play() as pilot:
        for word, name in [
            ("settings", "Settings"), ("preferences", "Settings"), ("dark", "Next theme"), ("undo", "Undo"),
            ("exit", "Quit"), ("graphs", "Statistics"), ("shortcuts", "Help"), ("cram", "Practice"),
        ]:  # fmt: skip
            assert name in names(await offered(pilot, word)), word
        found = await offered(pilot, "suspend")
        assert any("Suspend" in option and "Not here, but there: " in option for option in found)
        await pilot.press("escape", "f2")
        for word in ("设置", "深色", "撤销", "undo"):
            assert "没有叫" not in " ".join(await offered(pilot, word)), word


async def test_so_it_is_while_studying_and_enter_runs_what_was_typed(play):
    async with play(keys=GARDEN) as pilot:
        assert {"Don't know", "Tomorrow"} <= names(await offered(pilot, "skip"))
        assert "Report" in names(await offered(pilot, "flag"))
        await type_in(pilot, "don't")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert not pilot.app.screen.session.view.verdict.right


async def test_enter_runs_what_was_found_by_another_word_and_helps_where_nothing_is_called_so(play):
    async with play() as pilot:
        assert ["Nothing is called “xyzzy”. Enter shows every key, by place."] == await offered(pilot, "xyzzy")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await offered(pilot, "cram")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PracticeScreen)


def test_every_list_of_words_is_a_commands():
    assert set() == set(search_words.WORDS) - {command.id for command in COMMANDS}
