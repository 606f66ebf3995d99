"""Everything that is wrong at some paths, with each path as it was written: what `llmquiz check` tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from llmquiz.cli.folders import BANKS, Found, found_at, knowledge_around, real
from llmquiz.core.problems import Problem, Severity
from llmquiz.library.bank_files import bank_files
from llmquiz.library.cache import NoCache
from llmquiz.library.knowing import Knowing, topics_of
from llmquiz.library.shelves import Shelves


@dataclass(frozen=True, slots=True)
class Findings:
    """What was looked at and what was found, in order of places."""

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many things cannot be used."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def findings_at(paths: Iterable[Path], today: date, shipped: Path) -> Findings:
    """Read everything at `paths` anew. Banks are seen beside the knowledge they lie in, else what is `shipped`."""
    found = found_at(paths)
    files, problems = len(found.banks), list(found.problems)
    topics: set[str] = set()
    for folder, named in found.folders.items():
        knowing = Knowing(folder, NoCache(), today)
        topics |= knowing.topics.keys()
        files += len(named or knowing.paths)
        problems += _as_written(knowing.problems, folder, named)
    problems += _of_banks(found, topics, shipped)
    return Findings(files, tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.place)))


def _of_banks(found: Found, topics: set[str], shipped: Path) -> Iterator[Problem]:
    """What is wrong with the banks that were named. Others stand first: their ids are taken."""
    around = {folder for path in found.banks.values() if (folder := knowledge_around(path)) is not None}
    roots = sorted(around) or ([] if found.folders else [shipped])
    beside = {real(path): path for root in roots for path in bank_files(root / BANKS)}
    others = [path for file, path in beside.items() if file not in found.banks]
    declared = topics.union(*(topics_of(root) for root in roots))
    named = {str(path) for path in found.banks.values()}
    shelves = Shelves((*others, *found.banks.values()), NoCache(), 0, declared)
    return (problem for problem in shelves.problems if problem.place.path in named)


def _as_written(problems: Iterable[Problem], folder: Path, named: Iterable[Path]) -> Iterator[Problem]:
    """Those about the files that were named, else all; knowledge tells its folder's name, here it is the whole path."""
    spelling = {real(path): path for path in named}
    for problem in problems:
        path = folder / problem.place.path.removeprefix(f"{folder.name}/")
        shown = spelling.get(real(path)) if spelling else path
        if shown is not None:
            yield replace(problem, place=replace(problem.place, path=str(shown)))
