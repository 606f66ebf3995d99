"""The learner's editor, and how it is told a line: each has its own way."""

import shlex
from collections.abc import Mapping
from pathlib import Path

_VARIABLES = ("VISUAL", "EDITOR")
_PLUS = {
    "vi", "vim", "nvim", "view", "gvim", "ex", "nano", "pico", "emacs", "emacsclient", "gedit", "jed", "joe", "kak",
    "mcedit", "mg", "micro", "ne", "nvi", "vis",
}  # fmt: skip
"""`+31 file`"""
_COLON = {"hx", "helix", "subl", "sublime_text", "zed"}
"""`file:31`"""
_GOTO = {"code", "code-insiders", "codium", "cursor", "vscodium", "windsurf"}
"""`--goto file:31`"""


def editor_in(environment: Mapping[str, str]) -> list[str]:
    """The program that edits files, with its own arguments; empty where none is set."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name, "").strip()), "")
    try:
        return shlex.split(named)
    except ValueError:  # an open quotation mark
        return [named]


def takes_line(editor: list[str]) -> bool:
    """Whether we know how the editor is told a line."""
    return _name(editor) in _PLUS | _COLON | _GOTO


def edit_command(editor: list[str], path: Path, line: int) -> list[str]:
    """How the editor is started with the file at the line; without the line, where we do not know how."""
    name = _name(editor)
    if name in _PLUS:
        return [*editor, f"+{line}", str(path)]
    if name in _COLON:
        return [*editor, f"{path}:{line}"]
    if name in _GOTO:
        return [*editor, "--goto", f"{path}:{line}"]
    return [*editor, str(path)]


def _name(editor: list[str]) -> str:
    return Path(editor[0]).name.casefold().removesuffix(".exe")
