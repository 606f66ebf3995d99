"""Everything that is wrong at some paths, with each path as it was written: what `llmquiz check` tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from llmquiz.cli.folders import found_at
from llmquiz.core.problems import Problem, Severity
from llmquiz.library.cache import NoCache
from llmquiz.library.knowing import Knowing
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


def findings_at(paths: Iterable[Path], today: date) -> Findings:
    """Read everything at `paths` anew."""
    found = found_at(paths)
    files, problems = 0, list(found.problems)
    topics: set[str] = set()
    for folder, named in found.folders.items():
        knowing = Knowing(folder, NoCache(), today)
        topics |= knowing.topics.keys()
        files += len(named or knowing.paths)
        problems += _as_written(knowing.problems, folder, named)
    shelves = Shelves(found.banks.values(), NoCache(), 0, topics)
    unique = dict.fromkeys((*problems, *shelves.problems))
    return Findings(files + len(shelves.paths), tuple(sorted(unique, key=lambda problem: problem.place)))


def _as_written(problems: Iterable[Problem], folder: Path, named: Iterable[Path]) -> Iterator[Problem]:
    """Those about the files that were named, else all; knowledge tells its folder's name, here it is the whole path."""
    spelling = {path.resolve(): path for path in named}
    for problem in problems:
        path = folder / problem.place.path.removeprefix(f"{folder.name}/")
        shown = spelling.get(path.resolve()) if spelling else path
        if shown is not None:
            yield replace(problem, place=replace(problem.place, path=str(shown)))
