"""What the library asks of an index, so that unchanged files are neither read nor compiled again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

MISFITS = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What comes of reading what was kept in another shape than the code has now: it is compiled anew then."""


class Stored(Protocol):
    """What a file was compiled to."""

    @property
    def body(self) -> str: ...
    @property
    def problems(self) -> str: ...
    @property
    def digest(self) -> str: ...


class Cache(Protocol):
    """A disposable memory of compiled files."""

    def fresh(self, path: Path, compiler: str) -> str | None:
        """The digest of the file, if what `compiler` makes of it as it is now is known."""

    def document(self, path: Path, compiler: str) -> Stored | None:
        """What `compiler` made of the file as it is now."""

    def keep(self, path: Path, compiler: str, body: str, problems: str) -> None:
        """Keep what `compiler` made of the file."""

    def forget_others(self, paths: Iterable[Path]) -> None:
        """Forget all files but these."""

    def compiled(self, name: str, key: str) -> str | None:
        """What was kept as `name` under this `key`."""

    def keep_compiled(self, name: str, key: str, body: str) -> None:
        """Keep `body` as `name` under `key`."""


class NoCache:
    """Remembers nothing: for the commands that must read every file."""

    def fresh(self, path: Path, compiler: str) -> str | None:
        """Nothing is known."""
        return None

    def document(self, path: Path, compiler: str) -> Stored | None:
        """Nothing is known."""
        return None

    def keep(self, path: Path, compiler: str, body: str, problems: str) -> None:
        """Nothing is kept."""

    def forget_others(self, paths: Iterable[Path]) -> None:
        """Nothing was kept."""

    def compiled(self, name: str, key: str) -> str | None:
        """Nothing is known."""
        return None

    def keep_compiled(self, name: str, key: str, body: str) -> None:
        """Nothing is kept."""
