"""YAML files in; data with places and all problems out. Never raises for what a user wrote.

`yaml` is imported here and below only; what the first screen needs comes from the index instead.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.wordings import worded
from llmquiz.files.cleaning import SENTENCES, clean, unsafe, visible
from llmquiz.files.documents import Document
from llmquiz.files.loading import load
from llmquiz.files.syntax import syntax_problem
from llmquiz.files.tree import TooMuchError, Tree

PROBLEM_LIMIT = 500
"""How many problems of one file are told."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, shown_as: str | None = None) -> tuple[Document | None, tuple[Problem, ...]]:
    """The file's data with places, and everything that is wrong with it; no document where it cannot be used at all."""
    shown = visible(str(path) if shown_as is None else shown_as)
    loaded = load(path, shown)
    if isinstance(loaded, Problem):
        return None, (loaded,)
    return parse(loaded.text, shown, loaded.digest)


def parse(text: str, shown: str, digest: str = "") -> tuple[Document | None, tuple[Problem, ...]]:
    """`read` for a text that is already at hand, with `\\n` line ends."""
    found = list(_unsafe_problems(text, shown))
    cleaned = clean(text) if found else text
    tree = Tree(shown)
    fatal = _grow(tree, cleaned, shown)
    problems = (*found, *tree.problems, *((fatal,) if fatal else ()))
    if fatal and fatal.code != "several-documents":
        return None, _in_order(problems)
    return Document(shown, tree.data, tree.places, digest, tree.keys), _in_order(problems)


def _grow(tree: Tree, text: str, shown: str) -> Problem | None:
    """Feed the tree; the problem that stopped it, if one did."""
    try:
        documents = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    return _several(tree.place(event))
            tree.feed(event)
    except TooMuchError as too_much:
        return too_much.problem
    except (yaml.YAMLError, ValueError) as error:
        return syntax_problem(error, shown, text.split("\n"))
    return None


def _several(place: Place) -> Problem:
    says = worded("A second document begins here; only the first is read.")
    return Problem(place, "several-documents", says, worded("Remove the `---`, or make it a file of its own."))


def _unsafe_problems(text: str, shown: str) -> Iterator[Problem]:
    """One problem a line and kind: a damaged file should not drown everything else."""
    seen = set()
    line, start = 1, 0
    for finding in unsafe(text):
        line += text.count("\n", start, finding.offset)
        start = finding.offset
        if (line, finding.kind) in seen:
            continue
        seen.add((line, finding.kind))
        column = finding.offset - text.rfind("\n", 0, finding.offset)
        advises = worded("Delete it, or describe the character in words.")
        yield Problem(Place(shown, line, column), finding.kind, SENTENCES[finding.kind], advises, Severity.WARNING)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """By place; of a file that is wrong from end to end, the first hundreds will do."""
    ordered = tuple(sorted(problems, key=lambda problem: problem.place))
    if len(ordered) <= PROBLEM_LIMIT:
        return ordered
    last = ordered[PROBLEM_LIMIT - 1].place
    says = worded("{number:,} more problems follow.", number=len(ordered) - PROBLEM_LIMIT)
    return (*ordered[:PROBLEM_LIMIT], Problem(last, "too-many-problems", says, worded("Mend these first.")))
