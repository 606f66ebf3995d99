"""Study: lessons, each kind of response, by keys, full-width keys and mouse."""

import pytest
from textual.widgets import Input
from tui_acting import GARDEN, number, options, seen, until_asked

from llmquiz.core.answers import Chosen, DontKnow, Rated, Rating, Typed
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView
from llmquiz.tui.places import Where
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.widgets.choices import OptionLine
from llmquiz.tui.widgets.flashcard import Ratings


def view(pilot):
    """What the session shows."""
    return pilot.app.screen.session.view


async def test_a_new_card_is_a_lesson_first(play):
    async with play(keys=["enter"]) as pilot:
        lesson = view(pilot).lesson
        assert lesson.title in seen(pilot)
        assert "Ask me later" in seen(pilot)


@pytest.mark.parametrize("key", ["f4", "ｋ"])
async def test_i_know_this_asks_at_once(play, key):
    async with play(keys=["enter"]) as pilot:
        card = view(pilot).lesson.card
        await pilot.press(key)
        assert card == view(pilot).item.card


@pytest.mark.parametrize("wide", [False, True])
async def test_a_digit_answers(play, wide):
    async with play(keys=GARDEN) as pilot:
        digit = number(pilot, right=True)
        await pilot.press(chr(ord(digit) + 0xFEE0) if wide else digit)
        assert view(pilot).verdict.right


async def test_arrows_and_enter_answer(play):
    async with play(keys=[*GARDEN, "down", "down", "enter"]) as pilot:
        item = view(pilot).question.item
        assert Chosen((item.options[1].id,)) == view(pilot).answer


async def test_enter_without_a_highlight_chooses_nothing(play):
    async with play(keys=[*GARDEN, "enter"]) as pilot:
        assert isinstance(view(pilot), QuestionView)
        assert "Choose with the digits" in seen(pilot)


async def test_a_digit_beyond_the_options_does_nothing(play):
    async with play(keys=[*GARDEN, "9"]) as pilot:
        assert isinstance(view(pilot), QuestionView)


async def test_a_click_answers(play):
    async with play(keys=GARDEN) as pilot:
        await pilot.click(next(iter(pilot.app.screen.query(OptionLine))))
        assert Chosen((view(pilot).question.item.options[0].id,)) == view(pilot).answer


@pytest.mark.parametrize("key", ["d", "f8"])
async def test_dont_know_shows_the_answer(play, key):
    async with play(keys=[*GARDEN, key]) as pilot:
        assert DontKnow() == view(pilot).answer
        assert "right answer" in seen(pilot)


async def test_several_options_are_marked_and_then_confirmed(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "many")
        right = [str(at) for at, option in enumerate(options(pilot), 1) if option.right]
        await pilot.press(*right)
        assert 2 == seen(pilot).count("[x]")
        await pilot.press("enter")
        assert view(pilot).verdict.right


async def test_a_mark_can_be_taken_back_with_space(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "many")
        await pilot.press("down", "space", "space", "enter")
        assert isinstance(view(pilot), QuestionView)


async def test_a_multiple_choice_explains_what_was_wrong_with_it(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "many")
        await pilot.press(number(pilot, right=False), "enter")
        assert "stone  Nobody eats them." in seen(pilot)


async def test_words_are_typed_letters_and_all(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        await pilot.press(*"sunflower", "enter")
        assert Typed("sunflower") == view(pilot).answer
        assert view(pilot).verdict.right


async def test_letters_are_keys_again_after_the_answer(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        await pilot.press(*"sunflower", "enter", "g")
        assert view(pilot).guessed


async def test_an_empty_line_is_no_answer(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        await pilot.press("space", "enter")
        assert isinstance(view(pilot), QuestionView)


async def test_a_number_is_said_back_before_it_is_graded(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "number")
        await pilot.press(*"128k")
        await pilot.pause()
        assert "Read as 128,000 leaves" in seen(pilot)
        await pilot.press("enter")
        assert view(pilot).verdict.right


async def test_what_was_typed_stays_where_it_was(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "number")
        await pilot.press(*"7")
        before = pilot.app.screen.query_one(Input).region
        await pilot.press("enter")
        await pilot.pause()
        assert before == pilot.app.screen.query_one(Input).region
        assert "The answer: 128k leaves" in seen(pilot)


async def test_a_flashcard_hides_its_answer_until_it_is_asked_for(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "self-rate")
        assert "without roots" not in seen(pilot)
        await pilot.press("enter")
        assert "without roots" in seen(pilot)


async def test_each_rating_shows_its_next_interval_and_goes_on(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "self-rate")
        await pilot.press("space")
        assert "1 Again in 1 minute" in seen(pilot)
        assert "3 Good  in 10 minutes" in seen(pilot)
        await pilot.press("3")
        assert not isinstance(view(pilot), FeedbackView)


async def test_a_click_rates_a_flashcard(play, trainer):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "self-rate")
        await pilot.press("space")
        await pilot.pause()
        await pilot.click(Ratings, offset=(6, 1))
        assert int(Rated(Rating.GOOD).rating) == list(trainer.log("bank:garden/moss"))[-1]["rating"]


@pytest.mark.parametrize("wide_or_narrow", ["space", "　"])
async def test_options_can_be_hidden_until_space(play, reopen, home, wide_or_narrow):
    home.config.write_text("hide_options = true\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=GARDEN) as pilot:
            assert Where.COVERED == pilot.app.screen.mode
            assert "green" not in seen(pilot)
            await pilot.press(wide_or_narrow)
            assert "green" in seen(pilot)


@pytest.mark.parametrize("kind", ["one", "text", "self-rate"])
async def test_escape_leaves_every_kind_of_question(play, kind):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, kind)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_text_from_files_is_only_text(play):
    async with play(keys=GARDEN) as pilot:
        assert "Which colour has [MASK] grass[i] in [/INST]?" in seen(pilot)
        assert "[b]green" in seen(pilot)
        await pilot.press(number(pilot, right=False))
        assert "[MASK]" in seen(pilot)


async def test_the_lesson_that_was_read_is_not_rated(play, trainer):
    async with play(keys=["enter", "enter"]) as pilot:
        assert isinstance(view(pilot), LessonView | QuestionView)
        assert ["lesson"] == [event["kind"] for event in trainer.log()]
