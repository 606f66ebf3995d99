"""Feedback: on the same screen, nothing jumps; right is one line, wrong teaches; second thoughts; taking back."""

import pytest
from tui_acting import GARDEN, number, seen, until_asked

from llmquiz.core.answers import Rating
from llmquiz.trainer.views import FeedbackView, QuestionView
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.widgets.choices import OptionLine
from llmquiz.tui.widgets.prose import Prose


def view(pilot):
    """What the session shows."""
    return pilot.app.screen.session.view


async def answered(pilot, *, right):
    """Answer the choice that is shown."""
    await pilot.press(number(pilot, right=right))
    await pilot.pause()


async def test_a_right_answer_costs_one_line_and_one_key(play):
    async with play(keys=GARDEN) as pilot:
        await answered(pilot, right=True)
        assert "✓ Right. This card comes back in a while." in seen(pilot)
        assert "Chlorophyll" not in seen(pilot)
        await pilot.press("enter")
        assert isinstance(view(pilot), QuestionView)


async def test_the_explanation_of_a_right_answer_comes_on_request(play):
    async with play(keys=GARDEN) as pilot:
        await answered(pilot, right=True)
        await pilot.press("w")
        assert "Chlorophyll does it." in seen(pilot)


async def test_a_wrong_answer_teaches(play):
    async with play(keys=GARDEN) as pilot:
        chosen = number(pilot, right=False)
        because = view(pilot).item.options[int(chosen) - 1].because
        await pilot.press(chosen)
        screen = seen(pilot)
        assert "✗ Not quite. This card comes back in a while." in screen
        assert "right answer" in screen
        assert "your answer" in screen
        assert "Chlorophyll does it." in screen
        assert because in screen
        assert "Source: The garden book" in screen


@pytest.mark.parametrize("right", [True, False])
async def test_question_and_options_stay_where_they_are(play, right):
    async with play(keys=GARDEN) as pilot:
        places = [widget.region for widget in pilot.app.screen.query("#stem, OptionLine")]
        await answered(pilot, right=right)
        assert places == [widget.region for widget in pilot.app.screen.query("#stem, OptionLine")]


async def test_what_is_right_is_told_by_a_sign_and_a_word_too(play):
    async with play(keys=GARDEN) as pilot:
        key = number(pilot, right=True)
        await pilot.press(key)
        line = list(pilot.app.screen.query(OptionLine))[int(key) - 1].text
        assert line.startswith("✓")
        assert line.endswith("your answer")


async def test_i_was_right_counts_as_good_and_another_rating_can_be_chosen(play):
    async with play(keys=GARDEN) as pilot:
        await answered(pilot, right=False)
        await pilot.press("f6")
        assert Rating.GOOD == view(pilot).rating
        await pilot.press("2")
        assert Rating.HARD == view(pilot).rating
        assert "It counts as you say: Hard." in seen(pilot)


async def test_a_digit_by_mistake_rates_nothing(play):
    async with play(keys=GARDEN) as pilot:
        await answered(pilot, right=True)
        await pilot.press("1")
        assert Rating.GOOD == view(pilot).rating


async def test_i_guessed_brings_it_back_soon(play):
    async with play(keys=GARDEN) as pilot:
        await answered(pilot, right=True)
        await pilot.press("f7")
        assert Rating.AGAIN == view(pilot).rating
        assert "Guessed" in seen(pilot)


@pytest.mark.parametrize("key", ["u", "ctrl+z"])
async def test_an_answer_is_taken_back_across_items(play, key):
    async with play(keys=GARDEN) as pilot:
        card = view(pilot).item.card
        await answered(pilot, right=False)
        await pilot.press("enter", key)
        assert card == view(pilot).item.card
        assert isinstance(view(pilot), QuestionView)
        assert "Taken back" in seen(pilot)


async def test_an_answer_is_taken_back_while_typing(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        before = pilot.app.screen.session.view.item.card
        await pilot.press("ctrl+z")
        assert before != view(pilot).item.card


async def test_an_answer_is_taken_back_after_a_restart(play, reopen):
    async with play(keys=GARDEN) as pilot:
        card = view(pilot).item.card
        await answered(pilot, right=False)
    with reopen() as trainer:
        async with play(trainer, keys=["u"]) as pilot:
            assert isinstance(pilot.app.screen, StudyScreen)
            assert card == view(pilot).item.card
            assert "retract" == list(trainer.log())[-1]["kind"]


async def test_with_nothing_to_take_back_it_is_not_offered(play):
    async with play(keys=["u"]) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Undo" not in seen(pilot)


async def test_a_long_explanation_scrolls(play, home, reopen):
    bank = (home.banks / "garden.yaml").read_text(encoding="utf-8")
    (home.banks / "garden.yaml").write_text(bank.replace("Chlorophyll does it.", "Chlorophyll. " * 80 + "THE END"))
    with reopen() as trainer:
        async with play(trainer, keys=GARDEN, size=(60, 20)) as pilot:
            await answered(pilot, right=False)
            assert isinstance(view(pilot), FeedbackView)
            await pilot.press("end")
            await pilot.pause()
            assert "Source:" in seen(pilot)
            assert "THE END" in pilot.app.screen.query_one("#why", Prose).text
