"""The settings file changes under an open app: what somebody else wrote stays, and counts in the app, too."""

import pytest
from tui_acting import seen

from llmquiz.files.settings import Settings, load_settings
from llmquiz.tui import keyboard
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.problems import ProblemsScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.widgets.keybar import Remark

BROKEN = "new_per_day = 3\n# mine\n[keys"
KEYS = 'retention = 0.85 # exam\n\n[keys]\n"home.today" = "z"\n'
HIDING = ("comma", "end", "up", "up", "up")
"""To the setting whether options are hidden: no workload is simulated for it."""
CHANGES = [
    ((), ("f3",), ("f3",)),
    ((), ("f2",), ("f2",)),
    (HIDING, ("right",), ("left",)),
    (("comma", "end", "enter"), ("enter", "f20"), ("enter", "f21")),
]
"""The way to where something is chosen; one choice, and another one."""


@pytest.fixture(autouse=True)
def afterwards():
    """No other test has these keys."""
    yield
    keyboard.use({})


@pytest.mark.parametrize(("way", "once", "again"), CHANGES)
async def test_what_was_changed_outside_stays_and_a_file_that_broke_then_is_left_as_it_is(play, home, way, once, again):
    async with play(keys=way) as pilot:
        home.config.write_text(KEYS, encoding="utf-8")
        before, _ = load_settings(home.config)
        await pilot.press(*once)
        settings, problems = load_settings(home.config)
        assert (0.85, ("z",), ()) == (settings.retention, dict(settings.keys)["home.today"], problems)
        assert settings != before, "something was chosen in the app"
        assert settings == pilot.app.trainer.settings
        assert "retention = 0.85 # exam\n" in home.config.read_text(encoding="utf-8")
        home.config.write_text(BROKEN, encoding="utf-8")
        await pilot.press(*again)
        assert "config.toml" in pilot.app.screen.query_one(Remark).text
        await pilot.press("f9")
        assert isinstance(pilot.app.screen, ProblemsScreen)
        assert "config.toml:3:6" in seen(pilot).replace("\n", "").replace(" ", "")
    assert BROKEN == home.config.read_text(encoding="utf-8")


async def test_once_it_is_mended_what_was_chosen_meanwhile_is_kept(play, home):
    async with play() as pilot:
        home.config.write_text(BROKEN, encoding="utf-8")
        await pilot.press("f3")
        home.config.write_text(f"{BROKEN}]\n", encoding="utf-8")
        await pilot.press("f2")
        assert (Settings(new_per_day=3, theme="light", lang="zh"), ()) == load_settings(home.config)
        assert () == pilot.app.trainer.problems


async def test_theme_language_and_keys_that_were_chosen_outside_are_taken_over_with_the_next_choice(play, home):
    async with play() as pilot:
        home.config.write_text('theme = "light"\nlang = "zh"\n[keys]\n"home.today" = "z"\n', encoding="utf-8")
        await pilot.press(*HIDING, "right", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "light" == pilot.app.theme
        assert "花园" in seen(pilot)
        await pilot.press("z")
        assert isinstance(pilot.app.screen, StudyScreen)


async def test_two_open_apps_keep_each_others_settings(play, home, reopen):
    with reopen() as one, reopen() as other:
        async with play(one, keys=["comma", "right", "escape"]) as pilot:
            async with play(other, keys=["f2"]):
                pass
            await pilot.press("f3")
    assert (Settings(theme="light", lang="zh", new_per_day=11), ()) == load_settings(home.config)
