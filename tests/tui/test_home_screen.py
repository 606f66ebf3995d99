"""Home: what it says, what Enter starts, and what it says when nothing is left."""

import pytest
from tui_acting import number, seen, study_all

from llmquiz.core.answers import DontKnow
from llmquiz.trainer.placement import Placement
from llmquiz.trainer.views import LessonView
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.practice import PracticeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.topics import Row, TopicRow


async def test_it_says_in_plain_words_what_is_to_be_done_today(play):
    async with play() as pilot:
        assert "10 new, about 6 minutes" in seen(pilot)


async def test_enter_starts_todays_cards(play):
    async with play(keys=["enter"]) as pilot:
        assert isinstance(pilot.app.screen, StudyScreen)


async def test_enter_on_a_topic_studies_that_topic(play):
    async with play(keys=["down", "down", "down", "enter"]) as pilot:
        assert "Forest" == pilot.app.screen.session.view.topic


async def test_the_cursor_stops_at_both_ends(play):
    async with play(keys=["up"]) as pilot:
        rows = list(pilot.app.screen.query(Row))
        assert rows[0].on
        await pilot.press("end", "down")
        assert rows[-1].on


async def test_one_key_starts_todays_cards_from_anywhere(play):
    async with play(keys=["end", "f5"]) as pilot:
        assert "Garden" != pilot.app.screen.session.view.topic


async def test_a_click_on_a_topic_studies_it(play):
    async with play() as pilot:
        await pilot.click(list(pilot.app.screen.query(TopicRow))[-1])
        assert "Garden" == pilot.app.screen.session.view.topic


async def test_a_click_on_a_key_presses_it(play):
    async with play() as pilot:
        await pilot.click("KeyBar", offset=(3, 0))
        assert isinstance(pilot.app.screen, StudyScreen)


async def test_escape_in_study_comes_back_and_enter_goes_on_where_it_stopped(play):
    async with play(keys=["enter", "enter"]) as pilot:
        second = pilot.app.screen.session.view
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("enter")
        assert second.lesson.card == pilot.app.screen.session.view.lesson.card


async def test_back_at_home_the_cursor_is_where_it_was_and_the_numbers_are_new(play):
    async with play(keys=["end", "enter", "d", "escape"]) as pilot:
        rows = list(pilot.app.screen.query(Row))
        assert [row.on for row in rows] == [False] * (len(rows) - 1) + [True]
        assert "1 of 5 met" in seen(pilot)


async def test_when_all_is_done_it_says_when_the_next_card_comes(play, trainer, clock):
    study_all(trainer, clock)
    async with play() as pilot:
        assert "Nothing more for today." in seen(pilot)
        cards = trainer.home().forecast[1]
        assert f"Next: {cards} cards tomorrow. New cards come tomorrow." in seen(pilot)


async def test_the_forecast_shows_the_coming_days(play, trainer, clock):
    study_all(trainer, clock)
    async with play() as pilot:
        assert "today" in seen(pilot)
        assert "█" in seen(pilot)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_problems_in_banks_are_counted_and_f9_shows_them(play, reopen, home, lang):
    (home.banks / "broken.yaml").write_text("bank: broken\nquestions: [\n", encoding="utf-8")
    with reopen(lang) as trainer:
        async with play(trainer) as pilot:
            assert "F9" in seen(pilot)
            await pilot.press("f9")
            told = pilot.app.screen.query_one("#text", Prose).text
            assert "broken.yaml:3:1" in told
            assert {"en": "Close the bracket that is open before it.", "zh": "请先闭合前面的括号。"}[lang] in told
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, HomeScreen)


async def test_escape_at_home_ends_the_program(play):
    async with play(keys=["escape"]) as pilot:
        assert 0 == pilot.app.return_code


async def test_one_key_studies_for_five_minutes_and_the_end_says_what_is_left_and_that_nothing_is_lost(play, clock):
    async with play(keys=["5"]) as pilot:
        assert "0 done, about 5 minutes to go" in seen(pilot)
        clock.move(minutes=8)
        await pilot.press("enter")
        await pilot.pause()
        assert "5 minutes, well spent." in seen(pilot)
        assert "10 cards are left for today. Nothing is lost: the next start goes on here." in seen(pilot)


async def test_a_new_learner_is_asked_what_is_known_already(play):
    async with play(keys=["down"]) as pilot:
        assert "› Find out what you know already: at most 20 questions" in seen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen.session, Placement)
        assert "Just to find out: what you don't know is taught later." in seen(pilot)


async def test_at_its_end_the_placement_says_what_was_found_out(play, trainer):
    async with play(keys=["k"]) as pilot:
        while isinstance(pilot.app.screen, StudyScreen):
            await pilot.press(number(pilot, right=True), "enter")
            await pilot.pause()
        assert "Now we know where to begin." in seen(pilot)
        known = sum(state.repetitions for state in trainer._memory.states.values())
        assert f"{known} cards start as known." in seen(pilot)
        await pilot.press("enter")
        assert "Find out what you know" not in seen(pilot)


async def test_what_there_is_nothing_to_do_with_is_not_offered(play):
    async with play() as pilot:
        offered = pilot.app.screen.check_action
        assert (False, True) == (offered("undo", ()), offered("place", ()))
        await pilot.press("s", "k", "f8", "enter", "escape")
        offered = pilot.app.screen.check_action
        assert (True, False) == (offered("undo", ()), offered("place", ()))
        await pilot.press("k")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_bar_says_what_the_first_row_says(play, trainer, clock):
    async with play() as pilot:
        assert "› Enter: Start" in seen(pilot)
    study_all(trainer, clock)
    async with play() as pilot:
        assert "› Enter: Look again" in seen(pilot)
        assert "Enter Look again" in seen(pilot).splitlines()[-1]
        await pilot.press("down")
        assert "Enter Start" in seen(pilot).splitlines()[-1]


async def test_the_topics_stay_where_they_are_when_the_forecast_comes(play, trainer, clock):
    async with play() as pilot:
        before = next(iter(pilot.app.screen.query(TopicRow))).region.y
        await pilot.press("s", "k")
        await pilot.press(number(pilot, right=True), "enter", "escape")
        assert "█" in seen(pilot)
        assert before - 1 == next(iter(pilot.app.screen.query(TopicRow))).region.y


async def test_no_name_of_a_topic_is_cut_at_sixty_columns(play):
    async with play(size=(60, 20)) as pilot:
        assert "…" not in seen(pilot)


async def test_a_finished_topic_is_told_on_the_summary_and_at_home(play, home, reopen, clock):
    with reopen() as trainer:
        session = trainer.study(topic="garden")
        for _question in range(5):
            session.answer(DontKnow())
            session.next()
        async with play(trainer) as pilot:
            assert "Every card met: Garden." in seen(pilot)


async def test_when_everything_is_switched_off_it_says_where_to_switch_it_on(play, home, reopen):
    home.config.write_text('topics_off = ["ideas", "forest", "prices", "garden"]\n', encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer) as pilot:
            assert "Everything is switched off: switch topics or tiers on in the settings (,)." in " ".join(
                seen(pilot).split()
            )
            assert "Find out what you know" not in seen(pilot)


async def test_when_every_card_is_met_no_new_ones_are_promised(play, home, reopen, clock):
    home.config.write_text(
        'topics_off = ["ideas", "forest", "prices"]\nnew_per_day = 99\ntiers = ["core", "detail"]\n', encoding="utf-8"
    )
    with reopen() as trainer:
        study_all(trainer, clock)
        async with play(trainer) as pilot:
            said = " ".join(seen(pilot).split())
            assert "You have met every card; a bank of your own brings more." in said
            assert "You have met every core card: 2026-11-23. A bank of your own brings more." in said


async def test_when_every_card_is_met_and_none_is_known_they_are_said_to_come_back(play, home, reopen, clock):
    home.config.write_text(
        'topics_off = ["ideas", "forest", "prices"]\nnew_per_day = 99\ntiers = ["core", "detail"]\n', encoding="utf-8"
    )
    with reopen() as trainer:
        study_all(trainer, clock, rating=1)
        async with play(trainer) as pilot:
            said = " ".join(seen(pilot).split())
            assert "You have met every core card: 2026-11-23. 5 of them come back until you know them." in said
            assert "You have met every core card: 2026-11-23. A bank" not in said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "More? F12 practises; your schedule stays as it is."),
        ("zh", "还想学？按 F12 练习，复习安排不变。"),
    ],
)
async def test_when_nothing_is_left_home_and_the_summary_name_the_key_for_practice(play, reopen, clock, lang, said):
    with reopen(lang) as trainer:
        study_all(trainer, clock)
        async with play(trainer, size=(60, 20)) as pilot:
            assert joined(said) in together(pilot)
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(pilot.app.screen, SummaryScreen)
            assert joined(said) in together(pilot)
            await pilot.press("f12")
            assert isinstance(pilot.app.screen, PracticeScreen)


async def test_the_key_for_practice_is_not_told_while_something_is_left(play):
    async with play(keys=["s", "k", "f8", "escape"]) as pilot:
        assert "F12" not in together(pilot)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Good to see you again after 15 days: what was learned once comes back faster."),
        ("zh", "隔了 15 天又见面了，真好：学过的东西，捡起来更快。"),
    ],
)
async def test_after_more_than_two_weeks_home_has_a_kind_word_until_something_is_answered(
    play, reopen, clock, lang, said
):
    with reopen(lang) as trainer:
        study_all(trainer, clock)
        clock.move(days=15)
        async with play(trainer, size=(60, 20)) as pilot:
            assert joined(said) not in together(pilot)
        clock.move(days=1)
        async with play(trainer, size=(60, 20)) as pilot:
            assert joined(said) in together(pilot)
            answer_one(trainer)
            await pilot.press("e", "escape")
            assert joined(said) not in together(pilot)


async def test_who_never_answered_was_not_away(play, clock):
    clock.move(days=40)
    async with play() as pilot:
        assert "again after" not in seen(pilot)


def answer_one(trainer):
    """Give up on the next question."""
    session = trainer.study()
    while isinstance(session.view, LessonView):
        session.read()
    session.answer(DontKnow())


def together(pilot):
    """What stands on the screen without spaces: Chinese lines are broken anywhere."""
    return joined(seen(pilot))


def joined(text):
    """A text without its spaces."""
    return "".join(text.split())
