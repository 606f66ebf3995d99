"""Browse: find, look, mark, practise, put aside, begin anew, note; each with one question before many cards change."""

import pytest
from tui_acting import GARDEN, fits_every_size, number, seen, until_asked

from llmquiz.trainer.practice import Practice
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.card import CardScreen
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.widgets.cards import CardList


def cards(pilot):
    """The list."""
    return pilot.app.screen.query_one(CardList)


def keys(pilot):
    """The keys of what is shown, from the top."""
    return [pilot.app.trainer.library.cards[place].key for place in cards(pilot).places]


def stored(trainer, key):
    """A state as the file has it."""
    return trainer._store.state(key)


async def test_one_key_leads_from_home_to_all_cards_and_escape_back(play, trainer):
    async with play() as pilot:
        for key in ("b", "f7"):
            await pilot.press(key)
            assert isinstance(pilot.app.screen, BrowseScreen)
            assert f"{len(trainer.library.cards)} cards" in seen(pilot)
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, HomeScreen)


async def test_typing_searches_and_escape_goes_back_step_by_step(play):
    async with play(keys=["b"]) as pilot:
        for key in ("/", "／", "f6"):
            await pilot.press(key, *"topic:garden moss")
            assert ["bank:garden/moss"] == keys(pilot), key
            await pilot.press("enter")
            assert "1 of" in seen(pilot)
            assert "topic:garden moss" in seen(pilot)
            await pilot.press("escape")
            assert 1 < len(keys(pilot))
            assert isinstance(pilot.app.screen, BrowseScreen)


async def test_a_mistake_is_told_while_the_cards_stay(play):
    async with play(keys=["b", "/", *"topic:gard"]) as pilot:
        assert "Place 7: “gard” cannot stand here. Possible: garden." in seen(pilot)
        assert 5 < len(keys(pilot))
        await pilot.press(*"en")
        assert 5 == len(keys(pilot))


async def test_what_no_card_is_like_is_told(play):
    async with play(keys=["b", "/", *"zzz"]) as pilot:
        assert "No card is like this." in seen(pilot)
        await pilot.press("enter", "enter", "x", "q", "space", "n")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_sorting_goes_up_down_and_back(play):
    async with play(keys=["b", "/", *"topic:garden", "enter"]) as pilot:
        taught = keys(pilot)
        await pilot.press("s")
        assert "▲" in seen(pilot)
        titles = [cards(pilot)._row(place).title.casefold() for place in cards(pilot).places]
        assert sorted(titles) == titles
        await pilot.press("f5")
        assert "▼" in seen(pilot)
        await pilot.press("s")
        assert taught == keys(pilot)


async def test_the_cursor_stays_with_its_card_when_the_order_changes(play):
    async with play(keys=["b", "down", "down"]) as pilot:
        before = cards(pilot).current
        await pilot.press("s", "s")
        assert before == cards(pilot).current


@pytest.mark.parametrize("key", ["x", "f8"])
async def test_suspending_tells_how_many_and_waits_for_enter(play, trainer, key):
    async with play(keys=["b", "/", *"topic:garden", "enter", "space", "down", "space", key]) as pilot:
        assert "Suspend 2 cards? Enter: yes. Esc: no." in seen(pilot)
        await pilot.press("escape")
        assert not stored(trainer, "bank:garden/green").suspended
        await pilot.press(key, "enter")
        assert "2 cards are put aside." in seen(pilot)
        assert stored(trainer, "bank:garden/green").suspended
        assert not stored(trainer, "bank:garden/fruit").suspended
        assert stored(trainer, "bank:garden/tall").suspended
        assert not cards(pilot).marked


async def test_taking_up_again_changes_only_what_was_put_aside(play, trainer):
    async with play(keys=["b", "/", *"topic:garden", "enter", "x", "enter", "a", "t"]) as pilot:
        assert "Take up 5 cards again?" in seen(pilot)
        await pilot.press("enter")
        assert "1 card is taken up again." in seen(pilot)
        assert not stored(trainer, "bank:garden/green").suspended
    kinds = [event["kind"] for event in trainer.log()]
    assert ["suspend", "suspend"] == kinds


async def test_beginning_anew_forgets_the_memory_and_keeps_the_log(play, trainer):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "one")
        await pilot.press(number(pilot, right=True), "escape")
        assert 1 == stored(trainer, "bank:garden/green").repetitions
        await pilot.press("b", "/", *"topic:garden grass", "enter", "ctrl+r")
        assert "Forget the memory of 1 card?" in seen(pilot)
        await pilot.press("enter")
        assert "1 card begins anew." in seen(pilot)
        assert 0 == stored(trainer, "bank:garden/green").repetitions
        assert 0 == trainer.browse().row_of("bank:garden/green").state.repetitions
    assert ["review", "reset"] == [event["kind"] for event in trainer.log("bank:garden/green")]


async def test_marks_stay_while_the_search_goes_on(play, trainer):
    async with play(keys=["b", "/", *"grass", "enter", "space", "/"]) as pilot:
        await pilot.press(*["backspace"] * 5, *"moss", "enter", "space", "q")
        practice = pilot.app.screen.session
        assert isinstance(practice, Practice)
        assert {"bank:garden/green", "bank:garden/moss"} == {card.key for card in practice._left}


async def test_quiz_me_on_these_asks_what_was_found_and_comes_back(play):
    async with play(keys=["b", "/", *"topic:garden", "enter", "q"]) as pilot:
        assert isinstance(pilot.app.screen, StudyScreen)
        assert "Practice: nothing here changes your schedule." in seen(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert 5 == len(keys(pilot))


async def test_a_note_is_written_shown_found_and_taken_away(play, trainer):
    async with play(keys=["b", "/", *"grass", "enter", "n", *"see page 3", "enter"]) as pilot:
        assert "✎ see page 3" in seen(pilot)
        await pilot.press("/", *["backspace"] * 5, *"is:noted", "enter")
        assert ["bank:garden/green"] == keys(pilot)
        await pilot.press("n", *["backspace"] * 10, "enter")
        assert "" == trainer.browse().note("bank:garden/green")
    assert ["see page 3", ""] == [event["text"] for event in trainer.log() if event["kind"] == "note"]


async def test_escape_leaves_a_note_as_it_was(play, trainer):
    async with play(keys=["b", "n", *"nothing", "escape"]) as pilot:
        assert isinstance(pilot.app.screen, BrowseScreen)
    assert [] == list(trainer.log())


async def test_enter_opens_the_card_with_lesson_history_and_the_way_on(play):
    async with play(keys=["b", "/", *"babarin developer", "enter", "enter"], size=(100, 50)) as pilot:
        assert isinstance(pilot.app.screen, CardScreen)
        page = seen(pilot)
        for text in ("Babarin: developer", "Never asked yet.", "Lesson", "Question", "Read more"):
            assert text in page
        await pilot.press("right", "enter")
        assert isinstance(pilot.app.screen, ExplorePageScreen)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_the_history_tells_each_answer_and_the_variety(play):
    async with play(keys=GARDEN, size=(100, 50)) as pilot:
        await until_asked(pilot, "one")
        await pilot.press(number(pilot, right=False), "escape")
        await pilot.press("b", "/", *"topic:garden grass", "enter", "enter")
        page = seen(pilot)
        assert "✗ 2026-11-23  choice: red[/], Again, next in 1 minute" in page or "blue, Again" in page
        assert "Asked 1 time in 1 way, 0 right." in page


async def test_clicks_sort_move_and_open(play):
    async with play(keys=["b"]) as pilot:
        await pilot.click(CardList, offset=(8, 3))
        assert 2 == cards(pilot).row
        await pilot.click(CardList, offset=(8, 0))
        assert "▲" in seen(pilot)
        shown = cards(pilot).row - cards(pilot)._top
        await pilot.click(CardList, offset=(8, shown + 1))
        await pilot.pause()
        assert isinstance(pilot.app.screen, CardScreen)


async def test_the_language_changes_under_the_cursor(play):
    async with play(keys=["b", "/", *"topic:garden moss", "enter", "f2"]) as pilot:
        assert "苔藓是什么？" in seen(pilot)


async def test_every_state_fits_every_size(play):
    async with play(keys=["b"]) as pilot:
        for pressed in [(), ("end",), ("a", "x"), ("escape", "/", *"is:"), ("escape", "enter")]:
            await pilot.press(*pressed)
            await fits_every_size(pilot)


async def test_the_app_can_begin_with_a_search(trainer):
    app = LlmquizApp(trainer, browse="topic:garden")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert 5 == len(keys(pilot))


async def test_text_from_files_is_only_text(play):
    async with play(keys=["b", "/", *"[mask]", "enter"]) as pilot:
        assert "[MASK] grass[i]" in seen(pilot)
