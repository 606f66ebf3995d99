"""One direction of a fact a day."""

import pytest

from llmquiz.study.directions import kept_away


@pytest.mark.parametrize(
    ("due", "shown", "away"),
    [
        ([], [], 0),
        (["fact:a/b#value"], [], 0),
        (["fact:a/b#entity", "fact:a/b#value"], [], 1),
        (["fact:a/b#entity"], ["fact:a/b#value"], 1),
        (["fact:a/b#value"], ["fact:a/b#value"], 0),
        (["fact:a/b#entity", "fact:a/b#value"], ["fact:a/b#value"], 1),
        (["fact:a/b#entity", "fact:a/c#value"], [], 0),
    ],
)
def test_the_other_direction_waits(due: list[str], shown: list[str], away: int) -> None:
    assert away == kept_away(due, shown)
