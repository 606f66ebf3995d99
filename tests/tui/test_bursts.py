"""Keys that come faster than the screen: a slow line delivers them at once, a macro types them so.

Each line to write on gets all that follows the key that opens it, and gives the keyboard back.
"""

from textual.widgets import Input
from tui_acting import GARDEN, burst, seen

from llmquiz.files.settings import load_settings
from llmquiz.trainer.views import FeedbackView
from llmquiz.tui.page import Page
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


async def test_a_note_that_is_given_up_and_a_report_on_the_question_that_another_key_brings_back(play):
    async with play(keys=GARDEN) as pilot:
        await burst(pilot, "n", *"no", "escape")
        assert "" == pilot.app.screen.session.note
        await pilot.press("d")
        assert isinstance(pilot.app.screen.session.view, FeedbackView)
        await burst(pilot, "u", "f", *"no")
        assert Where.JOTTING is pilot.app.screen.mode
        assert "no" == written(pilot)


async def test_the_answer_to_a_question_that_the_first_key_brings(play, trainer):
    async with play() as pilot:
        pilot.app.screen.post_message(Page.Turn(trainer.practise(["bank:garden/tall"])))
        await pilot.pause()
        await pilot.press("f8")
        await burst(pilot, "u", *"sun")
        assert "sun" == written(pilot)


async def test_a_search_and_a_note_among_all_cards_a_filter_of_a_table_and_a_day_to_practise_for(play, trainer):
    async with play(keys=["b"]) as pilot:
        await burst(pilot, "/", *"moss", "enter")
        assert "moss" in seen(pilot)
        await burst(pilot, "n", *"dry", "enter")
        assert "dry" == trainer.browse().note("bank:garden/moss")
        await pilot.press("escape", "escape", "e")
        await burst(pilot, "/", *"bak", "enter")
        assert "1 of 12 rows with: bak" in seen(pilot)
        await pilot.press("escape", "escape", "p")
        await burst(pilot, "4", *"soon", "enter")
        assert "soon" == written(pilot)


async def test_a_setting(play, home):
    async with play(keys=["comma"]) as pilot:
        await burst(pilot, "enter", *"7", "enter")
    assert 7 == load_settings(home.config)[0].new_per_day
