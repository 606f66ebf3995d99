"""Ids go forward, whatever the wall clock does, and their text order is their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.storage.clock import next_id


@pytest.mark.parametrize(
    ("last", "at", "expected"),
    [
        ("", 0, "0000000000000000-a"),
        ("", 255, "0000000000ff0000-a"),
        ("", -5, "0000000000000000-a"),
        ("0000000000ff0000-b", 256, "0000000001000000-a"),
        ("0000000000ff0000-b", 255, "0000000000ff0001-a"),
        ("0000000000ff0007-b", 3, "0000000000ff0008-a"),
        ("0000000000ffffff-b", 3, "0000000001000000-a"),
    ],
)
def test_the_next_id_is_the_later_of_the_wall_clock_and_the_last_id(last: str, at: int, expected: str) -> None:
    assert expected == next_id(last, at, "a")


@given(st.lists(st.tuples(st.integers(-10, 2**47), st.sampled_from(["a", "b", "laptop-2"])), max_size=50))
def test_ids_are_in_text_order_for_any_wall_clock_and_devices(steps: list[tuple[int, str]]) -> None:
    ids = [""]
    for at, device in steps:
        ids.append(next_id(ids[-1], at, device))
    assert sorted(set(ids)) == ids


def test_two_devices_at_one_moment_get_different_ids_ordered_by_device() -> None:
    assert next_id("", 9, "a") < next_id("", 9, "b")
