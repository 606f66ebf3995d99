"""The learner's own keys: bound, named everywhere, and refused with a line where they cannot be used."""

import pytest
from tui_acting import GARDEN, seen

from llmquiz.core.problems import Place
from llmquiz.files.settings import load_settings
from llmquiz.tui import keyboard, keymap
from llmquiz.tui.keys import COMMANDS
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.practice import PracticeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.widgets.keybar import KeyBar
from llmquiz.tui.widgets.prose import Prose
from tables import every_row


@pytest.fixture(autouse=True)
def afterwards():
    """No other test has these keys."""
    yield
    keyboard.use({})


def refused(own):
    """The codes of what cannot be used, by action."""
    found = {}
    good, problems = keymap.usable(own, lambda action: Place(action))
    for problem in problems:
        assert problem.hint
        assert problem.message.endswith(".")
        found[problem.place.path] = problem.code
    assert set(good) == set(own) - set(found)
    return found


@pytest.fixture
def with_keys(home, reopen):
    """The program started with a table of keys."""

    def opening(table, lang="en"):
        home.config.write_text(f"[keys]\n{table}\n", encoding="utf-8")
        return reopen(lang)

    return opening


async def test_a_key_of_ones_own_acts_full_width_too_the_old_one_no_longer_and_the_settings_keep_it(
    play, with_keys, home
):
    with with_keys('"home.practice" = ["x", "f21"]') as trainer:
        async with play(trainer, keys=["p", "f12"]) as pilot:
            assert isinstance(pilot.app.screen, HomeScreen)
            for key in ("x", "f21", "ｘ"):
                await pilot.press(key)
                assert isinstance(pilot.app.screen, PracticeScreen), key
                await pilot.press("escape")
            await pilot.press("f3")
    settings, problems = load_settings(home.config)
    assert ((("home.practice", ("x", "f21")),), ()) == (settings.keys, problems)


async def test_a_key_that_is_moved_is_named_in_running_text_and_stays_what_it_is_elsewhere(play, with_keys, home):
    (home.banks / "broken.yaml").write_text("bank: broken\nquestions: [\n", encoding="utf-8")
    with with_keys('"app.problems" = "f21"\n"home.start" = "f20"') as trainer:
        async with play(trainer) as pilot:
            told = seen(pilot)
            assert "F21 shows what is wrong, and where" in told
            assert "F20: " in told
            await pilot.press("enter")
            assert isinstance(pilot.app.screen, HomeScreen)
            await pilot.press("f20")
            assert isinstance(pilot.app.screen, StudyScreen)
            card = pilot.app.screen.session.view.lesson.card
            await pilot.press("enter")
            assert card != pilot.app.screen.session.view.lesson.card


async def test_bar_help_and_the_table_name_the_learners_keys_of_every_place(play, with_keys):
    with with_keys('"home.explore" = ["ctrl+e"]\n"app.help" = "f20"') as trainer:
        async with play(trainer, size=(120, 40)) as pilot:
            assert "Ctrl+E" in [hint.key for hint in pilot.app.screen.query_one(KeyBar).hints]
            await pilot.press("f20")
            assert "HelpScreen" == type(pilot.app.screen).__name__
            assert "  Ctrl+E  " in pilot.app.screen.query_one("#text", Prose).text
            assert "| Ctrl+E | Explore: " in keyboard.markdown_table()


async def test_a_digit_row_of_ones_own_answers(play, with_keys):
    row = ", ".join(f'"{key}"' for key in "QWERTYUIO")
    with with_keys(f'"choice.pick" = [{row}]') as trainer:
        async with play(trainer, keys=[*GARDEN, "W"]) as pilot:
            assert "FeedbackView" == type(pilot.app.screen.session.view).__name__


async def test_keys_that_cannot_be_used_are_problems_with_their_line_and_the_usual_ones_stay(play, with_keys, home):
    with with_keys('"home.explore" = "s"\n"home.expore" = "x"\n"home.browse" = "y"') as trainer:
        async with play(trainer, keys=["y"]) as pilot:
            assert isinstance(pilot.app.screen, BrowseScreen)
            await pilot.press("escape", "f9")
            told = pilot.app.screen.query_one("#text", Prose).text
    assert f"{home.config}:2:1" in told
    assert "`s` is the key of `home.today` there." in told
    assert f"{home.config}:3:1" in told
    assert "Did you mean `home.explore`?" in told


@every_row(
    ("own", "codes"),
    [
        ({"home.explore": ("x",)}, {}),
        ({"home.explore": ("t",), "home.stats": ("e",)}, {}),
        ({"home.explore": ("Ctrl+E",), "lesson.know": ("PgUp",)}, {"lesson.know": "key-taken"}),
        ({"home.explore": ("x",), "home.stats": ("x",)}, {"home.stats": "key-taken"}),
        ({"home.explore": ("f1",)}, {"home.explore": "key-taken"}),
        ({"home.explore": ("hyper+x",)}, {"home.explore": "unknown-key"}),
        ({"home.explore": ("foo",)}, {"home.explore": "unknown-key"}),
        ({"home.nothing": ("x",)}, {"home.nothing": "unknown-action"}),
        ({"choice.pick": ("a", "b")}, {"choice.pick": "keys-count"}),
        ({"page.leave": ("b",)}, {"page.leave": "no-key-while-typing"}),
        ({"page.leave": ("B", "f20")}, {}),
        ({"app.help": ("h",)}, {"app.help": "no-key-while-typing"}),
    ],
)
def test_what_can_be_used(own, codes):
    assert codes == refused(own)


@every_row(
    ("name", "character", "expected"),
    [("x", "x", "x"), ("X", "X", "X"), ("comma", ",", "comma"), ("fullwidth_comma", "，", "comma"), ("f5", None, "f5"),
     ("ctrl+e", "\x05", "ctrl+e"), ("question_mark", "?", "?"), ("space", " ", "space"), ("enter", "\r", "enter")],
)  # fmt: skip
def test_a_pressed_key_is_written_as_it_is_read(name, character, expected):
    key = keymap.key_from(name, character)
    assert expected == key
    assert {} == refused({"home.explore": (key,)}) or key in {"enter", "space", "?", "comma", "f5"}


def test_every_name_that_the_settings_may_use_is_a_commands():
    assert {} == refused({command.id: command.keys for command in COMMANDS})
