"""This machine's id: eight hexadecimal characters, made once and kept outside the databases.

Copies of a database must not share it: two machines with one id could make two events with one id.
"""

import re
import secrets
from pathlib import Path

from llmquiz.files.writing import write_atomically

_ID = re.compile(r"[0-9a-f]{8}")


def device_id(path: Path) -> str:
    """The id in the file `path`; made if the file is missing or damaged. Raises OSError where it cannot be kept."""
    return _read(path) or _make(path)


def _read(path: Path) -> str:
    try:
        text = path.read_bytes()[:64].decode("ascii", "replace").strip()
    except FileNotFoundError:
        return ""
    return text if _ID.fullmatch(text) else ""


def _make(path: Path) -> str:
    """Written, then read back: of two programs that start at once, most often both go on with the same id."""
    made = secrets.token_hex(4)
    write_atomically(path, made + "\n")
    return _read(path) or made
