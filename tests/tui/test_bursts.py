"""Keys that come faster than the screen: a slow line delivers them at once, a macro types them so.

Each line to write on gets all that follows the key that opens it, and gives the keyboard back.
"""

from textual.widgets import Input
from tui_acting import GARDEN, burst, seen, until_asked

from llmquiz.files.settings import load_settings
from llmquiz.trainer.views import FeedbackView
from llmquiz.tui.places import Where


def written(pilot):
    """What stands in the line that has the keyboard."""
    assert isinstance(pilot.app.focused, Input)
    return pilot.app.focused.value


async def test_a_note_on_a_lesson_is_kept_and_the_keys_act_again(play):
    async with play(keys=["enter"]) as pilot:
        await burst(pilot, "n", *"xy", "enter")
        assert "xy" == pilot.app.screen.session.note
        card = pilot.app.screen.session.card
        await pilot.press("enter")
        assert card != pilot.app.screen.session.card


async def test_a_note_that_is_given_up_leaves_the_keyboard_to_the_question(play):
    async with play(keys=GARDEN) as pilot:
        await burst(pilot, "n", *"no", "escape")
        assert "" == pilot.app.screen.session.note
        await pilot.press("d")
        assert isinstance(pilot.app.screen.session.view, FeedbackView)


async def test_a_report_on_the_question_that_another_key_brings_back(play):
    async with play(keys=[*GARDEN, "d"]) as pilot:
        await burst(pilot, "u", "f", *"no")
        assert Where.JOTTING is pilot.app.screen.mode
        assert "no" == written(pilot)


async def test_the_answer_to_a_question_that_the_first_key_brings(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        await pilot.press("f8")
        await burst(pilot, "u", *"sun")
        assert "sun" == written(pilot)


async def test_a_search_and_a_note_among_all_cards(play, trainer):
    async with play(keys=["b"]) as pilot:
        await burst(pilot, "/", *"moss", "enter")
        assert "moss" in seen(pilot)
        await burst(pilot, "n", *"dry", "enter")
        assert "dry" == trainer.browse().note("bank:garden/moss")


async def test_a_filter_of_a_table(play):
    async with play(keys=["e"]) as pilot:
        await burst(pilot, "/", *"bak", "enter")
        assert "1 of 12 rows with: bak" in seen(pilot)


async def test_a_day_to_practise_for(play):
    async with play(keys=["p"]) as pilot:
        await burst(pilot, "4", *"soon", "enter")
        assert "soon" == written(pilot)


async def test_a_setting(play, home):
    async with play(keys=["comma"]) as pilot:
        await burst(pilot, "enter", *"7", "enter")
    assert 7 == load_settings(home.config)[0].new_per_day
