"""The house as it stands on the disk: modules, what they import, what they define."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import llmquiz

ROOT = Path(llmquiz.__file__).parent
FILES = sorted(path for path in ROOT.rglob("*.py"))


def shown(path: Path) -> str:
    """`banks/format.py`"""
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    """The floor a file stands on: `knowledge`; its own name at the top."""
    return path.relative_to(ROOT).parts[0]


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def packages(path: Path) -> set[str]:
    """The packages that a file imports anywhere, by their first name."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods included."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def calls(path: Path) -> Iterator[str]:
    """What a file calls, as it is written: `hash`, `datetime.now`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
