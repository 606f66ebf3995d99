"""Activity, streak and heatmap, from counts by day. Day 4 (1970-01-05) is a Monday."""

import pytest

from llmquiz.stats.activity import Streak, activity, heatmap, streak


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


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], Streak(0, 0, False)),
        ([10], Streak(1, 1, True)),
        ([9], Streak(1, 1, False)),
        ([8], Streak(0, 1, False)),
        ([8, 9, 10], Streak(3, 3, True)),
        ([7, 8, 9], Streak(3, 3, False)),
        ([1, 2, 3, 4, 9, 10], Streak(2, 4, True)),
        ([9, 11], Streak(1, 1, False)),
        ([9, 10, 11, 12], Streak(2, 2, True)),
    ],
)
def test_a_streak_reaches_to_today_or_yesterday(days, expected):
    assert streak(dict.fromkeys(days, 3), today=10) == expected


def test_a_day_without_answers_breaks_the_streak():
    assert streak({8: 1, 9: 0, 10: 1}, today=10) == Streak(1, 1, True)


def test_the_heatmap_shows_whole_weeks_from_monday():
    weeks = heatmap({4: 1, 10: 40, 12: 11}, today=12, weeks=2)
    assert weeks == ((1, 0, 0, 0, 0, 0, 4), (0, 2, None, None, None, None, None))


def test_the_heatmap_of_nothing_is_empty():
    assert heatmap({}, today=10, weeks=1) == ((0, 0, 0, 0, 0, 0, 0),)


def test_days_before_the_heatmap_do_not_pale_it():
    assert heatmap({3: 1000, 4: 1}, today=4, weeks=1)[0][0] == 4
