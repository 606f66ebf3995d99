"""From a path to its text, or to the problem that keeps it from being text. Never reads more than the limit.

Line ends become `\\n` and a byte order mark is dropped, so that lines are counted the same way everywhere.
"""

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded
from llmquiz.files.reasons import reason_of

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes. What people write by hand is a hundred times smaller."""

NOT_FOUND = "not-found"
"""The code of the problem that a file is missing."""

_NOT_TEXT = "not-text"
_SAVE_HINT = worded("Delete it, or save the file as plain text with the encoding UTF-8.")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's text with `\\n` line ends, and the digest of its bytes."""

    text: str
    digest: str


def load(path: Path, shown: str) -> Loaded | Problem:
    """The text of `path`, or what is wrong with it."""
    try:
        problem = _unfit(path, shown)
        if problem is not None:
            return problem
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        return _unreadable(path, shown, error)
    return _too_large(shown) if len(data) > SIZE_LIMIT else _decoded(data, shown)


def digest_of(data: bytes) -> str:
    """The name of a file's content: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def _unfit(path: Path, shown: str) -> Problem | None:
    status = path.stat()
    place = Place(shown)
    if stat.S_ISDIR(status.st_mode):
        os.scandir(path).close()  # raises where it may not be read either
        advises = worded("Name a file inside of it, or give it a name without an ending.")
        return Problem(place, "is-a-folder", worded("This is a folder, not a file."), advises)
    if not stat.S_ISREG(status.st_mode):
        says = worded("This is a device or a pipe, not a file.")
        return Problem(place, "not-a-file", says, worded("Name a plain file."))
    return _too_large(shown) if status.st_size > SIZE_LIMIT else None


def _too_large(shown: str) -> Problem:
    limit = SIZE_LIMIT // (1024 * 1024)
    says = worded("The file is larger than {limit} MB.", limit=limit)
    return Problem(Place(shown), "too-large", says, worded("Split it into several files."))


def _unreadable(path: Path, shown: str, error: Exception) -> Problem:
    place, is_folder = Place(shown), os.path.isdir(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(place, NOT_FOUND, worded("There is no such file."), worded("Check the name and the folder."))
    if isinstance(error, PermissionError):
        says = worded("The folder may not be read.") if is_folder else worded("The file may not be read.")
        return Problem(place, "unreadable", says, worded("Change its permissions."))
    template = N_("The folder cannot be read: {reason}.") if is_folder else N_("The file cannot be read: {reason}.")
    says = worded(template, reason=reason_of(error))
    return Problem(place, "unreadable", says, worded("Check the disk and the name."))


def _decoded(data: bytes, shown: str) -> Loaded | Problem:
    if data.startswith(_UTF16):
        says = worded("The file is text in UTF-16, not in UTF-8.")
        return Problem(Place(shown, 1, 1), _NOT_TEXT, says, worded("Save it as UTF-8."))
    if b"\0" in data:
        place = _place_of(data, data.index(b"\0"), shown)
        return Problem(place, _NOT_TEXT, worded("A byte of value 0 stands here: plain text has none."), _SAVE_HINT)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(data, shown, error.start)
    return Loaded(_plain_lines(text), digest_of(data))


def _not_utf8(data: bytes, shown: str, at: int) -> Problem:
    """The first byte that is not UTF-8."""
    says = worded("The byte 0x{byte:02X} is not UTF-8.", byte=data[at])
    return Problem(_place_of(data, at, shown), "not-utf-8", says, worded("Save the file with the encoding UTF-8."))


def _place_of(data: bytes, at: int, shown: str) -> Place:
    """Where a byte stands."""
    before = _plain_lines(data[:at].decode(errors="replace"))
    return Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _plain_lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
