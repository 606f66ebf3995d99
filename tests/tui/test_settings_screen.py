"""The settings in the app: explained, changed with arrows or typed, kept in the file, in force at once."""

import pytest
from textual.widgets import Input
from tui_acting import assert_fits, fits_every_size, seen, type_in

from llmquiz.files.setting_kinds import KINDS
from llmquiz.files.settings import Settings, load_settings
from llmquiz.trainer.prospect import Prospect
from llmquiz.tui import keyboard
from llmquiz.tui.screens.explore import ExploreScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.own_keys import OwnKeysScreen
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
    """From wherever the cursor is to a row, as often as the arrow keys would."""
    lines = list(pilot.app.screen.query(SettingLine))
    here = next(at for at, line in enumerate(lines) if line.on)
    pilot.app.screen.action_move([line.row for line in lines].index(row) - here)
    await pilot.pause()


def said(pilot, place):
    """What stands in one of the places below the list."""
    return pilot.app.screen.query_one(place, Prose).text


async def test_the_palette_or_one_key_opens_them_and_what_is_changed_is_in_force_when_escape_leads_home(play, home):
    async with play(keys=["ctrl+p"]) as pilot:
        await type_in(pilot, "sett")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SettingsScreen)
        await pilot.press("escape", "comma")
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert "Garden" in seen(pilot)
        await pilot.press("enter", "3", "enter")
        await go_to(pilot, "topic:garden")
        await pilot.press("enter")
        assert ("garden",) == load_settings(home.config)[0].topics_off
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "3 new" in seen(pilot)
        assert "Garden" not in seen(pilot)


async def test_every_setting_has_a_row_with_the_explanation_of_the_file_below_a_list_that_stays_where_it_is(play):
    async with play(keys=["comma"], size=(60, 20)) as pilot:
        told, heights = {}, set()
        for line in pilot.app.screen.query(SettingLine):
            told[line.row.partition(":")[0]] = said(pilot, "#about")
            heights.add(pilot.app.screen.query_one("Scroll").size.height)
            await pilot.press("down")
    assert {*KINDS, "keys"} == {*told, "topics_off"} - {"topic"}
    assert {} == {name: text for name, text in told.items() if name in KINDS and text != KINDS[name].comment}
    assert KINDS["topics_off"].comment == told["topic"]
    assert 1 == len(heights)


async def test_the_arrows_change_a_value_and_the_file_keeps_it_until_delete_brings_the_programs_back(play, home):
    async with play(keys=["comma", "right", "left", "right"]) as pilot:
        assert "‹ 11 ›" in seen(pilot)
        assert (Settings(new_per_day=11), ()) == load_settings(home.config)
        await pilot.press("delete")
        assert "‹ 10 ›" in seen(pilot)
    assert Settings() == load_settings(home.config)[0]


async def test_a_typed_value_that_cannot_be_is_refused_in_a_sentence_and_the_line_stays_open(play, home):
    async with play(keys=["comma", "enter"]) as pilot:
        await type_in(pilot, "many")
        await pilot.press("enter")
        assert pilot.app.screen.query_one(Remark).text.startswith("This must be a whole number. Write for example")
        await pilot.press("escape")
        assert "‹ 10 ›" in seen(pilot)
        assert "" == pilot.app.screen.query_one(Remark).text
    assert Settings() == load_settings(home.config)[0]


async def test_a_click_goes_to_a_row_with_its_workload_and_another_one_opens_the_line_to_type_a_value_in(play, home):
    async with play(keys=["comma"]) as pilot:
        line = next(line for line in pilot.app.screen.query(SettingLine) if line.row == "retention")
        await pilot.click(line)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        told = said(pilot, "#workload")
        assert told.startswith("Answers a day in the coming 90 days\n80 %: ")
        assert "95 %: " in told
        await pilot.click(line)
        assert pilot.app.screen.query_one(Input).display
        assert "90 %" == pilot.app.screen.query_one(Input).value
        await pilot.press(*"85", "enter")
        assert "‹ 85 % ›" in seen(pilot)
        assert said(pilot, "#about") == f"{KINDS['retention'].comment} By itself: 90 %."
        await pilot.press("up")
        assert "" == said(pilot, "#workload")
    assert 0.85 == load_settings(home.config)[0].retention


async def test_language_and_theme_change_at_once_and_go_into_the_file_beside_the_learners_lines(play, home, reopen):
    home.config.write_text("# exam in May\nleech = 8 # stubborn\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=["comma"]) as pilot:
            await go_to(pilot, "lang")
            await pilot.press("right", "right")
            assert "zh" == load_settings(home.config)[0].lang
            assert "一天之内" in seen(pilot)
            await pilot.press("delete")
            assert "Within a day" in seen(pilot)
            await pilot.press("end", "up", "right", "right")
            assert "dark" == load_settings(home.config)[0].theme == pilot.app.theme
    assert home.config.read_text(encoding="utf-8").startswith("# exam in May\nleech = 8 # stubborn\n")


async def test_a_workload_is_simulated_once_whatever_changes_that_it_does_not_depend_on(play, monkeypatch):
    simulated = []
    monkeypatch.setattr(Prospect, "answers_a_day", lambda _, settings: simulated.append(settings) or 12.0)
    async with play(keys=["comma"]) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        told, times = said(pilot, "#workload"), len(simulated)
        assert "12" in told
        await pilot.press("f3", "f2", "f2")
        assert (told, times) == (said(pilot, "#workload"), len(simulated))


@pytest.mark.long
async def test_they_fit_every_size_in_both_languages_and_the_page_of_keys_the_small_ones(play):
    def cursor_in_sight(pilot):
        assert any(line.on and pilot.app.screen.can_view_entire(line) for line in pilot.app.screen.query(SettingLine))

    async with play(keys=["comma", "end"]) as pilot:
        await fits_every_size(pilot, cursor_in_sight)
        await pilot.press("enter", "end")
        for size in ((60, 20), (40, 12)):
            await pilot.resize_terminal(*size)
            assert_fits(pilot)
            cursor_in_sight(pilot)


# Names that there are not

MISNAMED = 'topics_off = ["gardne"]\nlang = "de"\ntheme = "drak"\nnew_per_day = 3\n'


async def test_a_topic_a_language_or_a_theme_that_there_is_not_is_a_problem_told_with_its_place(play, home, reopen):
    home.config.write_text(MISNAMED, encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer) as pilot:
            assert "3 problems in your files" in seen(pilot)
            assert "3 new" in seen(pilot)
            await pilot.press("f9")
            told = pilot.app.screen.query_one("#text", Prose).text
    assert f"{home.config}:1:1" in told
    assert "Did you mean `garden`?" in told
    assert f"{home.config}:3:1" in told
    assert "Did you mean `dark`?" in told


async def test_such_a_name_counts_for_nothing_until_it_is_mended_in_the_app_and_others_stay_as_written(
    play, home, reopen
):
    home.config.write_text(MISNAMED, encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=["comma"]) as pilot:
            await go_to(pilot, "theme")
            assert "‹ the program's own ›" in seen(pilot)
            await go_to(pilot, "lang")
            assert "‹ as the system ›" in seen(pilot)
            await pilot.press("f3", "f2")
            await go_to(pilot, "topic:garden")
            await pilot.press("enter", "escape")
            assert "文件中有 1 处问题" in seen(pilot)
    assert (
        Settings(topics_off=("gardne", "garden"), lang="zh", theme="light", new_per_day=3)
        == load_settings(home.config)[0]
    )


# Keys of one's own


async def test_a_pressed_key_becomes_the_actions_key_everywhere(play, home):
    async with play(keys=["comma", "end", "enter"]) as pilot:
        await go_to(pilot, "home.explore")
        await pilot.press("enter", "x")
        assert (("home.explore", ("x", "f4")),) == load_settings(home.config)[0].keys
        await pilot.press("escape", "escape", "e")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("x")
        assert isinstance(pilot.app.screen, ExploreScreen)


async def test_escape_and_keys_that_cannot_be_leave_it_as_it_is_and_delete_brings_the_programs_back(play, home):
    async with play() as pilot:
        await pilot.app.push_screen(OwnKeysScreen(pilot.app.trainer))
        await go_to(pilot, "choice.pick")
        await pilot.press("enter")
        assert "config.toml" in pilot.app.screen.query_one(Remark).text
        await go_to(pilot, "home.explore")
        await pilot.press("enter", "t")
        assert "`t` is the key of `home.stats` there." in seen(pilot)
        await pilot.press("down", "up")
        assert "`t` is the key of" not in seen(pilot)
        await go_to(pilot, "app.theme")
        await pilot.press("enter", "b")
        said = " ".join(seen(pilot).split())
        assert "has to work while you type. Add a key that is no character, such as F3." in said
        await go_to(pilot, "home.explore")
        await pilot.press("enter", "escape")
        assert () == load_settings(home.config)[0].keys
        await pilot.press("enter", "x", "delete")
        assert () == load_settings(home.config)[0].keys
        await pilot.press("escape", "e")
        assert isinstance(pilot.app.screen, ExploreScreen)
