"""The forecast: due counts of the coming days."""

from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.states import CardState
from llmquiz.stats.forecast import DAYS, forecast
from tables import every_row


def due(day, **fields):
    return CardState("c", due_day=day, **fields)


@every_row(
    ("states", "counts"),
    [
        ([], (0, 0, 0)),
        ([due(10), due(10), due(12)], (2, 0, 1)),
        ([due(3), due(9)], (2, 0, 0)),
        ([due(13)], (0, 0, 0)),
        ([due(None)], (0, 0, 0)),
        ([due(10, suspended=True)], (0, 0, 0)),
        ([due(10, buried_until=11)], (0, 1, 0)),
        ([due(12, buried_until=11)], (0, 0, 1)),
        ([due(5, buried_until=7)], (1, 0, 0)),
    ],
)
def test_a_card_counts_on_the_day_it_is_due(states, counts):
    assert forecast(states, today=10, days=3) == counts


@given(st.lists(st.integers(0, 200)))
def test_every_card_due_within_the_days_is_counted_once(days):
    counts = forecast(map(due, days), today=100)
    assert len(counts) == DAYS
    assert sum(counts) == sum(day < 100 + DAYS for day in days)
