"""The target of an interval makes up for guessing."""

import pytest

from llmquiz.scheduling.target import target
from tables import every_row


@every_row(
    ("retention", "options", "expected"),
    [
        (0.90, 0, 0.90),
        (0.90, 2, 0.95),
        (0.90, 3, 0.9 + 0.1 / 3),
        (0.90, 4, 0.925),
        (0.80, 4, 0.85),
        (0.95, 2, 0.975),
        (0.90, 1, 0.99),
        (1.00, 0, 0.99),
        (0.00, 0, 0.50),
    ],
)
def test_a_planned_choice_raises_the_target_by_what_a_guess_wins(retention, options, expected):
    assert target(retention, options) == pytest.approx(expected, abs=1e-12)
