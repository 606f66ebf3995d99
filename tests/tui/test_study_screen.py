"""Study: lessons, each kind of response, by keys, full-width keys and mouse."""

from textual.widgets import Input
from tui_acting import GARDEN, number, options, seen, until_asked

from llmquiz.core.answers import Chosen, DontKnow, Rated, Rating, Typed
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.widgets.choices import OptionLine
from llmquiz.tui.widgets.flashcard import Ratings


def view(pilot):
    """What the session shows."""
    return pilot.app.screen.session.view


async def test_a_new_card_is_a_lesson_first_that_is_read_unrated_or_known_and_asked_at_once(play, trainer):
    async with play(keys=["enter"]) as pilot:
        lesson = view(pilot).lesson
        told = seen(pilot)
        assert lesson.title in told
        assert "Ask me later" in told
        await pilot.press("enter")
        assert isinstance(view(pilot), LessonView | QuestionView)
        assert ["lesson"] == [event["kind"] for event in trainer.log()]
        for key in ("f4", "ｋ"):
            card = view(pilot).lesson.card
            await pilot.press(key)
            assert card == view(pilot).item.card, key
            await pilot.press("s")


async def test_a_choice_waits_until_a_digit_of_either_width_arrows_with_enter_or_a_click_answers(play):
    async with play(keys=[*GARDEN, "enter"]) as pilot:
        assert isinstance(view(pilot), QuestionView)
        assert "Choose with the digits" in seen(pilot)
        await pilot.press("9")
        assert isinstance(view(pilot), QuestionView)
        digit = number(pilot, right=True)
        for key in (digit, chr(ord(digit) + 0xFEE0)):
            await pilot.press(key)
            assert view(pilot).verdict.right, key
            await pilot.press("u")
        await pilot.press("down", "down", "enter")
        item = view(pilot).question.item
        assert Chosen((item.options[1].id,)) == view(pilot).answer
        await pilot.press("u")
        await pilot.click(next(iter(pilot.app.screen.query(OptionLine))))
        assert Chosen((item.options[0].id,)) == view(pilot).answer


async def test_dont_know_shows_the_answer_and_all_text_from_files_is_only_text(play):
    async with play(keys=GARDEN) as pilot:
        told = seen(pilot)
        assert "Which colour has [MASK] grass[i] in [/INST]?" in told
        assert "[b]green" in told
        for key in ("d", "f8"):
            assert "right answer" not in seen(pilot), key
            await pilot.press(key)
            assert DontKnow() == view(pilot).answer, key
            told = seen(pilot)
            assert "right answer" in told, key
            assert "[MASK]" in told, key
            await pilot.press("u")


async def test_several_options_are_marked_and_then_confirmed_and_what_was_missing_or_wrong_is_told(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "many")
        for mended in ("down", "1"):
            await pilot.press("enter")
            assert "Choose with the digits" in seen(pilot), mended
            await pilot.press(mended)
            assert "Choose with the digits" not in seen(pilot), mended
        await pilot.press("space", "enter")
        assert isinstance(view(pilot), QuestionView), "the mark was taken back"
        right = [str(at) for at, option in enumerate(options(pilot), 1) if option.right]
        wrong = number(pilot, right=False)
        await pilot.press(*right)
        assert 2 == seen(pilot).count("[x]")
        await pilot.press("enter")
        assert view(pilot).verdict.right
        await pilot.press("u", wrong, "enter")
        assert "✗ stone  Nobody eats them." in seen(pilot)


async def test_words_are_typed_letters_and_all_and_letters_are_keys_again_after_the_answer(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        await pilot.press("space", "enter")
        assert isinstance(view(pilot), QuestionView), "an empty line is no answer"
        await pilot.press("backspace", *"sunflower", "enter")
        assert Typed("sunflower") == view(pilot).answer
        assert view(pilot).verdict.right
        assert "Young ones do." not in seen(pilot)
        await pilot.press("g")
        assert view(pilot).guessed
        assert "Young ones do." in seen(pilot), "who guessed is taught"


async def test_a_number_is_said_back_before_it_is_graded_stays_where_it_was_typed_and_leaves_the_next_line_alone(
    play, trainer
):
    asked = trainer.practise([f"bank:garden/{name}" for name in ("legs", "moss", "tall")], in_order=True)
    async with play() as pilot:
        pilot.app.screen.post_message(Page.Turn(asked))
        await pilot.pause()
        await pilot.press(*"128k")
        assert "Read as 128,000 leaves" in seen(pilot)
        await pilot.press("enter")
        assert view(pilot).verdict.right
        await pilot.press("u", "7")
        before = pilot.app.screen.query_one(Input).region
        await pilot.press("enter")
        assert before == pilot.app.screen.query_one(Input).region
        told = seen(pilot)
        assert "The answer: 128k leaves" in told
        assert "✗ your answer" in told
        await pilot.press("enter", "space", "3")
        assert Where.TYPING is pilot.app.screen.mode
        assert "your answer" not in seen(pilot)


async def test_a_flashcard_hides_its_answer_until_it_is_asked_for_and_rated_in_columns_by_key_or_click(play, trainer):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "self-rate")
        assert "without roots" not in seen(pilot)
        await pilot.press("enter")
        told = seen(pilot)
        assert "without roots" in told
        assert "1 Again in 1 minute" in told
        assert "3 Good  in 10 minutes" in told
        await pilot.press("3")
        assert not isinstance(view(pilot), FeedbackView)
        await pilot.press("u", "space")
        assert "3 Good  in 10 minutes" in seen(pilot)
        for size in ((80, 24), (60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            assert_in_columns(seen(pilot).splitlines(), ("Again", "Good", "Hard", "Easy"))
        await pilot.click(Ratings, offset=(6, 1))
        rated = list(trainer.log("bank:garden/moss"))[-1]
        assert int(Rated(Rating.GOOD).rating) == rated["rating"]


def assert_in_columns(lines, names):
    """All the names are in sight, and the lines that have some begin with them in one column."""
    rows = [[line.index(f"{name} ") for name in names if f"{name} " in line] for line in lines]
    assert len(names) == sum(map(len, rows)), lines
    assert 1 == len({min(places) for places in rows if places}), lines


async def test_options_can_be_hidden_until_space(play, reopen, home):
    home.config.write_text("hide_options = true\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=GARDEN) as pilot:
            for space in ("space", "　"):
                assert Where.COVERED == pilot.app.screen.mode, space
                option = options(pilot)[0].text
                assert option not in seen(pilot), space
                await pilot.press(space)
                assert option in seen(pilot), space
                await pilot.press("d", "enter")


async def test_escape_leaves_every_kind_of_question(play):
    async with play() as pilot:
        for kind in ("one", "text", "self-rate"):
            await pilot.press(*GARDEN)
            await until_asked(pilot, kind)
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, HomeScreen), kind
