"""The plot in text: places, values of the axes, names and legend."""

import pytest

from llmquiz.core.text import width
from llmquiz.trainer.explored import Column, Mark, Plot
from llmquiz.tui.speech import speak
from llmquiz.tui.widgets.scatter import drawn, legend, letter, title


@pytest.fixture(autouse=True)
def _in_english():
    speak("en")


COLUMNS = Column("size", "size", "tokens", True), Column("price", "price", "", True)


def plot(*points):
    """Points by (name, x, y)."""
    marks = tuple(Mark(f"entity:{name}", name, x, y, f"{x:g}k", f"${y:g}") for name, x, y in points)
    return Plot(*COLUMNS, marks, ("2024-06",))


def text(lines):
    """The lines without their looks."""
    return ["".join(piece for piece, _style in line) for line in lines]


CORNERS = plot(("high", 100, 10), ("middle", 10, 1), ("low", 1, 0.1))


def test_equal_ratios_are_equal_distances():
    lines = text(drawn(CORNERS, 37, 13, 0))
    at = {letter: (row, line.index(letter)) for row, line in enumerate(lines) for letter in "abc" if letter in line}
    (top, right), (half, middle), (bottom, left) = (at[letter] for letter in "abc")
    assert half - top == bottom - half
    assert abs((right - middle) - (middle - left)) <= 1


def test_the_axes_carry_the_values_of_the_points():
    *lines, axis = text(drawn(CORNERS, 40, 13, 0))
    assert ["$10", "$1", "$0.1"] == [line.partition("┤")[0].strip() for line in lines if "┤" in line]
    assert ["1k", "10k", "100k"] == axis.split()


def test_a_line_that_stands_for_several_values_names_none():
    crowded = plot(("one", 1, 1.0), ("two", 10, 1.01), ("three", 100, 1000))
    assert ["$1000"] == [line.partition("┤")[0].strip() for line in text(drawn(crowded, 40, 6, 0)) if "┤" in line]


def test_two_points_of_one_place_stand_side_by_side():
    twins = plot(("one", 5, 5), ("two", 5, 5), ("far", 50, 50))
    assert any("ab" in line for line in text(drawn(twins, 40, 8, 0)))


def test_names_stand_beside_the_points_where_there_is_room():
    assert any("middle" in line for line in text(drawn(CORNERS, 80, 12, 0)))
    assert not any("middle" in line for line in text(drawn(CORNERS, 40, 12, 0)))


@pytest.mark.parametrize(("columns", "height"), [(30, 8), (58, 10), (78, 14), (120, 30)])
@pytest.mark.parametrize("name", ["low", "名字很宽"])
def test_it_is_as_large_as_it_was_told(columns, height, name):
    lines = text(drawn(plot(("high", 100, 10), (name, 1, 1)), columns, height, 1))
    assert height == len(lines)
    assert max(width(line) for line in lines) <= columns


def test_the_legend_scrolls_to_the_marked_point():
    many = plot(*((f"a long name of a model {at}", at + 1, at + 1) for at in range(30)))
    lines = text(legend(many, 40, 5, 20, values=False))
    assert 5 == len(lines)
    assert any(line.startswith("› u ") for line in lines)


def test_the_legend_gives_both_values():
    lines = text(legend(CORNERS, 48, 5, 1, values=True))
    assert ["  a high    100k   $10", "› b middle   10k    $1"] == [line[:22] for line in lines[:2]]


def test_the_title_says_what_is_measured_and_of_when():
    assert "price ↑   size (tokens) →   logarithmic, 2024-06" == title(CORNERS)


@pytest.mark.parametrize(("at", "sign"), [(0, "a"), (26, "A"), (52, "•")])
def test_points_have_letters_as_long_as_there_are_any(at, sign):
    assert sign == letter(at)


def test_a_single_point_can_be_drawn():
    assert any("a" in line for line in text(drawn(plot(("one", 3, 3)), 40, 8, 0)))
