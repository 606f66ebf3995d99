"""The retention an interval is computed for: the learner's own, corrected for guessing in the planned next form."""

LOWEST = 0.5
HIGHEST = 0.99
"""FSRS has no interval for certainty."""


def target(retention: float, planned_options: int) -> float:
    """The share of right answers to aim at when the next form shows `planned_options` options (0: an open form)."""
    guessed = (1 - retention) / planned_options if planned_options > 0 else 0.0
    return min(max(retention + guessed, LOWEST), HIGHEST)
