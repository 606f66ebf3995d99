"""Paths on the command line: knowledge folders (they hold a topics.yaml), bank files, and folders of banks.

A file of a knowledge folder stands for itself within its folder: alone it could not be understood.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded
from llmquiz.files.cleaning import visible
from llmquiz.files.loading import load
from llmquiz.library.bank_files import bank_files

BANKS = "banks"
"""Where a knowledge folder keeps its banks."""
_MARK = "topics.yaml"
_PARTS = ("catalogue", "concepts", "languages", "sources")
_IS_A_FOLDER = "is-a-folder"


@dataclass(slots=True)
class Found:
    """What the paths come to, each thing once and in order."""

    folders: dict[Path, set[Path]]
    """Knowledge folders, each with the files of it that were named; none: the whole folder was."""
    banks: dict[Path, Path]
    """Bank files, those inside of whole knowledge folders among them, by what each path leads to."""
    problems: list[Problem]
    """What is wrong with the paths themselves."""


def found_at(paths: Iterable[Path]) -> Found:
    """Sort out what lies at `paths`."""
    found = Found({}, {}, [])
    for path in paths:
        loaded = load(path, visible(str(path)))
        if not isinstance(loaded, Problem):
            _add_file(found, path)
        elif loaded.code == _IS_A_FOLDER:
            _add_folder(found, path)
        else:
            found.problems.append(loaded)
    return found


def _add_file(found: Found, path: Path) -> None:
    home = _knowledge_folder(path)
    if home is None:
        _add_banks(found, [path])
    elif found.folders.get(home, {path}):
        found.folders.setdefault(home, set()).add(path)


def _add_folder(found: Found, path: Path) -> None:
    if (path / _MARK).exists():
        found.folders[path] = set()
        _add_banks(found, bank_files(path / BANKS))
    elif banks := bank_files(path):
        _add_banks(found, banks)
    else:
        problem = Problem(
            Place(visible(str(path))),
            "no-banks",
            worded("There is no bank in this folder."),
            worded("Name a folder of banks (*.yaml), or one of knowledge, with a {file}.", file=_MARK),
        )
        found.problems.append(problem)


def _add_banks(found: Found, paths: Iterable[Path]) -> None:
    for path in paths:
        found.banks.setdefault(real(path), path)


def real(path: Path) -> Path:
    """What a path leads to; of links that lead in a circle, one of them."""
    return Path(os.path.realpath(path))


def knowledge_around(bank: Path) -> Path | None:
    """The knowledge folder that a bank file belongs to: the one in whose `banks` it lies."""
    around = (folder.parent for folder in bank.absolute().parents if folder.name == BANKS)
    return next((folder for folder in around if (folder / _MARK).exists()), None)


def _knowledge_folder(path: Path) -> Path | None:
    """The knowledge folder that a file is part of, with the path that leads to it."""
    if path.name == _MARK:
        return path.parent
    inside = path.absolute().parent.name in _PARTS
    folder = path.parent / ".." if not path.parent.name else path.parent.parent
    return folder if inside and (folder / _MARK).exists() else None
