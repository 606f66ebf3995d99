"""Paths on the command line: knowledge folders (they hold a topics.yaml), bank files, and folders of banks.

A file of a knowledge folder stands for itself within its folder: alone it could not be understood.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from llmquiz.core.problems import Place, Problem
from llmquiz.files.cleaning import visible
from llmquiz.files.loading import load
from llmquiz.library.shelves import bank_files

_MARK = "topics.yaml"
_PARTS = ("catalogue", "concepts", "languages", "sources")
_IS_A_FOLDER = "is-a-folder"


@dataclass(slots=True)
class Found:
    """What the paths come to, each thing once and in order."""

    folders: dict[Path, set[Path]]
    """Knowledge folders, each with the files of it that were named; none: the whole folder was."""
    banks: dict[Path, None]
    """Bank files."""
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
        found.banks[path] = None
    elif found.folders.get(home, {path}):
        found.folders.setdefault(home, set()).add(path)


def _add_folder(found: Found, path: Path) -> None:
    banks = bank_files(path)
    if (path / _MARK).exists():
        found.folders[path] = set()
    elif banks:
        found.banks |= dict.fromkeys(banks)
    else:
        problem = Problem(
            Place(visible(str(path))),
            "no-banks",
            "There is no bank in this folder.",
            f"Name a folder of banks (*.yaml), or one of knowledge, with a {_MARK}.",
        )
        found.problems.append(problem)


def _knowledge_folder(path: Path) -> Path | None:
    """The knowledge folder that a file is part of."""
    if path.name == _MARK:
        return path.parent
    above = path.absolute().parent
    inside = above.name in _PARTS and (above.parent / _MARK).exists()
    return path.parent / ".." if inside and path.parent.name == "" else path.parent.parent if inside else None
