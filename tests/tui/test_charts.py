"""Plots in text: told by signs alone, in proportion, never wider than they may be."""

import re

import pytest

from llmquiz.core.text import width
from llmquiz.tui import charts
from llmquiz.tui.charts import Pointed
from llmquiz.tui.speech import speak

MONDAY = 20780
"""2026-11-23."""


def lines(content):
    return content.plain.split("\n")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("columns", "cells"), [(30, 25), (55, 50), (76, 53), (112, 106)])
def test_the_year_fills_what_room_there_is(columns, cells, lang):
    speak(lang)
    drawn = lines(charts.year({MONDAY: 3}, MONDAY, columns))
    assert 8 == len(drawn)
    assert 5 + cells == max(map(width, drawn))


def test_the_year_ends_today_and_names_its_months():
    drawn = lines(charts.year({MONDAY: 3, MONDAY - 1: 1}, MONDAY, 58))
    assert "Jan Feb Mar" in drawn[0]
    assert drawn[1].startswith("Mon  ···")
    assert drawn[1].endswith("·█")
    assert drawn[7].rstrip().endswith("·▒")


def test_no_month_is_left_out_for_the_width_of_its_name_in_chinese():
    speak("zh")
    months = lines(charts.year({}, MONDAY, 55))[0]
    assert [f"{month}月" for month in range(1, 12)] == re.findall(r"\d+月", months)


def test_the_legend_shows_every_shade():
    assert "less ·  ░░ ▒▒ ▓▓ ██ more" == charts.legend().plain


def test_bars_are_in_proportion_with_their_axis_and_labels():
    drawn = lines(charts.bars([4, 0, 2, 0.01], [(0, "today"), (2, "12-07")], 40, top="4", height=2))
    assert ["    4 ██", "    0 ██    ██ ▁▁", "      today 12-07"] == [line.rstrip() for line in drawn]


def test_bars_of_nothing_are_no_bars():
    assert "█" not in charts.bars([0, 0], [], 40, top="0", height=2).plain


def test_a_point_stands_left_or_right_of_its_mark():
    rows = [Pointed("typed", 0.8, 0.9, "80 %"), Pointed("选择", 0.95, 0.9, "95 %", "$warning")]
    _axis, below, above = lines(charts.pointed(rows, 60))
    assert below.index("●") < below.index("┃")
    assert above.index("●") > above.index("┃")
    assert width(below) == width(above) <= 60


def test_shares_leave_their_remarks_out_where_there_is_no_room():
    rows = [("A topic with a long name", 0.5, "12 of 200 met")]
    assert "12 of 200 met" in charts.shares(rows, 76).plain
    assert "met" not in charts.shares(rows, 40).plain
    assert 40 >= width(charts.shares(rows, 40).plain)


@pytest.mark.parametrize(("shares", "floor"), [([], 0.7), ([0.93], 0.7), ([0.66, 0.9], 0.6), ([0.0], 0.0)])
def test_an_axis_of_shares_begins_at_a_whole_ten(shares, floor):
    assert pytest.approx(floor) == charts.floor_of(shares)
