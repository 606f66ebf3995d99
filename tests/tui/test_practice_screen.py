"""Practice and what is mixed up: the ways to choose, a date, pairs with both pages, contrasts."""

import pytest
from tui_acting import fits_every_size, seen, type_in

from llmquiz.core.answers import Chosen
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.views import QuestionView
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.card import CardScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.mixups import MixupsScreen, PairScreen
from llmquiz.tui.screens.practice import PracticeScreen
from llmquiz.tui.screens.stats import StatsScreen
from llmquiz.tui.screens.study import StudyScreen


@pytest.fixture
def mixed_up(trainer):
    """Two makers were taken for each other."""
    practice = trainer.practise(["fact:babarin/developer#value"])
    while isinstance(practice.view, QuestionView):
        item = practice.view.item
        wrong = next(option for option in item.options if not option.right)
        practice.answer(Chosen((wrong.id,)))
        practice.next()
    return trainer.confusions()


def answer_in_the_garden(trainer, *, right):
    """Choose a right or a wrong option of the first question; the card that asked it."""
    session = trainer.study(topic="garden")
    item = session.view.item
    session.answer(Chosen((next(option.id for option in item.options if option.right == right),)))
    return item.card


async def read(pilot):
    """Wait until the thread has read the log."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_new_learner_is_told_that_nothing_is_there_to_ask_or_mixed_up_and_chooses_cards_in_the_list(play):
    async with play(keys=["f12"]) as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert "Nothing here changes your schedule." in seen(pilot)
        for key, *told in (
            ("enter", "No card was met yet.", "还没有学过任何卡片。"),
            ("2", "There were no mistakes today.", "今天没有答错。"),
        ):
            for text in told:
                await pilot.press(key)
                assert text in seen(pilot), text
                await pilot.press("f2")
        await pilot.press("3")
        await read(pilot)
        assert "Nothing yet: pairs come from wrong choices." in seen(pilot)
        await pilot.press("enter", "q")
        assert isinstance(pilot.app.screen, MixupsScreen)
        await pilot.press("escape", "5")
        assert isinstance(pilot.app.screen, BrowseScreen)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_wrong_answer_is_practised_as_the_weakest_and_todays_and_opens_its_card_where_no_page_is(play, trainer):
    asked = answer_in_the_garden(trainer, right=False)
    async with play(keys=["p"]) as pilot:
        assert "1 card met" in seen(pilot)
        for way in "12":
            await pilot.press(way)
            assert isinstance(pilot.app.screen, StudyScreen)
            assert isinstance(pilot.app.screen.session, Practice)
            assert asked == pilot.app.screen.session.view.item.card
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, PracticeScreen)
        await pilot.press("3")
        await read(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, CardScreen)


async def test_a_date_is_typed_and_its_part_of_today_is_asked_and_escape_closes_the_line_before_the_screen(
    play, trainer
):
    answer_in_the_garden(trainer, right=True)
    async with play(keys=["p", "4", "escape"]) as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert "For which day?" not in seen(pilot)
        await pilot.press("4")
        assert "For which day? (2026-12-10)" in seen(pilot)
        await pilot.press(*"soon", "enter")
        assert "Type a day to come, year first: 2026-12-10." in seen(pilot)
        await type_in(pilot, "2027-02-01")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, StudyScreen)
        assert "Today's part: 1 card. Time left: 70 days." in seen(pilot)


async def test_what_is_mixed_up_is_told_with_count_and_day_in_either_language(play, mixed_up):
    async with play(keys=["p", "f2"]) as pilot:
        assert "这里的一切都不影响复习安排。" in seen(pilot)
        await pilot.press("3")
        await read(pilot)
        assert "最近 2026-11-23" in seen(pilot)
        await pilot.press("f2")
        (pair,) = mixed_up
        page = seen(pilot)
        assert f"{pair.one.name} ↔ {pair.other.name}" in page
        assert "1 time, last 2026-11-23" in page


async def test_the_statistics_show_the_pairs_and_lead_to_them(play, mixed_up, trainer):
    answer_in_the_garden(trainer, right=True)
    async with play(keys=["t"], size=(120, 120)) as pilot:
        await read(pilot)
        assert isinstance(pilot.app.screen, StatsScreen)
        assert "Mix-ups" in seen(pilot)
        for key in ("m", "f5"):
            await pilot.press(key)
            await read(pilot)
            assert isinstance(pilot.app.screen, MixupsScreen), key
            assert f"{mixed_up[0].one.name} ↔ {mixed_up[0].other.name}" in seen(pilot)
            await pilot.press("escape")


async def test_a_pair_opens_both_pages_and_is_practised(play, mixed_up):
    async with play(keys=["p", "3"]) as pilot:
        await read(pilot)
        for size in ((120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.press("enter")
            assert isinstance(pilot.app.screen, PairScreen)
            (pair,) = mixed_up
            page = seen(pilot)
            assert pair.one.name in page
            assert pair.other.name in page
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, MixupsScreen)
        for keys in (("q",), ("enter", "f4")):
            await read(pilot)
            await pilot.press(*keys)
            assert isinstance(pilot.app.screen, StudyScreen), keys
            assert "fact:babarin/developer#value" in {card.key for card in pilot.app.screen.session._left}
            await pilot.press("escape")


@pytest.mark.long
async def test_every_screen_of_practice_fits_every_size(play, mixed_up):
    async with play(keys=["p"]) as pilot:
        for pressed in [("4",), ("escape", "3"), ("enter",)]:
            await pilot.press(*pressed)
            await read(pilot)
            await fits_every_size(pilot)
