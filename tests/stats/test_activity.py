"""Activity, streak and heatmap, from counts by day. Day 4 (1970-01-05) is a Monday."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.stats.activity import REST_EVERY, Streak, activity, heatmap, streak
from tables import every_row


@pytest.mark.parametrize(
    ("pairs", "counts"),
    [
        ([], {}),
        ([(7, 2), (5, 1), (7, 3)], {5: 1, 7: 5}),
        ([(7, 0)], {}),
    ],
)
def test_answers_are_added_up_by_day(pairs, counts):
    assert activity(pairs) == counts
    assert list(activity(pairs)) == sorted(counts)


@every_row(
    ("days", "current", "longest", "today"),
    [
        ([], 0, 0, False),
        ([10], 1, 1, True),
        ([9], 1, 1, False),
        ([8, 9, 10], 3, 3, True),
        ([7, 8, 9], 3, 3, False),
        ([1, 2, 3, 4, 9, 10], 2, 4, True),
        ([9, 11], 1, 1, False),
        ([9, 10, 11, 12], 2, 2, True),
        ([6, 7], 0, 2, False),
    ],
)
def test_a_streak_reaches_to_today_or_yesterday(days, current, longest, today):
    found = streak(dict.fromkeys(days, 3), today=10)
    assert (current, longest, today) == (found.current, found.longest, found.today)


@every_row(
    ("what", "days", "current", "rests", "next_rest"),
    [
        ("yesterday was a rest day", [8], 1, 1, 16),
        ("a rest day is not counted", [8, 10], 2, 1, 16),
        ("one rest day leaves it whole", [7, 9, 10], 3, 1, 15),
        ("a second one within seven days: from the day after the first", [5, 6, 8, 10], 2, 1, 16),
        ("the next one is free seven days later", [1, 3, 4, 5, 6, 7, 8, 10], 8, 2, 16),
        ("but not six days later", [1, 3, 4, 5, 6, 7, 9, 10], 7, 1, 15),
        ("two days off end it", [7, 10], 1, 0, 11),
        ("today counts already: tomorrow is free", [9, 10], 2, 0, 11),
        ("today is free", [8, 9], 2, 0, 10),
        ("no streak, no rest", [7], 0, 0, None),
    ],
)
def test_one_day_in_seven_is_a_rest_day(what, days, current, rests, next_rest):
    found = streak(dict.fromkeys(days, 1), today=10)
    assert (current, rests, next_rest) == (found.current, found.rests, found.next_rest)


@given(st.sets(st.integers(0, 40)))
def test_the_streak_is_the_longest_stretch_that_holds_the_rule(days):
    def holds(first):
        missed = [day for day in range(first, 40) if day not in days]
        return all(later - earlier >= REST_EVERY for earlier, later in pairwise(missed))

    stretches = [sum(first <= day for day in days) for first in days if holds(first) and first <= 40]
    assert max(stretches, default=0) == streak(dict.fromkeys(days, 1), today=40).current


def test_a_day_without_answers_is_a_day_off():
    assert Streak(2, 2, True, 1, 16) == streak({8: 1, 9: 0, 10: 1}, today=10)


def test_the_heatmap_shows_whole_weeks_from_monday():
    weeks = heatmap({4: 1, 10: 40, 12: 11}, today=12, weeks=2)
    assert weeks == ((1, 0, 0, 0, 0, 0, 4), (0, 2, None, None, None, None, None))


def test_the_heatmap_of_nothing_is_empty():
    assert heatmap({}, today=10, weeks=1) == ((0, 0, 0, 0, 0, 0, 0),)


def test_days_before_the_heatmap_do_not_pale_it():
    assert heatmap({3: 1000, 4: 1}, today=4, weeks=1)[0][0] == 4


def test_one_enormous_day_does_not_pale_the_others():
    counts = dict.fromkeys(range(4, 31), 10) | {20: 1000}
    assert {4} == {level for week in heatmap(counts, today=31, weeks=4) for level in week if level}
