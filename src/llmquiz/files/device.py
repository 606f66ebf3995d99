"""This machine's id: eight hexadecimal characters, made once, kept outside the databases beside a mark of the place.

Two places with one id could make two events with one id: a home folder that was copied, with all that is in it, to
another machine or another path gets an id of its own there.
"""

import platform
import re
import secrets
from pathlib import Path

from llmquiz.core.hashing import digest
from llmquiz.files.writing import write_atomically

_KEPT = re.compile(r"([0-9a-f]{8}) ([0-9a-f]{16})")
_MACHINE = Path("/etc/machine-id")
"""Steadier than the host's name, where there is one."""


def device_id(path: Path, machine: str | None = None) -> str:
    """The id in the file `path`, made anew if there is none of this place. Raises OSError where it cannot be kept.

    `machine`: what tells this machine from others; found out by default.
    """
    mark = digest(f"{_machine() if machine is None else machine}\n{path.absolute()}")[:16]
    return _read(path, mark) or _make(path, mark)


def _read(path: Path, mark: str) -> str:
    try:
        text = path.read_bytes()[:64].decode("ascii", "replace").strip()
    except FileNotFoundError:
        return ""
    kept = _KEPT.fullmatch(text)
    return kept[1] if kept and kept[2] == mark else ""


def _make(path: Path, mark: str) -> str:
    """Written, then read back: of two programs that start at once, most often both go on with the same id."""
    made = secrets.token_hex(4)
    write_atomically(path, f"{made} {mark}\n")
    return _read(path, mark) or made


def _machine() -> str:
    try:
        return _MACHINE.read_text(encoding="ascii", errors="replace").strip() or platform.node()
    except OSError:
        return platform.node()
