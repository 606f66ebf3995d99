"""Widgets that draw in text: forecast, pictures, the bar of keys, changed facts."""

from dataclasses import replace

import pytest
from textual.app import App

from llmquiz.core.pictures import Picture, PictureKind, PictureRow
from llmquiz.core.text import width
from llmquiz.trainer.views import ChangeView, Progress
from llmquiz.tui.content import paragraphs
from llmquiz.tui.widgets.change import ChangePane
from llmquiz.tui.widgets.forecast import bars
from llmquiz.tui.widgets.keybar import Hint, KeyBar
from llmquiz.tui.widgets.picture import picture_blocks
from llmquiz.tui.widgets.prose import Prose


@pytest.mark.parametrize(
    ("counts", "drawn"), [((), ""), ((0, 0), "  "), ((8, 4, 0, 1), "█▄ ▁"), ((1,), "█"), ((100, 1), "█▁")]
)
def test_bars_are_in_proportion_and_any_card_shows(counts, drawn):
    assert drawn == "".join(bars(counts))


def test_a_picture_marks_the_fact_by_a_sign_and_aligns_wide_names():
    rows = (PictureRow("a", "GPT-4", "8k", 1.0), PictureRow("b", "通义千问", "2k", 0.25, marked=True))
    lines = paragraphs(tuple(picture_blocks(Picture(PictureKind.BARS, "Context[0]", rows))), 70).plain.split("\n")
    assert "Context[0]" == lines[0]
    assert lines[2].startswith("› 通义千问")
    assert len({width(line[: line.index("━")]) for line in lines[1:]}) == 1


def test_a_timeline_names_the_dates_first():
    rows = (PictureRow("a", "GPT-3", "2020-06"), PictureRow("b", "GPT-4", "2023-03", marked=True))
    lines = paragraphs(tuple(picture_blocks(Picture(PictureKind.TIMELINE, "", rows))), 70).plain.split("\n")
    assert ["  2020-06  GPT-3", "› 2023-03  GPT-4"] == lines[1:]


def test_no_picture_draws_nothing():
    assert [] == list(picture_blocks(None))


def test_the_bar_leaves_out_the_middle_first():
    bar = KeyBar()
    bar.hints = tuple(Hint(key, "word", "act") for key in "abcdef")
    assert list("abcdef") == [hint.key for hint in bar.fitting(80)]
    assert list("aef") == [hint.key for hint in bar.fitting(28)]
    assert list("af") == [hint.key for hint in bar.fitting(16)]


def test_the_bar_moves_its_keys_closer_before_it_leaves_one_out():
    bar = KeyBar()
    bar.hints = tuple(Hint(key, "word", "act") for key in "abcdef")
    assert list("abcdef") == [hint.key for hint in bar.fitting(6 * 6 + 5 * 2)]


@pytest.mark.parametrize(
    ("since", "said"),
    [("2024-05", "the old answer held until 2024-05"), ("", "Corrected since you learned it.")],
)
async def test_a_changed_fact_is_told_with_the_values_that_are_known(since, said):
    class Holder(App[None]):
        def compose(self):
            yield ChangePane()

    view = ChangeView("k", "How much?", "5", "7", "Prices fell.", "A book", since, "Prices", Progress(0, 1))
    async with Holder().run_test() as pilot:
        pilot.app.query_one(ChangePane).show(view)
        text = "\n".join(prose.text for prose in pilot.app.query(Prose))
        pilot.app.query_one(ChangePane).show(replace(view, old="", new=""))
        untold = "\n".join(prose.text for prose in pilot.app.query(Prose))
    assert said in text
    assert "Before: 5" in text
    assert "Now: 7" in text
    assert not [word for word in ("Before", "Now") if word in untold]
