"""What is settled with the terminal before Textual is imported. Standard library only.

Textual asks for the kitty keyboard protocol with every key reported, and in some terminals that loses the text of
input methods. It is asked for only where it is known to do no harm.
"""

import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager

SWITCH = "TEXTUAL_DISABLE_KITTY_KEY"
_WELL = ("kitty", "ghostty", "wezterm")
"""Terminals whose input methods go through the protocol unharmed."""
_TELLING = ("TERM", "TERM_PROGRAM")


def colourless(environment: Mapping[str, str]) -> bool:
    """Whether no colour is wanted at all (https://no-color.org)."""
    return "NO_COLOR" in environment


def calm_keyboard(environment: MutableMapping[str, str]) -> None:
    """Switch the kitty protocol off, unless the terminal is known well or the learner has decided."""
    names = " ".join(environment.get(name, "") for name in _TELLING).lower()
    inside_another = "TMUX" in environment or "STY" in environment
    if inside_another or not any(well in names for well in _WELL):
        environment.setdefault(SWITCH, "1")


@contextmanager
def silent_keyboard() -> Iterator[None]:
    """Meanwhile the terminal does not write what is typed; it waits for whoever reads next."""
    if sys.platform == "win32" or not _in_front():
        yield
        return
    import termios  # which Windows has not

    before = termios.tcgetattr(sys.stdin)
    silent = [*before]
    silent[3] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSANOW, silent)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def _in_front() -> bool:
    """Whether the keyboard is ours: a job in the background that touched the terminal would be stopped."""
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (AttributeError, OSError, ValueError):  # no input at all, or no terminal
        return False
