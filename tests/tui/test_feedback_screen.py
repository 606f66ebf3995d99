"""Feedback: on the same screen, nothing jumps; right is one line, wrong teaches; second thoughts; taking back."""

from tui_acting import GARDEN, number, seen, until_asked

from llmquiz.core.answers import Rating
from llmquiz.trainer.views import FeedbackView, QuestionView
from llmquiz.tui.widgets.choices import OptionLine
from llmquiz.tui.widgets.prose import Prose


def view(pilot):
    """What the session shows."""
    return pilot.app.screen.session.view


def places(pilot):
    """Where the question and its options stand."""
    return [widget.region for widget in pilot.app.screen.query("#stem, OptionLine")]


async def test_a_right_answer_is_one_line_that_moves_nothing_until_w_explains_and_f7_says_it_was_luck(play):
    async with play(keys=GARDEN) as pilot:
        before, key = places(pilot), number(pilot, right=True)
        await pilot.press(key)
        told = seen(pilot)
        assert "✓ Right. This card comes back in a while." in told
        assert "Chlorophyll" not in told
        assert before == places(pilot)
        line = list(pilot.app.screen.query(OptionLine))[int(key) - 1].text
        assert line.startswith("✓"), "told by a sign too"
        assert line.endswith("your answer"), "and by words"
        await pilot.press("1")
        assert Rating.GOOD == view(pilot).rating, "a digit rates nothing"
        await pilot.press("w")
        assert "Chlorophyll does it." in seen(pilot)
        await pilot.press("f7")
        assert Rating.AGAIN == view(pilot).rating
        assert "Guessed" in seen(pilot)
        await pilot.press("enter")
        assert isinstance(view(pilot), QuestionView)


async def test_a_wrong_answer_teaches_on_no_other_page_moves_nothing_and_counts_as_the_learner_says(play):
    async with play(keys=GARDEN) as pilot:
        before, chosen = places(pilot), int(number(pilot, right=False))
        because = view(pilot).item.options[chosen - 1].because
        await pilot.press(number(pilot, right=False))
        screen = seen(pilot)
        assert "✗ Not quite. This card comes back in a while." in screen
        assert "right answer" in screen
        assert "your answer" in screen
        assert "Chlorophyll does it." in screen
        assert because in screen
        assert "Source: The garden book" in screen
        assert before == places(pilot)
        await pilot.press("p")
        assert "There is no page about this card." in seen(pilot)
        await pilot.press("f6")
        assert Rating.GOOD == view(pilot).rating
        await pilot.press("2")
        assert Rating.HARD == view(pilot).rating
        assert "It counts as you say: Hard." in seen(pilot)


async def test_an_answer_is_taken_back_across_items_also_while_typing(play):
    async with play(keys=GARDEN) as pilot:
        card = view(pilot).item.card
        for key in ("u", "ctrl+z"):
            await pilot.press(number(pilot, right=False))
            await pilot.press("enter", key)
            assert card == view(pilot).item.card, key
            assert isinstance(view(pilot), QuestionView), key
            assert "Taken back" in seen(pilot), key
        await until_asked(pilot, "text")
        before = view(pilot).item.card
        await pilot.press("ctrl+z")
        assert before != view(pilot).item.card


async def test_a_long_explanation_scrolls(play, home, reopen):
    bank = (home.banks / "garden.yaml").read_text(encoding="utf-8")
    (home.banks / "garden.yaml").write_text(bank.replace("Chlorophyll does it.", "Chlorophyll. " * 80 + "THE END"))
    with reopen() as trainer:
        async with play(trainer, keys=GARDEN, size=(60, 20)) as pilot:
            await pilot.press(number(pilot, right=False))
            assert isinstance(view(pilot), FeedbackView)
            await pilot.press("end")
            await pilot.pause()
            assert "Source:" in seen(pilot)
            assert "THE END" in pilot.app.screen.query_one("#why", Prose).text
