"""The keyboard as the learner has it: the keys of each command, their names, what acts where, Textual's bindings.

The table in `tui.keys` says what there is; the learner's own keys (`use`) count instead of its keys.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from llmquiz.tui.keys import COMMANDS, Command
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _

if TYPE_CHECKING:  # who studies line by line does without Textual
    from textual.binding import Binding

_NAMES = {
    "enter": "Enter", "escape": "Esc", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "tab": "Tab",
    "comma": ",",
}  # fmt: skip
_FULL_WIDTH = 0xFEE0
"""From an ASCII character to its full-width form."""
_WIDE_SPACE = "ideographic_space"
"""Its full-width form stands apart from the others, U+3000."""


class _Own:
    """The learner's own keys by the ids of commands; an app has one keyboard at a time."""

    keys: Mapping[str, tuple[str, ...]] = {}


def use(own: Mapping[str, tuple[str, ...]]) -> None:
    """Let these keys count from now on, instead of those of the table. `tui.keymap` says which can be used."""
    _Own.keys = dict(own)


def own() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The learner's own keys, by the ids of commands."""
    return tuple(sorted(_Own.keys.items()))


def keys_of(command: Command) -> tuple[str, ...]:
    """The keys of a command: the learner's, else those of the table."""
    return _Own.keys.get(command.id, command.keys)


def acting(mode: Where) -> tuple[Command, ...]:
    """The commands that act where `mode` is shown, in the order of the table."""
    return tuple(command for command in COMMANDS if mode in command.where or command.here)


def bindings(everywhere: bool = False) -> list["Binding"]:
    """Textual's bindings for the app (`everywhere`) or for the screens, which filter them by `acting`."""
    return [binding for command in COMMANDS if command.here == everywhere for binding in _bindings(command)]


def may_act(action: str, mode: Where) -> bool | None:
    """Whether an action may run where `mode` is shown; None for an action that is not in the table."""
    named = [command for command in COMMANDS if command.action.removeprefix("app.") == action]
    return any(mode in command.where or command.here for command in named) if named else None


def key_name(key: str) -> str:
    """One key as people write it."""
    if key == "space":
        return _("Space")
    named = _NAMES.get(key)
    if named:
        return named
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def all_keys(command: Command) -> str:
    """Every key of a command, as people write them."""
    own = command.id in _Own.keys
    return command.shown if command.shown and not own else " / ".join(key_name(key) for key in keys_of(command))


def first_key(command: Command, *, letters: bool = True) -> str:
    """The key to be named where there is room for one; without `letters`, one that no input method swallows."""
    if command.shown:
        return all_keys(command)
    own = keys_of(command)
    usable = [key for key in own if letters or not (len(key) == 1 and key.isalpha())]
    return key_name((usable or own)[0])


def key_to(command_id: str) -> str:
    """The key by which running text names a command: one that is no letter, so that it is right in text fields, too."""
    return first_key(next(command for command in COMMANDS if command.id == command_id), letters=False)


def markdown_table() -> str:
    """The table as the README has it, in English."""
    rows = ["| Key | What it does | Where |", "|---|---|---|"]
    for command in COMMANDS:
        places = ", ".join(str(where) for where in command.where) if len(command.where) < 4 else "Study"
        rows.append(f"| {all_keys(command)} | {command.label}: {command.tooltip} | {places} |")
    return "\n".join(rows)


def _bindings(command: Command) -> Iterable["Binding"]:
    from textual.binding import Binding

    for at, key in enumerate(keys_of(command)):
        action = f"{command.action}({command.each[at]})" if command.each else command.action
        yield Binding(_with_full_width(key), action, command.label, id=binding_id(command, at), show=False,
                      priority=command.id == "app.quit", tooltip=command.tooltip)  # fmt: skip


def binding_id(command: Command, at: int) -> str:
    """The id of the binding of a command's key, counted from 0."""
    return f"{command.id}.{at + 1}"


def _with_full_width(key: str) -> str:
    if key == "space":
        return f"{key},{_WIDE_SPACE}"
    character = _NAMES.get(key, key)
    return f"{key},{chr(ord(character) + _FULL_WIDTH)}" if len(character) == 1 and character.isascii() else key
