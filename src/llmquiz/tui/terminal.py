"""What is settled with the terminal before Textual is imported. Standard library only.

Textual asks for the kitty keyboard protocol with every key reported, and in some terminals that loses the text of
input methods. It is asked for only where it is known to do no harm.
"""

from collections.abc import Mapping, MutableMapping

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
