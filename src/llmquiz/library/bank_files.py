"""Bank files as the index keeps them: the table of contents of each under the file's digest, and each bank by itself.

What did not change is not read; a bank is opened when one of its questions is asked, and then for that question alone.
"""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from llmquiz.banks.contents import Contents, contents_of, contents_record, recorded
from llmquiz.banks.records import PackedBank, from_json, to_json
from llmquiz.core.problems import Problem
from llmquiz.library.cache import MISFITS, Cache, Stored
from llmquiz.library.plainly import dump_problems, load_problems

COMPILER = "bank 5"
"""Raised when banks, their contents or problems change their shape: older ones in the index are then compiled anew."""
_NAME = "banks"
_ENDINGS = (".yaml", ".yml")
_Record = dict[str, Any]
_Told = TypeVar("_Told")


class BankFile(NamedTuple):
    """What is known of one file without opening its bank."""

    path: Path
    contents: Contents | None
    """None where there is no bank to use in the file."""
    problems: tuple[Problem, ...]


class BankFiles:
    """The bank files of one library."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._opened: dict[Path, PackedBank | None] = {}

    def listed(self, paths: Sequence[Path], advance: Callable[[float], None] = lambda _: None) -> tuple[BankFile, ...]:
        """What each of `paths` holds; what is new or changed is compiled, and `advance` told how far that is."""
        found = self._cache.compiled(_NAME, COMPILER)
        read = json.loads(found) if found is not None else {}
        known: dict[str, _Record] = read if isinstance(read, dict) else {}
        kept: dict[str, _Record] = {}
        files: list[BankFile] = []
        for done, path in enumerate(paths, 1):
            name = str(path.absolute())
            kept[name], file = self._fitting(path, known)
            files.append(file)
            if kept[name] is not known.get(name):
                advance(done / len(paths))
        if kept != known:
            advance(1.0)
            self._cache.keep_compiled(_NAME, COMPILER, json.dumps(kept, ensure_ascii=False))
        return tuple(files)

    def bank(self, path: Path) -> PackedBank | None:
        """The bank in the file, opened; None where there is none any more."""
        if path not in self._opened:
            stored = self._cache.document(path, COMPILER)
            self._open(path, json.loads(stored.body) if stored is not None else self._read(path)[0])
        return self._opened[path]

    def told(self, path: Path, tell: Callable[[PackedBank], _Told]) -> _Told | None:
        """What `tell` tells of the bank in the file; of the file itself where what was kept does not fit."""
        try:
            bank = self.bank(path)
            return tell(bank) if bank is not None else None
        except MISFITS:
            self._open(path, self._read(path)[0])
            bank = self._opened[path]
            return tell(bank) if bank is not None else None

    def _fitting(self, path: Path, known: dict[str, _Record]) -> tuple[_Record, BankFile]:
        """What is known of the file, as it is kept and as it is used; anew where that does not fit the code."""
        try:
            record = self._record(path, known)
            return record, _bank_file(path, record)
        except MISFITS:
            record = self._compiled(path, None)
            return record, _bank_file(path, record)

    def _record(self, path: Path, known: dict[str, _Record]) -> _Record:
        record = known.get(str(path.absolute()))
        if record is None:
            return self._compiled(path, self._cache.document(path, COMPILER))
        digest = self._cache.fresh(path, COMPILER)
        if digest is None:
            return self._compiled(path, None)
        return record if digest == record["digest"] else self._compiled(path, self._cache.document(path, COMPILER))

    def _compiled(self, path: Path, stored: Stored | None) -> _Record:
        """The contents of a bank that changed, or that is `stored` while its contents are not."""
        bank, problems = (json.loads(stored.body), stored.problems) if stored is not None else self._read(path)
        self._open(path, bank)
        return {
            "digest": self._cache.fresh(path, COMPILER),
            "problems": problems,
            "contents": contents_record(contents_of(from_json(bank))) if bank is not None else None,
        }

    def _read(self, path: Path) -> tuple[_Record | None, str]:
        """The file as it is now, kept."""
        from llmquiz.banks.reading import read_bank  # yaml and pydantic: only for what changed

        bank, found = read_bank(path, str(path))
        record, problems = to_json(bank) if bank is not None else None, dump_problems(found)
        self._cache.keep(path, COMPILER, json.dumps(record, ensure_ascii=False), problems)
        return record, problems

    def _open(self, path: Path, record: _Record | None) -> None:
        self._opened[path] = PackedBank(record) if record is not None else None


def bank_files(place: Path) -> list[Path]:
    """The bank files at `place`: itself, or all in the folder and below, in order.

    Whatever looks like one counts, and so does a folder that cannot be listed: reading it tells what is wrong.
    """
    if not os.path.isdir(place):  # unlike the path's own method it never raises
        return [place] if os.path.lexists(place) else []
    found = [place] if place.suffix in _ENDINGS else []
    unread: list[OSError] = []
    for folder, folders, files in os.walk(place, onerror=unread.append):
        found += [path for name in (*folders, *files) if (path := Path(folder, name)).suffix in _ENDINGS]
    return sorted({*found, *(Path(error.filename) for error in unread)})


def _bank_file(path: Path, record: _Record) -> BankFile:
    contents = recorded(record["contents"]) if record["contents"] is not None else None
    return BankFile(path, contents, load_problems(record["problems"]))
