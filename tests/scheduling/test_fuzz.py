"""Fuzz stays within Anki's ranges, moves both ways and can be repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.scheduling.fuzz import fuzz_bounds, fuzzed
from tables import every_row
from texts import any_text


@every_row(
    ("interval", "bounds"),
    [
        (1, (1, 1)),
        (2, (2, 2)),
        (3, (2, 4)),
        (5, (4, 6)),
        (7, (5, 9)),
        (8, (6, 10)),
        (15, (13, 17)),
        (20, (17, 23)),
        (50, (46, 54)),
        (100, (93, 107)),
        (340, (321, 359)),
        (365, (345, 365)),
        (900, (345, 365)),
        (0, (1, 1)),
    ],
)
def test_the_bounds_are_ankis(interval, bounds):
    assert bounds == fuzz_bounds(interval, 365)


@pytest.mark.parametrize("interval", [3, 10, 60, 365])
def test_every_day_within_the_bounds_is_reached_about_equally_often(interval):
    lower, upper = fuzz_bounds(interval, 365)
    days = [fuzzed(interval, 365, f"card {n}", 1) for n in range(4000)]
    assert set(range(lower, upper + 1)) == set(days)
    fair = 4000 / (upper - lower + 1)
    assert all(0.6 * fair < days.count(day) < 1.4 * fair for day in set(days))


@given(st.integers(-5, 2000), st.integers(1, 400), any_text(30), st.integers(0, 99))
def test_a_fuzzed_interval_is_whole_positive_and_not_too_long(interval, maximum, card, repetition):
    first = fuzzed(interval, maximum, card, repetition)
    assert 1 <= first <= maximum
    assert first == fuzzed(interval, maximum, card, repetition)


def test_the_seed_is_the_card_and_its_repetition():
    assert [fuzzed(50, 365, "fact:gpt-4o/context_window#value", n) for n in range(1, 5)] == [52, 49, 51, 53]
