"""The settings in the app: explained, changed with arrows or typed, kept in the file, in force at once."""

import pytest
from textual.widgets import Input
from tui_acting import fits_every_size, seen

from llmquiz.files.setting_kinds import KINDS
from llmquiz.files.settings import Settings, load_settings
from llmquiz.tui import keyboard
from llmquiz.tui.screens.explore import ExploreScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.settings import SettingsScreen
from llmquiz.tui.widgets.keybar import Remark
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.setting_line import SettingLine


@pytest.fixture(autouse=True)
def afterwards():
    """No other test has these keys."""
    yield
    keyboard.use({})


async def go_to(pilot, row):
    """From the top down to a row, as often as the down key would."""
    pilot.app.screen.action_move([line.row for line in pilot.app.screen.query(SettingLine)].index(row))
    await pilot.pause()


def said(pilot, place):
    """What stands in one of the places below the list."""
    return pilot.app.screen.query_one(place, Prose).text


async def test_one_key_from_home_opens_them_and_escape_leaves(play):
    async with play(keys=["comma"]) as pilot:
        assert isinstance(pilot.app.screen, SettingsScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_every_setting_has_a_row_with_the_explanation_of_the_file(play):
    async with play(keys=["comma"]) as pilot:
        lines = list(pilot.app.screen.query(SettingLine))
        told = {}
        for line in lines:
            told[line.row.partition(":")[0]] = said(pilot, "#about")
            await pilot.press("down")
    assert {*KINDS, "keys"} == {*told, "topics_off"} - {"topic"}
    assert {} == {name: text for name, text in told.items() if name in KINDS and text != KINDS[name].comment}
    assert KINDS["topics_off"].comment == told["topic"]


async def test_the_arrows_change_a_value_and_the_file_keeps_it(play, home):
    async with play(keys=["comma", "right", "right", "left"]) as pilot:
        assert "‹ 11 ›" in seen(pilot)
    assert (Settings(new_per_day=11), ()) == load_settings(home.config)


async def test_what_is_changed_is_in_force_at_once(play):
    async with play(keys=["comma", *["left"] * 7, "escape"]) as pilot:
        assert "3 new" in seen(pilot)


async def test_what_the_learner_wrote_in_the_file_stays(play, home, reopen):
    home.config.write_text("# exam in May\nleech = 4 # stubborn\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=["comma", "right"]):
            pass
    assert home.config.read_text(encoding="utf-8").startswith("# exam in May\nleech = 4 # stubborn\n")


async def test_enter_types_a_value(play, home):
    async with play(keys=["comma"]) as pilot:
        await go_to(pilot, "retention")
        await pilot.press("enter")
        assert "90 %" == pilot.app.screen.query_one(Input).value
        await pilot.press(*"85", "enter")
        assert "‹ 85 % ›" in seen(pilot)
    assert 0.85 == load_settings(home.config)[0].retention


async def test_a_value_that_cannot_be_is_refused_in_a_sentence_and_the_line_stays_open(play, home):
    async with play(keys=["comma", "enter", *"many", "enter"]) as pilot:
        assert pilot.app.screen.query_one(Remark).text.startswith("This must be a whole number. Write for example")
        await pilot.press("escape")
        assert "‹ 10 ›" in seen(pilot)
        assert "" == pilot.app.screen.query_one(Remark).text
    assert Settings() == load_settings(home.config)[0]


async def test_delete_goes_back_to_what_the_program_does_by_itself(play, home):
    async with play(keys=["comma", "right", "delete"]) as pilot:
        assert "‹ 10 ›" in seen(pilot)
    assert Settings() == load_settings(home.config)[0]


async def test_what_was_changed_says_what_the_program_does_by_itself(play):
    async with play(keys=["comma"]) as pilot:
        await go_to(pilot, "retention")
        await pilot.press("right")
        assert said(pilot, "#about").endswith(" By itself: 90 %.")


async def test_a_topic_is_switched_off_and_gone_from_home(play, home):
    async with play(keys=["comma"]) as pilot:
        assert "Garden" in seen(pilot)
        await go_to(pilot, "topic:garden")
        await pilot.press("enter")
        assert ("garden",) == load_settings(home.config)[0].topics_off
        await pilot.press("escape")
        assert "Garden" not in seen(pilot)


async def test_the_language_changes_the_screen_at_once_and_empty_means_the_systems(play, home):
    async with play(keys=["comma"]) as pilot:
        await go_to(pilot, "lang")
        await pilot.press("right", "right")
        assert "zh" == load_settings(home.config)[0].lang
        assert "一天之内" in seen(pilot)
        await pilot.press("delete")
        assert "Within a day" in seen(pilot)


async def test_the_theme_changes_at_once(play, home):
    async with play(keys=["comma", "end", "up", "right", "right"]) as pilot:
        assert "dark" == load_settings(home.config)[0].theme == pilot.app.theme


async def test_the_workload_of_other_values_stands_beside_the_setting(play):
    async with play(keys=["comma"]) as pilot:
        await go_to(pilot, "retention")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        told = said(pilot, "#workload")
        assert told.startswith("Answers a day in the coming 90 days\n80 %: ")
        assert "95 %: " in told
        await pilot.press("up")
        assert "" == said(pilot, "#workload")


async def test_the_list_stays_where_it_is_whatever_is_said_below_it(play):
    async with play(keys=["comma"], size=(60, 20)) as pilot:
        heights = set()
        for _row in range(12):
            heights.add(pilot.app.screen.query_one("Scroll").size.height)
            await pilot.press("down")
    assert 1 == len(heights)


async def test_a_click_goes_to_a_row_and_another_one_changes_it(play, home):
    async with play(keys=["comma"]) as pilot:
        line = next(line for line in pilot.app.screen.query(SettingLine) if line.row == "rollover")
        await pilot.click(line)
        assert "The hour at which a new day begins." == said(pilot, "#about")
        await pilot.click(line)
        assert pilot.app.screen.query_one(Input).display


async def test_the_palette_finds_them(play):
    async with play(keys=["ctrl+p", *"sett", "enter"]) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_they_fit_every_size_in_both_languages(play):
    def cursor_in_sight(pilot):
        assert any(line.on and pilot.app.screen.can_view_entire(line) for line in pilot.app.screen.query(SettingLine))

    async with play(keys=["comma", "end"]) as pilot:
        await fits_every_size(pilot, cursor_in_sight)
        await pilot.press("enter", "end")
        await fits_every_size(pilot, cursor_in_sight)


# Keys of one's own

KEYS = ["comma", "end", "enter"]


async def test_a_pressed_key_becomes_the_actions_key_everywhere(play, home):
    async with play(keys=KEYS) as pilot:
        await go_to(pilot, "home.explore")
        await pilot.press("enter", "x")
        assert (("home.explore", ("x", "f4")),) == load_settings(home.config)[0].keys
        await pilot.press("escape", "escape", "e")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("x")
        assert isinstance(pilot.app.screen, ExploreScreen)


async def test_a_key_that_is_taken_is_refused_in_a_sentence(play, home):
    async with play(keys=KEYS) as pilot:
        await go_to(pilot, "home.explore")
        await pilot.press("enter", "t")
        assert "`t` is the key of `home.stats` there." in pilot.app.screen.query_one(Remark).text
    assert () == load_settings(home.config)[0].keys


async def test_escape_leaves_a_key_as_it_is_and_delete_brings_the_programs_back(play, home):
    async with play(keys=KEYS) as pilot:
        await go_to(pilot, "home.explore")
        await pilot.press("enter", "escape")
        assert () == load_settings(home.config)[0].keys
        await pilot.press("enter", "x", "delete")
        assert () == load_settings(home.config)[0].keys
        await pilot.press("escape", "escape", "e")
        assert isinstance(pilot.app.screen, ExploreScreen)


async def test_commands_with_a_row_of_keys_are_left_to_the_file(play):
    async with play(keys=KEYS) as pilot:
        await go_to(pilot, "choice.pick")
        await pilot.press("enter")
        assert "config.toml" in pilot.app.screen.query_one(Remark).text
