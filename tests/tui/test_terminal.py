"""The kitty keyboard protocol is asked for only where it does no harm."""

import pytest

from llmquiz.tui.terminal import SWITCH, calm_keyboard


@pytest.mark.parametrize(
    ("environment", "switched_off"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({}, True),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, False),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, True),
    ],
)
def test_it_is_switched_off_in_terminals_that_are_not_known_well(environment, switched_off):
    calm_keyboard(environment)
    assert switched_off == (SWITCH in environment)


def test_the_learners_own_choice_stands():
    environment = {SWITCH: "0", "TERM": "xterm"}
    calm_keyboard(environment)
    assert "0" == environment[SWITCH]
