"""Home: what it says, what Enter starts, and what it says when nothing is left."""

import pytest
from tui_acting import number, seen, study_all

from llmquiz.core.answers import Chosen, DontKnow
from llmquiz.trainer.placement import Placement
from llmquiz.trainer.views import LessonView, QuestionView
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.practice import PracticeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.topics import Row, TopicRow

GARDEN_ALONE = 'topics_off = ["ideas", "forest", "prices"]\n'
"""The settings of who studies no more than the five cards of the bank."""


async def test_it_says_in_plain_words_what_is_to_be_done_today_also_at_sixty_columns(play, clock):
    clock.move(days=40)
    async with play(size=(60, 20)) as pilot:
        told = seen(pilot)
        assert "10 new, about 6 minutes" in told
        assert "› Enter: Start" in told
        assert "…" not in told, "no name of a topic is cut"
        assert "again after" not in told, "who never answered was not away"


async def test_enter_or_a_click_on_its_key_starts_and_escape_goes_back_from_there_and_then_out(play):
    async with play() as pilot:
        await pilot.click("KeyBar", offset=(3, 0))
        assert isinstance(pilot.app.screen, StudyScreen)
        await pilot.press("enter")
        second = pilot.app.screen.session.view
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, StudyScreen)
        assert second.lesson.card == pilot.app.screen.session.view.lesson.card, "it goes on where it stopped"
        await pilot.press("escape", "escape")
        assert 0 == pilot.app.return_code


async def test_enter_or_a_click_on_a_topic_studies_it_the_cursor_stays_there_and_f5_studies_todays_cards(play):
    async with play(keys=["up"]) as pilot:
        rows = list(pilot.app.screen.query(Row))
        assert rows[0].on, "it stops at both ends"
        await pilot.press("down", "down", "down", "enter")
        assert "Forest" == pilot.app.screen.session.view.topic
        await pilot.press("escape", "end", "down")
        assert rows[-1].on
        await pilot.click(list(pilot.app.screen.query(TopicRow))[-1])
        assert "Garden" == pilot.app.screen.session.view.topic
        await pilot.press("d", "escape")
        rows = list(pilot.app.screen.query(Row))
        assert [row.on for row in rows] == [False] * (len(rows) - 1) + [True]
        assert "1 of 5 met" in seen(pilot), "the numbers are new"
        await pilot.press("f5")
        assert "Garden" != pilot.app.screen.session.view.topic


@pytest.fixture
def done(home, reopen, clock):
    """A trainer with which all of today's cards were studied, and not all there are."""
    home.config.write_text("new_per_day = 4\n", encoding="utf-8")
    with reopen() as trainer:
        study_all(trainer, clock)
        yield trainer


async def test_when_all_is_done_it_says_when_the_next_cards_come_and_enter_looks_again(play, done):
    async with play(done) as pilot:
        told = seen(pilot)
        assert "Nothing more for today." in told
        cards = done.home().forecast[1]
        assert f"Next: {cards} cards tomorrow. New cards come tomorrow." in told
        assert "today" in told
        assert "█" in told
        assert "› Enter: Look again" in told
        assert "Enter Look again" in told.splitlines()[-1]
        await pilot.press("down")
        assert "Enter Start" in seen(pilot).splitlines()[-1]
        await pilot.press("up")
        await pilot.resize_terminal(60, 20)
        await telling_of_practice(pilot)


async def telling_of_practice(pilot):
    """Home and the summary name its key, in both languages, and it leads there."""
    for screen in (HomeScreen, SummaryScreen):
        for said in ("More? F12 practises; your schedule stays as it is.", "还想学？按 F12 练习，复习安排不变。"):
            assert isinstance(pilot.app.screen, screen), said
            assert joined(said) in together(pilot), screen
            await pilot.press("f2")
        await pilot.press("enter")
    await pilot.press("f12")
    assert isinstance(pilot.app.screen, PracticeScreen)


async def test_problems_in_banks_are_counted_and_f9_shows_them(play, reopen, home):
    (home.banks / "broken.yaml").write_text("bank: broken\nquestions: [\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer) as pilot:
            for hint in ("Close the bracket that is open before it.", "请先闭合前面的括号。"):
                assert "F9" in seen(pilot), hint
                await pilot.press("f9")
                told = pilot.app.screen.query_one("#text", Prose).text
                assert "broken.yaml:3:1" in told, hint
                assert hint in told
                await pilot.press("escape")
                assert isinstance(pilot.app.screen, HomeScreen), hint
                await pilot.press("f2")


async def test_one_key_studies_for_five_minutes_and_the_end_says_what_is_left_and_that_nothing_is_lost(play, clock):
    async with play(keys=["5"]) as pilot:
        assert "0 done, about 5 minutes to go" in seen(pilot)
        clock.move(minutes=8)
        await pilot.press("enter")
        await pilot.pause()
        told = seen(pilot)
        assert "5 minutes, well spent." in told
        assert "10 cards are left for today. Nothing is lost: the next start goes on here." in told


async def test_a_new_learner_is_asked_what_is_known_already_and_told_what_was_found_out(play, trainer):
    async with play(keys=["down"]) as pilot:
        assert "› Find out what you know already: at most 20 questions" in seen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        session = pilot.app.screen.session
        assert isinstance(session, Placement)
        assert "Just to find out: what you don't know is taught later." in seen(pilot)
        await pilot.press(number(pilot, right=True), "enter")
        while isinstance(session.view, QuestionView):
            session.answer(Chosen(tuple(option.id for option in session.view.item.options if option.right)))
            session.next()
        pilot.app.screen.arrive(session.view)
        await pilot.pause()
        assert "Now we know where to begin." in seen(pilot)
        known = sum(state.repetitions for state in trainer._memory.states.values())
        assert f"{known} cards start as known." in seen(pilot)
        await pilot.press("enter")
        assert "Find out what you know" not in seen(pilot)


async def test_before_the_first_answer_there_is_nothing_to_take_back_and_after_it_nothing_to_find_out(play):
    async with play(keys=["u"]) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Undo" not in seen(pilot)
        offered = pilot.app.screen.check_action
        assert (False, True) == (offered("undo", ()), offered("place", ()))
        topics = next(iter(pilot.app.screen.query(TopicRow))).region.y
        await pilot.press("k")
        assert isinstance(pilot.app.screen.session, Placement)
        await pilot.press("escape", "s", "k", "f8", "escape")
        offered = pilot.app.screen.check_action
        assert (True, False) == (offered("undo", ()), offered("place", ()))
        assert "█" in seen(pilot), "the forecast has come"
        assert topics - 1 == next(iter(pilot.app.screen.query(TopicRow))).region.y, "without moving the topics"
        assert "F12" not in together(pilot), "something is left: practice is not told of"
        await pilot.press("k")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_when_everything_is_switched_off_it_says_where_to_switch_it_on(play, home, reopen):
    home.config.write_text('topics_off = ["ideas", "forest", "prices", "garden"]\n', encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer) as pilot:
            assert "Everything is switched off: switch topics or tiers on in the settings (,)." in " ".join(
                seen(pilot).split()
            )
            assert "Find out what you know" not in seen(pilot)


async def test_when_every_card_is_met_they_are_said_to_come_back_until_they_are_known_and_no_new_ones_are_promised(
    play, home, reopen, clock
):
    home.config.write_text(f'{GARDEN_ALONE}new_per_day = 99\ntiers = ["core", "detail"]\n', encoding="utf-8")
    with reopen() as trainer:
        session = trainer.study()
        for _card in range(5):
            session.answer(DontKnow())
            session.next()
        async with play(trainer) as pilot:
            met = joined("You have met every core card: 2026-11-23.")
            assert "Every card met: Garden." in seen(pilot)
            assert met + joined("5 of them come back until you know them.") in together(pilot)
            assert met + joined("A bank") not in together(pilot)
            study_all(trainer, clock)
            await pilot.press("b", "escape")
            assert joined("You have met every card; a bank of your own brings more.") in together(pilot)
            assert met + joined("A bank of your own brings more.") in together(pilot)


async def test_after_more_than_two_weeks_home_has_a_kind_word_until_something_is_answered(play, trainer, clock):
    answer_one(trainer)
    clock.move(days=15)
    async with play(size=(60, 20)) as pilot:
        assert "again after" not in seen(pilot)
        clock.move(days=1)
        await pilot.press("e", "escape")
        for said in (
            "Good to see you again after 15 days: what was learned once comes back faster.",
            "隔了 15 天又见面了，真好：学过的东西，捡起来更快。",
        ):
            assert joined(said) in together(pilot)
            await pilot.press("f2")
        answer_one(trainer)
        await pilot.press("e", "escape")
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
