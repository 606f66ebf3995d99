"""The learner's own keys: which of them can be used, what is wrong with the others, and how they come into force.

Textual's own keymap drops every binding of a key that it moves; ours share keys between places, so they are bound anew.
"""

import difflib
from collections.abc import Callable, Iterable, Mapping

from textual.binding import BindingsMap

from llmquiz.core.problems import Place, Problem
from llmquiz.files.cleaning import visible
from llmquiz.tui import keyboard
from llmquiz.tui.keys import COMMANDS, Command, Where

Own = Mapping[str, tuple[str, ...]]
"""Keys by the ids of commands."""

_BY_ID = {command.id: command for command in COMMANDS}
_MODIFIERS = {"ctrl", "alt", "shift"}
_NAMED = {
    "enter", "escape", "space", "tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert",
    "delete", "backspace", "comma", *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip
_ALIASES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", ",": "comma"}
_TYPED = (Where.TYPING, Where.FILTERING)


class _RefusedError(Exception):
    """Keys that cannot be used: code, sentence, hint."""


def usable(own: Own, place: Callable[[str], Place]) -> tuple[dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """The keys that can be used, and a problem for each action whose keys cannot: those of the table stay its own."""
    good: dict[str, tuple[str, ...]] = {}
    problems = []
    for action, named in own.items():
        try:
            good[action] = _read(action, named)
        except _RefusedError as refused:
            problems.append(_problem(place(action), refused))
    while (clash := _first_clash(good)) is not None:
        action, taken = clash
        del good[action]
        problems.append(_problem(place(action), taken))
    return good, tuple(sorted(problems, key=lambda problem: problem.place))


def bind(bindings: BindingsMap, *, everywhere: bool) -> None:
    """Put the keys that count now into the bindings of the app (`everywhere`) or of a screen."""
    ours = {f"{command.id}.{at}" for command in COMMANDS for at in range(1, 10)}
    for key, bound in list(bindings.key_to_bindings.items()):
        bindings.key_to_bindings[key] = [binding for binding in bound if binding.id not in ours]
    for key, bound in BindingsMap(keyboard.bindings(everywhere)).key_to_bindings.items():
        bindings.key_to_bindings.setdefault(key, []).extend(bound)


def key_from(name: str, character: str | None) -> str:
    """The name of a key that was pressed, as the settings write it; full-width characters count as narrow ones."""
    if character is None or not character.isprintable() or character == " ":
        return name
    narrow = chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character
    return _ALIASES.get(narrow, narrow)


def _read(action: str, named: Iterable[str]) -> tuple[str, ...]:
    command = _BY_ID.get(action)
    if command is None:
        near = difflib.get_close_matches(action, list(_BY_ID), n=1)
        hint = f"Did you mean `{near[0]}`?" if near else "`llmquiz config keys` lists the names."
        raise _RefusedError("unknown-action", f"There is no action `{visible(action)}`.", hint)
    read = tuple(dict.fromkeys(_key(name) for name in named))
    if command.each and len(read) != len(command.keys):
        hint = f"Name {len(command.keys)} keys, one for each of {', '.join(map(keyboard.key_name, command.keys))}."
        raise _RefusedError("keys-count", f"`{action}` needs {len(command.keys)} keys.", hint)
    if set(command.where) & {*_TYPED, Where.EVERYWHERE} and all(len(keyboard.key_name(key)) == 1 for key in read):
        hint = f"Add one that is no character, such as {keyboard.key_name(_safe(command))}."
        raise _RefusedError("no-key-while-typing", f"`{action}` has to work while you type.", hint)
    return read


def _key(name: str) -> str:
    """A key as Textual names it."""
    if len(name) == 1:
        return _ALIASES.get(name, name)
    *modifiers, last = name.lower().split("+")
    key = _ALIASES.get(last, last)
    if not set(modifiers) <= _MODIFIERS or not (key in _NAMED or (modifiers and len(key) == 1)):
        hint = "Write a character, or a name such as f5, ctrl+t, space, pageup."
        raise _RefusedError("unknown-key", f"There is no key `{visible(name)}`.", hint)
    return "+".join((*modifiers, key))


def _safe(command: Command) -> str:
    return next((key for key in command.keys if len(keyboard.key_name(key)) > 1), "f12")


def _first_clash(good: Own) -> tuple[str, _RefusedError] | None:
    """The last action of the learner's that takes a key which does something else in the same place."""
    for action in reversed(tuple(good)):
        command = _BY_ID[action]
        for other in COMMANDS:
            taken = set(good[action]) & set(good.get(other.id, other.keys))
            if taken and other is not command and _meet(command, other):
                key = keyboard.key_name(sorted(taken)[0])
                hint = f"Choose another key, or give `{other.id}` another one, too."
                return action, _RefusedError("key-taken", f"`{key}` is the key of `{other.id}` there.", hint)
    return None


def _meet(one: Command, other: Command) -> bool:
    return one.here or other.here or not set(one.where).isdisjoint(other.where)


def _problem(place: Place, refused: _RefusedError) -> Problem:
    code, message, hint = refused.args
    return Problem(place, code, message, hint)
