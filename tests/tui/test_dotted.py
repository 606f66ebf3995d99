"""Plots with two axes: a point is four dots where its numbers put it, a line single ones; nothing is too wide."""

import re

import pytest

from llmquiz.core.text import width
from llmquiz.tui import dotted
from llmquiz.tui.speech import speak

BLANK = 0x2800


def lines(content):
    return [line.rstrip() for line in content.plain.split("\n")]


def dots(text):
    """How many dots are drawn."""
    return sum((ord(sign) - BLANK).bit_count() for sign in text if BLANK <= ord(sign) < BLANK + 256)


def coloured(content):
    """What is drawn in the accent."""
    return [content.plain[span.start : span.end] for span in content.spans if "$accent" in str(span.style)]


def test_weeks_stand_as_points_over_the_line_of_their_target():
    drawn = dotted.weeks([1.0, None, 0.7], [0.9] * 3, [(0, "11-23")], 40, height=3)
    assert [
        "100 % ┤⠛",
        " 90 % ┤⠁⠁⠁⠁⠁⠁⠁⠁⠁",
        " 70 % ┤        ⣤",
        "      └─────────",
        "       11-23",
    ] == lines(drawn)


def test_a_point_is_four_dots_and_inside_the_plot_wherever_it_stands():
    alone = dots(dotted.weeks([None], [1.0], [], 40, height=6).plain)
    for half in range(41):  # between the 22 places for its lower dots, too
        drawn = dotted.weeks([0.7 + 0.3 * half / 44], [1.0], [], 40, height=6).plain
        assert alone + 4 == dots(drawn), half


def test_the_target_rises_where_the_learner_raised_it():
    drawn = lines(dotted.weeks([None] * 3, [0.7, 0.9, 0.9], [], 40, height=3))
    assert ["100 % ┤", " 90 % ┤   ⠄⠁⠁⠁⠁⠁", " 70 % ┤⡀⠂⠁"] == drawn[:3]


def test_only_points_are_coloured():
    assert ["⠛", "⣤"] == coloured(dotted.weeks([1.0, 0.7], [0.9, 0.9], [], 40, height=3))
    assert ["⠛"] == coloured(dotted.square([(0.7, 1.0)], "", 60, height=4))


def test_few_weeks_stand_apart_and_of_many_the_latest_are_shown():
    assert "⠛   ⠛   ⠛" in dotted.weeks([1.0] * 3, [0.9] * 3, [], 78, height=4).plain
    drawn = dotted.weeks([1.0] * 30 + [0.7] * 9, [0.9] * 39, [(27, "9-28"), (29, "10-26"), (36, "11-23")], 28, height=4)
    assert 28 >= max(map(width, lines(drawn)))
    assert (2, 9) == (drawn.plain.count("⠛"), drawn.plain.count("⣤"))
    assert ["10-26", "11-23"] == lines(drawn)[-1].split()


def test_the_axis_names_the_target_in_its_row():
    drawn = lines(dotted.weeks([0.5], [0.8], [], 40, height=6))
    (row,) = [line for line in drawn if line.startswith(" 80 %")]
    assert dots(row) > 0


def test_what_was_known_better_than_predicted_stands_above_the_diagonal():
    better, worse = (lines(dotted.square([pair], "", 60, height=4)) for pair in ((0.8, 0.9), (0.9, 0.8)))
    assert ("      │  ⠰⠆⡀⠂", "      │  ⡀⠂⠰⠆") == (better[1], worse[2])


def test_both_axes_of_a_square_begin_at_one_whole_ten_and_end_with_everything():
    assert [
        "100 % ┤      ⡀⠛",
        "      │    ⡀⠂",
        "      │  ⡀⠂",
        " 70 % ┤⣤⠂",
        "      └────────",
        "       70 %",
    ] == lines(dotted.square([(0.7, 0.7), (1.0, 1.0)], "", 60, height=4))
    assert re.search(r" 50 % +100 %$", lines(dotted.square([(0.9, 0.55)], "", 60, height=10))[-1])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_how_a_square_is_read_stands_beside_it_or_where_there_is_no_room_below(lang):
    says = {"en": "On the line both are the same. " * 5, "zh": "在斜线上，两者相同。" * 8}[lang]
    speak(lang)
    for columns, rows in ((76, 12), (54, 12), (34, 17)):
        drawn = lines(dotted.square([(0.8, 0.9), (0.9, 0.9)], says.strip(), columns, height=10))
        assert columns >= max(map(width, drawn))
        assert (rows == 12) == (len(drawn) == 12), columns
        assert says[:2] in drawn[0 if rows == 12 else 12]
