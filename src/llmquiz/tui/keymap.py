"""The learner's own keys: which of them can be used, what is wrong with the others, and how they come into force.

Textual's own keymap drops every binding of a key that it moves; ours share keys between places, so they are bound anew.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from textual.binding import Binding, BindingsMap

from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import SILENCE, worded
from llmquiz.files.cleaning import visible
from llmquiz.files.nearness import did_you_mean
from llmquiz.files.setting_kinds import RefusedError
from llmquiz.tui import keyboard
from llmquiz.tui.keys import COMMANDS, Command
from llmquiz.tui.places import Where

Own = Mapping[str, tuple[str, ...]]
"""Keys by the ids of commands."""

_BY_ID = {command.id: command for command in COMMANDS}
_MODIFIERS = {"ctrl", "alt", "shift"}
_NAMED = {
    "enter", "escape", "space", "tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert",
    "delete", "backspace", "comma", *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip
_ALIASES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", ",": "comma"}
_TYPED = {Where.TYPING, Where.FILTERING, Where.SETTING, Where.EVERYWHERE}
_MOST = 20
"""Keys that one command may have."""
_OURS = frozenset(keyboard.binding_id(command, at) for command in COMMANDS for at in range(_MOST))


def usable(own: Own, place: Callable[[str], Place]) -> tuple[dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """The keys that can be used, and a problem for each action whose keys cannot: those of the table stay its own."""
    refused = refusals(own)
    good = {action: _read(action, named) for action, named in own.items() if action not in refused}
    problems = (each.problem(place(action)) for action, each in refused.items())
    return good, tuple(sorted(problems, key=lambda problem: problem.place))


def refusals(own: Own) -> dict[str, RefusedError]:
    """Why the keys of an action cannot be used, by actions."""
    good: dict[str, tuple[str, ...]] = {}
    refused: dict[str, RefusedError] = {}
    for action, named in own.items():
        try:
            good[action] = _read(action, named)
        except RefusedError as error:
            refused[action] = error
    while (clash := _last_clash(good)) is not None:
        action, taken = clash
        del good[action]
        refused[action] = taken
    return refused


def bind(bindings: BindingsMap, *, everywhere: bool) -> None:
    """Put the keys that count now into the bindings of the app (`everywhere`) or of a screen."""
    for key, bound in list(bindings.key_to_bindings.items()):
        bindings.key_to_bindings[key] = [binding for binding in bound if binding.id not in _OURS]
    for key, bound in _bound(keyboard.own(), everywhere).items():
        bindings.key_to_bindings.setdefault(key, []).extend(bound)


def key_from(name: str, character: str | None) -> str:
    """The name of a key that was pressed, as the settings write it; full-width characters count as narrow ones."""
    if character is None or not character.isprintable() or character == " ":
        return name
    narrow = chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character
    return _ALIASES.get(narrow, narrow)


@lru_cache(maxsize=2)  # of the app and of its screens: each screen that opens is bound
def _bound(_own: tuple[tuple[str, tuple[str, ...]], ...], everywhere: bool) -> dict[str, list[Binding]]:
    return BindingsMap(keyboard.bindings(everywhere)).key_to_bindings


def _read(action: str, named: Iterable[str]) -> tuple[str, ...]:
    command = _BY_ID.get(action)
    if command is None:
        near = did_you_mean(action, _BY_ID)
        says = worded("There is no action `{action}`.", action=visible(action))
        advises = worded("`llmquiz config keys` lists the names.") if near is SILENCE else near
        raise RefusedError("unknown-action", says, advises)
    read = tuple(dict.fromkeys(_key(name) for name in named))
    if (len(read) != len(command.keys)) if command.each else (len(read) > _MOST):
        says = worded("`{action}` needs {n} keys.", action=action, n=len(command.keys))
        advises = worded("Name one for each of {keys}.", keys=tuple(map(keyboard.key_name, command.keys)))
        raise RefusedError("keys-count", says, advises)
    if _TYPED & set(command.where) and all(len(keyboard.key_name(key)) == 1 for key in read):
        says = worded("`{action}` has to work while you type.", action=action)
        advises = worded("Add a key that is no character, such as {key}.", key=keyboard.key_name(_safe(command)))
        raise RefusedError("no-key-while-typing", says, advises)
    return read


def _key(name: str) -> str:
    """A key as Textual names it."""
    if len(name) == 1:
        return _ALIASES.get(name, name)
    *modifiers, last = name.lower().split("+")
    key = _ALIASES.get(last, last)
    if not set(modifiers) <= _MODIFIERS or not (key in _NAMED or (modifiers and len(key) == 1)):
        advises = worded("Write a character, or a name such as f5, ctrl+t, space, pageup.")
        raise RefusedError("unknown-key", worded("There is no key `{name}`.", name=visible(name)), advises)
    return "+".join((*modifiers, key))


def _safe(command: Command) -> str:
    return next((key for key in command.keys if len(keyboard.key_name(key)) > 1), "f12")


def _last_clash(good: Own) -> tuple[str, RefusedError] | None:
    """The last action of the learner's that takes a key which does something else in the same place."""
    for action in reversed(tuple(good)):
        command = _BY_ID[action]
        for other in COMMANDS:
            taken = set(good[action]) & set(good.get(other.id, other.keys))
            if taken and other is not command and _meet(command, other):
                key = keyboard.key_name(sorted(taken)[0])
                says = worded("`{key}` is the key of `{other}` there.", key=key, other=other.id)
                advises = worded("Choose another key, or give `{other}` another one, too.", other=other.id)
                return action, RefusedError("key-taken", says, advises)
    return None


def _meet(one: Command, other: Command) -> bool:
    return one.here or other.here or not set(one.where).isdisjoint(other.where)
