"""What a file of knowledge looks like from outside: size and time (nanoseconds), else the hash of its bytes."""

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from stat import S_ISREG

_HASH = partial(hashlib.blake2b, digest_size=16)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looked like when it was read last, and the compiler it was read for."""

    path: str
    size: int
    mtime_ns: int
    digest: str
    compiler: str

    def is_as(self, stat: tuple[int, int], compiler: str) -> bool:
        """Whether a file with these size and time needs no second look."""
        return (self.size, self.mtime_ns, self.compiler) == (*stat, compiler)

    def has_content_of(self, other: "Look") -> bool:
        """Whether both mean the same bytes for the same compiler."""
        return (self.digest, self.compiler) == (other.digest, other.compiler)


def name_of(path: Path) -> str:
    """What a file is called in the index."""
    return str(path.absolute())


def stat_of(path: Path) -> tuple[int, int] | None:
    """Size and time of a regular file; None for anything else."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if S_ISREG(found.st_mode) else None


def look_at(path: Path, compiler: str) -> Look | None:
    """Read a file and say what it looks like. Size and time come first: a change in between is seen next time."""
    stat = stat_of(path)
    if stat is None:
        return None
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, _HASH).hexdigest()
    except OSError:
        return None
    return Look(name_of(path), *stat, digest, compiler)
