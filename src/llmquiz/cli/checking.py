"""Everything that is wrong at some paths, with each path as it was written: what `llmquiz check` tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from llmquiz.cli.folders import Found, found_at
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
        problems += _within(_as_written(knowing.problems, folder), named)
    shelves = Shelves(_banks(found), NoCache(), 0, topics)
    unique = dict.fromkeys((*problems, *shelves.problems))
    return Findings(files + len(shelves.paths), tuple(sorted(unique, key=lambda problem: problem.place)))


def _banks(found: Found) -> Iterator[Path]:
    """The banks that were named, and those of whole knowledge folders."""
    inside = (folder / "banks" for folder, named in found.folders.items() if not named)
    yield from (path for path in inside if path.is_dir())
    yield from found.banks


def _as_written(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    """Knowledge is reported by the name of its folder; here by the path that leads to it."""
    for problem in problems:
        inside = problem.place.path.removeprefix(f"{folder.name}/")
        yield replace(problem, place=replace(problem.place, path=str(folder / inside)))


def _within(problems: Iterable[Problem], named: set[Path]) -> Iterator[Problem]:
    """What concerns the files that were named."""
    paths = {str(path) for path in named}
    return (problem for problem in problems if not paths or problem.place.path in paths)
