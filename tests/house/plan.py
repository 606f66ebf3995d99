"""The house as it stands on the disk: modules, what they import, what they define."""

import ast
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


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything that is written in a file, of the kinds that are asked about."""
    kinds = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.Call
    return tuple(node for node in ast.walk(tree(path)) if isinstance(node, kinds))


@cache
def packages(path: Path) -> frozenset[str]:
    """The packages that a file imports anywhere, by their first name."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods included."""
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@cache
def calls(path: Path) -> frozenset[str]:
    """What a file calls, as it is written: `hash`, `datetime.now`."""
    return frozenset(ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call))
