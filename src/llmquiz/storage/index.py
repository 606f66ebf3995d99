"""The index: what files were compiled to, so that start-up reads only those that changed. Disposable, all of it.

It never raises: what goes wrong with it costs time and nothing else. Bodies and problems are text of the caller's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine, Select, bindparam, delete, select, update
from sqlalchemy.sql.dml import UpdateBase

from llmquiz.core.hashing import digest
from llmquiz.storage.connecting import PATIENCE
from llmquiz.storage.engine import reading, writing
from llmquiz.storage.errors import StorageError, kindly
from llmquiz.storage.index_file import BLOBS, DOCUMENTS, USELESS, discard, passing_engine, put, usable_engine
from llmquiz.storage.looks import Look, look_at, name_of, stat_of

_DOCUMENT = DOCUMENTS.c
_LOOKS = select(_DOCUMENT.path, _DOCUMENT.size, _DOCUMENT.mtime_ns, _DOCUMENT.digest, _DOCUMENT.compiler)
_KEPT = select(_DOCUMENT.body, _DOCUMENT.problems, _DOCUMENT.seal).where(
    *(_DOCUMENT[name] == bindparam(name) for name in ("path", "digest", "compiler"))
)
_COMPILED = select(BLOBS.c.body, BLOBS.c.seal).where(*(BLOBS.c[name] == bindparam(name) for name in ("name", "key")))


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file was compiled to, and what was wrong with it."""

    body: str
    problems: str
    digest: str
    """The hash of the file's bytes."""


class Index:
    """An open index. Use `Index.open`; close it, or use it in a `with`."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._pending: dict[str, Look] = {}
        """Looks at files that wait for being kept."""
        self.opened = 0
        """How many files had to be read, because they were new or touched."""
        self._begin(usable_engine(path, patience))

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE) -> Self:
        """Open the index at `path`, anew if it is of no use, in memory if nothing can be kept there."""
        return cls(path, patience)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fresh(self, path: Path, compiler: str) -> str | None:
        """The digest of the file, if it is known what `compiler` makes of it as it is now."""
        stat = stat_of(path)
        known = self._known.get(name_of(path))
        if stat is not None and known is not None and known.is_as(stat, compiler):
            return known.digest
        look = self._look(path, compiler)
        if look is None or known is None or not known.has_content_of(look):
            return None
        self._touch(look)
        return look.digest

    def document(self, path: Path, compiler: str) -> Stored | None:
        """What `compiler` made of the file as it is now; None when that has yet to be found out, and kept."""
        known = self.fresh(path, compiler)
        if known is None:
            return None
        name = name_of(path)
        row = self._sealed(_KEPT, path=name, digest=known, compiler=compiler)
        if row is None:  # another program has been here: what it kept is not what we remember
            self._known.pop(name, None)
            self._look(path, compiler)
            return None
        return Stored(row[0], row[1], known)

    def keep(self, path: Path, compiler: str, body: str, problems: str) -> None:
        """Keep what `compiler` made of a file that `document` did not know."""
        look = self._pending.pop(name_of(path), None) or look_at(path, compiler)
        if look is None:
            return
        look = replace(look, compiler=compiler)
        kept = {"body": body, "problems": problems, "seal": _seal(body, problems)}
        if self._wrote(put(DOCUMENTS, asdict(look) | kept)):
            self._known[look.path] = look

    def forget_others(self, paths: Iterable[Path]) -> None:
        """Forget all files but `paths`."""
        gone = self._known.keys() - {name_of(path) for path in paths}
        if gone and self._wrote(*(delete(DOCUMENTS).where(_DOCUMENT.path == name) for name in gone)):
            for name in gone:
                self._known.pop(name, None)

    def compiled(self, name: str, key: str) -> str | None:
        """What was kept as `name`, if it was kept under just this `key`."""
        row = self._sealed(_COMPILED, name=name, key=key)
        return None if row is None else str(row[0])

    def keep_compiled(self, name: str, key: str, body: str) -> None:
        """Keep `body` as `name` under `key`, in the place of what was kept as `name` before."""
        self._wrote(put(BLOBS, {"name": name, "key": key, "body": body, "seal": _seal(body)}))

    def _begin(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, Look] = {}
        for row in self._all(_LOOKS):
            self._known[row[0]] = Look(*row)

    def _look(self, path: Path, compiler: str) -> Look | None:
        """Read the file, and remember the look until it is kept."""
        look = look_at(path, compiler)
        if look is not None:
            self.opened += 1
            self._pending[look.path] = look
        return look

    def _touch(self, look: Look) -> None:
        """The file has another time and the same content."""
        self._pending.pop(look.path, None)
        self._known[look.path] = look
        same = update(DOCUMENTS).where(_DOCUMENT.path == look.path, _DOCUMENT.digest == look.digest)
        self._wrote(same.values(size=look.size, mtime_ns=look.mtime_ns))

    def _sealed(self, statement: Select[Any], **given: str) -> Sequence[Any] | None:
        """The row without its seal, which comes last; a row that is not as it was kept makes the whole file suspect."""
        row = next(iter(self._all(statement, **given)), None)
        if row is None:
            return None
        *kept, seal = row
        if seal == _seal(*kept):
            return kept
        self._recover(StorageError("damaged", self._path))
        return None

    def _all(self, statement: Select[Any], **given: str) -> Sequence[Sequence[Any]]:
        """The rows; none when the file cannot be read."""
        try:
            with kindly(self._path), reading(self._engine) as connection:
                return connection.execute(statement, given).all()
        except StorageError as error:
            self._recover(error)
            return ()

    def _wrote(self, *statements: UpdateBase) -> bool:
        """Whether `statements` were carried out. A full disk or another program in the way is no reason to stop."""
        try:
            with kindly(self._path), writing(self._engine) as connection:
                for statement in statements:
                    connection.execute(statement)
        except StorageError as error:
            self._recover(error)
            return False
        return True

    def _recover(self, error: StorageError) -> None:
        """Make a damaged file anew."""
        if error.code in USELESS:
            self._engine.dispose()
            anew = discard(self._path)
            self._begin(usable_engine(self._path, self._patience) if anew else passing_engine())


def _seal(*texts: str) -> str:
    return digest("\n".join(texts))
