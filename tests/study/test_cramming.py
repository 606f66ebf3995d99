"""Which cards to practise first, and how a date's cards are spread over the days left."""

import pytest

from llmquiz.study.cramming import plan, weakest_first

RECALL = {"a": 0.95, "b": 0.3, "c": 0.7, "d": 0.89, "e": 0.5}


def test_the_least_known_come_first():
    assert ("b", "e", "c", "d", "a") == weakest_first(RECALL, 100)


def test_equal_ones_come_in_another_order_on_another_day():
    equal = dict.fromkeys("abcdefgh", 0.5)
    assert weakest_first(equal, 1) == weakest_first(equal, 1)
    assert weakest_first(equal, 1) != weakest_first(equal, 2)


@pytest.mark.parametrize(("day", "cards"), [(100, 4), (101, 4), (102, 2), (103, 2), (104, 1), (200, 1)])
def test_what_is_below_the_target_is_spread_over_the_days_left(day, cards):
    made = plan(RECALL, (), 0.9, today=100, day=day)
    assert 4 == made.endangered
    assert ("b", "e", "c", "d")[:cards] == made.today


def test_what_was_practised_today_counts_for_todays_part():
    made = plan(RECALL, ("b",), 0.9, today=100, day=102)
    assert (("e",), ("e", "c", "d"), 1) == (made.today, made.left, made.done_today)
    done = plan(RECALL, ("b", "e"), 0.9, today=100, day=102)
    assert ((), 2) == (done.today, done.done_today)


def test_where_nothing_is_in_danger_there_is_nothing_to_do():
    made = plan({"a": 0.95}, (), 0.9, today=100, day=110)
    assert (0, ()) == (made.endangered, made.today)


def test_over_the_days_everything_is_asked_once():
    left, asked = dict(RECALL), []
    for today in range(100, 103):
        part = plan(left, (), 0.9, today=today, day=103).today
        asked += part
        left |= dict.fromkeys(part, 0.99)
    assert sorted("bcde") == sorted(asked)
