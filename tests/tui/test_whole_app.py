"""The app as a whole: language, theme, help, palette, sizes, settings."""

import pytest
from tui_acting import GARDEN, assert_fits, number, seen

from llmquiz.files.settings import load_settings
from llmquiz.storage.errors import StorageError
from llmquiz.tui import keyboard, keys
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.screens.help import HelpScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.widgets.keybar import KeyBar
from llmquiz.tui.widgets.prose import Prose

SIZES = [((60, 20), "zh"), ((120, 40), "zh"), ((40, 12), "en")]
"""Beside the 80 and 24 of the snapshots' walks."""


async def test_the_language_changes_everywhere_at_once_and_is_kept(play, home):
    async with play(keys=[*GARDEN, "f2"]) as pilot:
        told = seen(pilot)
        assert "草[i] 是什么颜色？" in told
        assert "不知道" in told
        named = [hint.key for hint in pilot.app.screen.query_one(KeyBar).hints]
        assert not [each for each in named if len(each) == 1 and each.isalpha()], "input methods leave them alone"
        await pilot.press("escape")
        assert "花园" in seen(pilot)
        assert "zh" == load_settings(home.config)[0].lang
        await pilot.press("ctrl+l")
        assert "花园" not in seen(pilot)
        await pilot.press("enter")
        await pilot.press(number(pilot, right=False), "f2")
        told = seen(pilot)
        assert "因为叶绿素。" in told, "of feedback too"
        assert "正确答案" in told
        await pilot.press("ctrl+z")
        assert "已撤销" in seen(pilot)
        await pilot.press("f2")
        told = seen(pilot)
        assert "已撤销" not in told, "what was said in passing stays in no language but its own"
        assert "草[i] 是什么颜色？" not in told
    assert "en" == load_settings(home.config)[0].lang


async def test_a_broken_settings_file_is_left_to_be_mended(play, reopen, home):
    home.config.write_text("new_per_day = many\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=["f2"]) as pilot:
            assert "config.toml" in seen(pilot)
    assert "new_per_day = many\n" == home.config.read_text(encoding="utf-8")


async def test_the_theme_changes_and_is_kept_and_each_can_be_drawn(play, home):
    async with play(keys=["f3"]) as pilot:
        assert "light" == pilot.app.theme
        assert "light" == load_settings(home.config)[0].theme
        for _theme in range(2):
            await pilot.press("f3")
            await pilot.pause()
        assert "dark" == pilot.app.theme


async def test_it_can_begin_with_a_session_of_one_topic(trainer):
    app = LlmquizApp(trainer, trainer.study(topic="garden", limit=1))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Garden" == app.screen.session.view.topic
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_help_names_every_key(play):
    async with play(keys=["f1"]) as pilot:
        assert isinstance(pilot.app.screen, HelpScreen)
        text = pilot.app.screen.query_one("#text", Prose).text
        assert [] == [command.id for command in keys.COMMANDS if keyboard.all_keys(command) not in text]
        assert [] == [command.id for command in keys.COMMANDS if command.tooltip not in text]
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("？")
        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.parametrize(("size", "lang"), SIZES)
async def test_every_screen_fits_every_size(play, reopen, size, lang):
    with reopen(lang) as trainer:
        async with play(trainer, size=size) as pilot:
            for shown in (("f1",), ("f1", "enter"), ("k",), ("f8",), ("escape", *GARDEN), ("1",)):
                await pilot.press(*shown)
                assert_fits(pilot)


async def test_resized_to_sixty_columns_the_bar_keeps_the_first_key_help_the_way_out_and_second_thoughts(play):
    async with play(keys=GARDEN) as pilot:
        await pilot.resize_terminal(60, 20)
        assert "[MASK]" in seen(pilot)
        last = seen(pilot).split("\n")[-1]
        assert "1-3 Answer" in last
        assert "F1 Help" in last
        assert "Esc Leave" in last
        await pilot.press(number(pilot, right=True))
        last = seen(pilot).split("\n")[-1]
        assert [] == [word for word in ("I guessed", "Undo", "Help", "Leave") if word not in last]


async def test_a_file_that_fails_closes_the_app_and_its_sentence_is_left_to_the_caller(play, tmp_path):
    async with play() as pilot:
        app = pilot.app
        app._handle_exception(StorageError("disk-full", tmp_path / "llmquiz.db"))
    assert app.failure is not None
    assert "is full" in app.failure.message
