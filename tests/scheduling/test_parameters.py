"""Parameter sets are named by what they hold, and survive the way through the log."""

from dataclasses import replace

import pytest

from llmquiz.core.answers import Rating
from llmquiz.core.events import Parameters, Review
from llmquiz.scheduling.parameters import (
    DEFAULT_PARAMETERS,
    known_parameters,
    parameters_event,
    read_parameters,
    unknown_parameters,
)

SHORTER = replace(DEFAULT_PARAMETERS, learning_steps=(60,), maximum_interval=90)


def review(parameters: str) -> Review:
    return Review(
        card="c", at=0, day=0, offset=0, rating=Rating.GOOD, right=True, form="f", options=0, rung=0, planned_form="",
        planned_options=0, retention=0.9, parameters=parameters, scheduler="s",
    )  # fmt: skip


def test_the_default_id_never_changes():
    assert DEFAULT_PARAMETERS.id == "84ccd9c895f7aad574ca013a78e7d271"


@pytest.mark.parametrize(
    "other",
    [
        replace(DEFAULT_PARAMETERS, learning_steps=(60,)),
        replace(DEFAULT_PARAMETERS, relearning_steps=()),
        replace(DEFAULT_PARAMETERS, maximum_interval=100),
        replace(DEFAULT_PARAMETERS, rules=2),
        replace(DEFAULT_PARAMETERS, weights=(0.3, *DEFAULT_PARAMETERS.weights[1:])),
    ],
)
def test_whatever_changes_the_fold_changes_the_id(other):
    assert other.id != DEFAULT_PARAMETERS.id


def test_a_set_comes_back_from_the_log_as_it_went_in():
    event = parameters_event(SHORTER, at=5, day=1, offset=60)
    assert (SHORTER.id, 5, 1, 60) == (event.parameters, event.at, event.day, event.offset)
    assert {DEFAULT_PARAMETERS.id: DEFAULT_PARAMETERS, SHORTER.id: SHORTER} == known_parameters([event])


@pytest.mark.parametrize(
    "values",
    ["", "[]", "null", "{}", '{"weights":[1]}', SHORTER.values.replace('"rules":1', '"rules":99'), SHORTER.values[:-1]],
)
def test_broken_or_newer_values_are_not_understood(values):
    assert read_parameters(values) is None


def test_ids_that_nothing_spells_out_are_reported():
    events = [
        parameters_event(SHORTER, at=0, day=0, offset=0),
        Parameters(at=0, day=0, offset=0, parameters="broken", values="?"),
        *(review(name) for name in (DEFAULT_PARAMETERS.id, SHORTER.id, "broken", "lost")),
    ]
    assert unknown_parameters(iter(events)) == {"broken", "lost"}


@pytest.mark.parametrize(
    ("card", "maximum", "expected"),
    [
        ("fact:a/b#value", 365, 365),
        ("bank:skill/x", 365, 365),
        ("skill:compare/price", 365, 30),
        ("skill:compare/price", 10, 10),
        ("fact:a/b#value", 0, 1),
    ],
)
def test_the_longest_interval_depends_on_the_kind_of_card(card, maximum, expected):
    assert expected == replace(DEFAULT_PARAMETERS, maximum_interval=maximum).maximum_for(card)
