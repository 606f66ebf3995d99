"""Browse: find, look, mark, practise, put aside, begin anew, note; each with one question before many cards change."""

from contextlib import asynccontextmanager

import pytest
from tui_acting import GARDEN, fits_every_size, number, seen, type_in, until_asked

from llmquiz.trainer.practice import Practice
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.card import CardScreen
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.widgets.cards import CardList
from llmquiz.tui.widgets.prose import Prose


def cards(pilot):
    """The list."""
    return pilot.app.screen.query_one(CardList)


def keys(pilot):
    """The keys of what is shown, from the top."""
    return [pilot.app.trainer.library.cards[place].key for place in cards(pilot).places]


def stored(trainer, key):
    """A state as the file has it."""
    return trainer._store.state(key)


@pytest.fixture
def found(trainer):
    """The app that begins with what a line of search finds: `async with found("moss") as pilot`."""

    @asynccontextmanager
    async def finding(line, size=(80, 24)):
        async with LlmquizApp(trainer, browse=line).run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return finding


async def test_a_line_searches_all_cards_and_escape_goes_back_step_by_step(play, trainer):
    async with play(keys=["b"]) as pilot:
        assert f"{len(trainer.library.cards)} cards" in seen(pilot)
        for key in ("/", "／", "f6"):
            await pilot.press(key)
            await type_in(pilot, "topic:garden moss")
            assert ["bank:garden/moss"] == keys(pilot), key
            await pilot.press("enter")
            page = seen(pilot)
            assert "1 of" in page
            assert "topic:garden moss" in page
            await pilot.press("escape")
            assert 1 < len(keys(pilot))
            assert isinstance(pilot.app.screen, BrowseScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_while_one_types_a_mistake_is_told_and_what_no_card_is_like(play):
    async with play(keys=["f7", "/", *"topic:gard"]) as pilot:
        assert "Place 7: “gard” cannot stand here. Possible: garden." in seen(pilot)
        assert 5 < len(keys(pilot))
        await pilot.press(*"en")
        assert 5 == len(keys(pilot))
        await type_in(pilot, "zzz")
        assert "No card is like this." in seen(pilot)
        await pilot.press("enter", "enter", "x", "q", "space", "n")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_keys_sort_up_down_and_back_and_the_cursor_stays_with_its_card_and_clicks_sort_move_and_open(found):
    async with found("topic:garden") as pilot:
        await pilot.press("down", "down")
        taught, before = keys(pilot), cards(pilot).current
        await pilot.press("s")
        assert "▲" in seen(pilot)
        titles = [cards(pilot)._row(place).title.casefold() for place in cards(pilot).places]
        assert sorted(titles) == titles
        await pilot.press("f5")
        assert "▼" in seen(pilot)
        assert before == cards(pilot).current
        await pilot.press("s", "home")
        assert taught == keys(pilot)
        await pilot.click(CardList, offset=(8, 3))
        assert 2 == cards(pilot).row
        await pilot.click(CardList, offset=(8, 0))
        assert "▲" in seen(pilot)
        shown = cards(pilot).row - cards(pilot)._top
        await pilot.click(CardList, offset=(8, shown + 1))
        assert isinstance(pilot.app.screen, CardScreen)


async def test_suspending_tells_how_many_and_waits_for_enter_and_taking_up_changes_only_those(found, trainer):
    async with found("topic:garden") as pilot:
        await pilot.press("space", "down", "space")
        for key in ("x", "f8"):
            await pilot.press(key)
            assert "Suspend 2 cards? Enter: yes. Esc: no." in seen(pilot), key
            await pilot.press("escape")
            assert not stored(trainer, "bank:garden/green").suspended
        await pilot.press("f8", "enter")
        assert "2 cards are put aside." in seen(pilot)
        suspended = {name: stored(trainer, f"bank:garden/{name}").suspended for name in ("green", "fruit", "tall")}
        assert {"green": True, "fruit": False, "tall": True} == suspended
        assert not cards(pilot).marked
        await pilot.press("a", "t")
        assert "Take up 5 cards again?" in seen(pilot)
        await pilot.press("enter")
        assert "2 cards are taken up again." in seen(pilot)
        assert not stored(trainer, "bank:garden/green").suspended
    assert ["suspend"] * 4 == [event["kind"] for event in trainer.log()]


async def test_what_was_done_is_said_until_the_next_key_or_click_whatever_it_does(found):
    async with found("topic:garden") as pilot:
        for key in ("down", "right", "s", "space", "/", "n"):
            await pilot.press("x", "enter")
            assert "aside." in seen(pilot), key
            await pilot.press(key)
            assert "aside." not in seen(pilot), key
            await pilot.press(*["escape"] * (key in "/n"))
        await pilot.press("x", "enter")
        await pilot.click(CardList, offset=(8, 3))
        assert "aside." not in seen(pilot)


async def test_the_history_tells_each_answer_and_beginning_anew_forgets_the_memory_and_keeps_the_log(play, trainer):
    async with play(keys=GARDEN, size=(100, 50)) as pilot:
        await until_asked(pilot, "one")
        await pilot.press(number(pilot, right=False))
        await until_asked(pilot, "self-rate")
        await pilot.press("enter", "3", "escape", "b", "/")
        await type_in(pilot, "topic:garden moss")
        await pilot.press("enter", "enter")
        assert "✓ 2026-11-23  flashcard, Good, next in" in seen(pilot)
        await pilot.press("escape", "/")
        await type_in(pilot, "topic:garden grass")
        await pilot.press("enter", "enter")
        page = seen(pilot)
        assert "✗ 2026-11-23  choice: red[/], Again, next in 1 minute" in page or "blue, Again" in page
        assert "Asked 1 time in 1 way, 0 right." in page
        assert 1 == stored(trainer, "bank:garden/green").repetitions
        await pilot.press("escape", "ctrl+r")
        assert "Forget the memory of 1 card?" in seen(pilot)
        await pilot.press("enter")
        assert "1 card begins anew." in seen(pilot)
        assert 0 == stored(trainer, "bank:garden/green").repetitions
        assert 0 == trainer.browse().row_of("bank:garden/green").state.repetitions
    assert ["review", "reset"] == [event["kind"] for event in trainer.log("bank:garden/green")]


async def test_the_app_can_begin_with_a_search_and_quiz_me_asks_what_was_found_or_marked_and_comes_back(found):
    async with found("topic:garden") as pilot:
        assert 5 == len(keys(pilot))
        await pilot.press("q")
        assert isinstance(pilot.app.screen, StudyScreen)
        assert "Practice: nothing here changes your schedule." in seen(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert 5 == len(keys(pilot))
        for line in ("grass", "moss"):
            await pilot.press("/")
            await type_in(pilot, line)
            await pilot.press("enter", "space")
        await pilot.press("q")
        practice = pilot.app.screen.session
        assert isinstance(practice, Practice)
        assert {"bank:garden/green", "bank:garden/moss"} == {card.key for card in practice._left}


async def test_a_note_is_given_up_then_written_shown_found_and_taken_away(found, trainer):
    async with found("grass") as pilot:
        await pilot.press("n", *"no", "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert [] == list(trainer.log())
        await pilot.press("n")
        await type_in(pilot, "see page 3")
        await pilot.press("enter")
        assert "✎ see page 3" in seen(pilot)
        await pilot.press("/")
        await type_in(pilot, "is:noted")
        await pilot.press("enter")
        assert ["bank:garden/green"] == keys(pilot)
        await pilot.press("n", *["backspace"] * 10, "enter")
        assert "" == trainer.browse().note("bank:garden/green")
    assert ["see page 3", ""] == [event["text"] for event in trainer.log() if event["kind"] == "note"]


async def test_what_is_said_of_the_highlighted_card_is_never_cut(play, studied):
    studied.browse().write_note(
        "concept:pruning/definition", "The one with the weights; see page 3 of the garden book."
    )
    async with play(studied, keys=["b"]) as pilot:
        await pilot.resize_terminal(60, 20)
        await pilot.press("home")
        for _card in range(12):
            detail = pilot.app.screen.query_one("#detail", Prose).text
            assert "".join(detail.split()) in "".join(seen(pilot).split())
            await pilot.press("down")


async def test_enter_opens_the_card_with_lesson_history_and_the_way_on(found):
    async with found("babarin developer", size=(100, 50)) as pilot:
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, CardScreen)
        page = seen(pilot)
        for text in ("Babarin: developer", "Never asked yet.", "Lesson", "Question", "Read more"):
            assert text in page
        await pilot.press("right", "enter")
        assert isinstance(pilot.app.screen, ExplorePageScreen)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_titles_are_only_text_and_change_their_language_under_the_cursor(found):
    async with found("[mask]") as pilot:
        assert "[MASK] grass[i]" in seen(pilot)
        await pilot.press("/")
        await type_in(pilot, "topic:garden moss")
        await pilot.press("enter", "f2")
        assert "苔藓是什么？" in seen(pilot)


@pytest.mark.long
async def test_every_state_fits_every_size(play):
    async with play(keys=["b"]) as pilot:
        for pressed in [("/", *"is:"), ("escape", "end", "a", "x"), ("escape", "enter")]:
            await pilot.press(*pressed)
            await fits_every_size(pilot)
