"""Explore: views, sorting, filtering, pages with links, the plot, and the way to a quiz and back."""

from dataclasses import replace

import pytest
from tui_acting import fits_every_size, seen, type_in

from llmquiz.core.text import width
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.views import QuestionView
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.explaining import page_lines
from llmquiz.tui.screens.explore import ExploreScreen
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen
from llmquiz.tui.widgets.article import Article
from llmquiz.tui.widgets.grid import Grid
from llmquiz.tui.widgets.scatter import Scatter

MODELS, MAKERS, CONCEPTS, TIMELINE, PLOT = "12345"


def grid(pilot):
    """The table that is shown."""
    return pilot.app.screen.query_one(Grid)


def names(pilot):
    """Its rows, from the top."""
    return [row.name for row in grid(pilot).rows]


async def test_tab_and_digits_go_through_the_views_and_the_plot_through_its_measures(play):
    async with play(keys=["f4", "tab"]) as pilot:
        assert "maker" == grid(pilot).table.id
        await pilot.press("shift+tab", "shift+tab")
        assert pilot.app.screen.query_one(Scatter).display
        for key, text in ((MAKERS, "Estuary"), (CONCEPTS, "pruning"), (TIMELINE, "2020"), (PLOT, "logarithmic")):
            await pilot.press(key)
            assert text in seen(pilot)
        shown = pilot.app.screen.query_one(Scatter).plot
        await pilot.press("x")
        across = pilot.app.screen.query_one(Scatter).plot
        assert shown.across != across.across
        assert shown.up == across.up
        await pilot.press("y", "down", "enter")
        assert isinstance(pilot.app.screen, ExplorePageScreen)


async def test_the_highlighted_cell_is_told_in_full_with_date_and_source_in_either_language(play):
    async with play(keys=["e", "right"]) as pilot:
        assert "Babarin, developer: Acme" in seen(pilot)
        assert "as of 2024-06, The Book of Trees" in seen(pilot)
        await pilot.press("down", "f2")
        assert "Bakerin，开发者：Borel" in seen(pilot)
        await pilot.press("enter", "f2")
        assert "developer" in seen(pilot)
        await pilot.press("escape")
        assert "developer" in seen(pilot)


async def test_keys_sort_up_down_and_back_and_the_cursor_stays_with_its_row_and_clicks_sort_move_and_open(play):
    async with play(keys=["e", *["right"] * 3, "down", "down"]) as pilot:
        as_it_was, before = names(pilot), grid(pilot).current
        column = grid(pilot).table.columns[grid(pilot).column].id
        await pilot.press("s")
        orders = [row.cells[grid(pilot).column].order for row in grid(pilot).rows]
        assert column == "context"
        assert sorted(orders) == orders
        assert "▲" in seen(pilot)
        await pilot.press("f5")
        assert "▼" in seen(pilot)
        assert orders[::-1] == [row.cells[grid(pilot).column].order for row in grid(pilot).rows]
        assert before is grid(pilot).current
        await pilot.press("s", "home")
        assert as_it_was == names(pilot)
        await pilot.click(Grid, offset=(5, 0))
        assert "▲" in seen(pilot)
        await pilot.click(Grid, offset=(5, 3))
        assert 2 == grid(pilot).row
        await pilot.click(Grid, offset=(5, 3))
        assert isinstance(pilot.app.screen, ExplorePageScreen)


async def test_typing_filters_the_models_and_escape_takes_the_filter_away_and_leads_home(play):
    async with play(keys=["e", "/"]) as pilot:
        assert "Babarin" in seen(pilot)
        await type_in(pilot, "baki")
        assert [] == names(pilot)
        assert "No row holds all these words." in seen(pilot)
        await pilot.press("backspace")
        assert ["Bakerin"] == names(pilot)
        await pilot.press("enter")
        assert "1 of 12 rows with: bak" in seen(pilot)
        await pilot.press("escape")
        for key in ("／", "f6"):
            assert 12 == len(names(pilot))
            await pilot.press(key, "z")
            assert ["Bazurin"] == names(pilot), key
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, ExploreScreen)
        assert 12 == len(names(pilot))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_filter_is_only_text_of_which_names_or_values_hold_every_word_and_names_come_first(play):
    async with play(keys=["e"]) as pilot:
        everything = names(pilot)
        await pilot.press("/", *everything[-1][:4].lower())
        assert everything[-1] in names(pilot)[: sum(each.startswith(everything[-1][:4]) for each in everything)]
        await type_in(pilot, "acme baba")
        assert ["Babarin"] == names(pilot)
        for hyphenated in ("acme bab-arin", "ac-me ba-barin"):
            await type_in(pilot, hyphenated)
            assert ["Babarin"] == names(pilot), hyphenated
        await type_in(pilot, "acme -")
        assert [] == names(pilot), "a hyphen alone is in no name"
        await type_in(pilot, "[/b] [red]")
        assert "with: [/b] [red]" in seen(pilot)


async def test_pages_say_what_holds_and_links_followed_by_enter_or_a_click_lead_on_and_escape_back(play):
    async with play(keys=["e", "enter"], size=(100, 60)) as pilot:
        assert isinstance(pilot.app.screen, ExplorePageScreen)
        assert "entity:babarin" == pilot.app.screen.subject
        await pilot.press("right", "enter")
        assert "entity:acme" == pilot.app.screen.subject
        await pilot.press("escape")
        assert "entity:babarin" == pilot.app.screen.subject
        await pilot.click(pilot.app.screen.query_one(Article).links[0])
        await pilot.pause()
        assert "entity:acme" == pilot.app.screen.subject
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, ExploreScreen)
        await pilot.press(CONCEPTS, "enter")
        page = seen(pilot)
        assert "✓ Pruning reduces the weight count. [1]" in page
        assert "✗ Pruning makes a network larger." in page
        assert "kinds of pruning" in page


def test_a_page_begins_with_a_few_of_many_names_and_ends_with_the_others(trainer):
    page = trainer.explore().page("sheet:pruning")
    for names, first, others in (
        ("abcde", "a, b, c, d, e", []),
        ("abcdefg", "a, b, c, d, e …", ["More names", "f, g"]),
    ):
        texts = [line.text for line in page_lines(replace(page, aliases=tuple(names)))]
        assert first == texts[2], names
        before_sources = texts[: texts.index("Sources")]
        assert others == [text for text in before_sources[-2:] if text in ("More names", "f, g")], names


async def test_quiz_me_on_this_is_a_practice_and_comes_back_here(play):
    async with play(keys=["e"]) as pilot:
        for keys in (("q",), (PLOT, "f4"), (CONCEPTS, "q"), (MODELS, "enter", "f4")):
            await pilot.press(*keys)
            screen = pilot.app.screen
            assert isinstance(screen, StudyScreen), keys
            assert isinstance(screen.session, Practice)
            assert "Practice: nothing here changes your schedule." in seen(pilot)
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, ExplorePageScreen if "enter" in keys else ExploreScreen)


async def test_a_column_is_practised_for_the_rows_that_were_found_and_ends_in_a_summary_that_leads_back(play, trainer):
    before = trainer.home()
    async with play(keys=["e", "/"], size=(80, 60)) as pilot:
        await type_in(pilot, "acme baba")
        await pilot.press("enter", "right", "c")
        assert {"fact:babarin/developer"} == {card.fact for card in pilot.app.screen.session._left}
        for _turn in range(60):
            if not isinstance(pilot.app.screen, StudyScreen):
                break
            asked = isinstance(pilot.app.screen.session.view, QuestionView)
            await pilot.press("f8" if asked else "enter")
            await pilot.pause()
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert "It was practice: your schedule is as it was." in seen(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ExploreScreen)
    assert before == trainer.home()


@pytest.mark.long
async def test_every_view_fits_every_size(play):
    async with play(keys=["e"]) as pilot:
        for keys in [("end", *["right"] * 9), (TIMELINE,), (PLOT,), (MODELS, "enter")]:
            await pilot.press(*keys)
            await fits_every_size(pilot)


async def test_the_app_can_begin_here_and_columns_stay_aligned_with_wide_names(reopen):
    with reopen("zh") as trainer:
        async with LlmquizApp(trainer, explore=True).run_test(size=(100, 24)) as pilot:
            await pilot.press(CONCEPTS)
            assert isinstance(pilot.app.screen, ExploreScreen)
            lines = [line for line in seen(pilot).split("\n") if "去掉网络" in line or "园丁" in line]
            assert 4 <= len(lines)
            assert 1 == len({width(line[: line.index("概念")]) for line in lines if "概念" in line})
