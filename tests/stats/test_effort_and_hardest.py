"""Time spent, and the cards that cost most of it."""

import pytest

from llmquiz.core.states import CardState
from llmquiz.stats.effort import effort
from llmquiz.stats.hardest import hardest


@pytest.mark.parametrize(
    ("moments", "seconds"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([(1, 50_000, 4_000)], {1: 4}, id="the first counts as long as its question was open"),
        pytest.param([(1, 50_000, 4_000), (1, 80_000, 5_000)], {1: 34}, id="reading counts, too"),
        pytest.param([(1, 0, 4_000), (1, 900_000, 5_000)], {1: 9}, id="a break does not"),
        pytest.param([(1, 60_000, 4_000), (1, 50_000, 5_000)], {1: 9}, id="nor a clock set back"),
        pytest.param([(1, 0, 4_000), (2, 30_000, 9_000)], {1: 4, 2: 30}, id="each day has its own"),
    ],
)
def test_time_is_counted_from_one_answer_to_the_next(moments, seconds):
    assert seconds == effort(moments)


def state(card, wrong, lapses=0, difficulty=5.0):
    return CardState(card, repetitions=wrong + 3, right=3, lapses=lapses, difficulty=difficulty)


def test_the_hardest_cards_come_first_and_one_mistake_is_none():
    states = [state("a", 2), state("b", 2, difficulty=9), state("c", 3, lapses=2), state("d", 1), state("e", 5)]
    assert ["c", "e", "b", "a"] == [found.card for found in hardest(states)]
    assert ["c"] == [found.card for found in hardest(states, most=1)]
