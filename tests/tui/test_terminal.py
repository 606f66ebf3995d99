"""The kitty keyboard protocol is asked for only where it does no harm, and nobody types into what is being prepared."""

import os
import subprocess
import sys

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


ECHOES = """\
import fcntl, sys, termios
from llmquiz.tui.terminal import silent_keyboard
echoes = lambda: print(bool(termios.tcgetattr(0)[3] & termios.ECHO))
if "ours" in sys.argv:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
with silent_keyboard():
    echoes()
echoes()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own")
@pytest.mark.parametrize(("whose", "echoes"), [("ours", ["False", "True"]), ("another's", ["True", "True"])])
def test_what_is_typed_is_not_written_while_the_program_opens(whose, echoes):
    ours, its = os.openpty()
    command = [sys.executable, "-c", ECHOES, whose]
    told = subprocess.run(command, stdin=its, capture_output=True, text=True, start_new_session=True, check=True)
    os.close(ours)
    os.close(its)
    assert echoes == told.stdout.split()
