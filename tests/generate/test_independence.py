"""The prover shares no code with what it judges: not with the choice of options, nor with the wording of prompts."""

import ast
from functools import cache
from pathlib import Path

import pytest

import llmquiz
from tables import every_row

ROOT = Path(llmquiz.__file__).parent
PROOF = ROOT / "generate" / "proof"
DRIVER = "llmquiz.generate.proof.proving"
"""Asks the generator for items and hands them on: it knows both sides."""
REPORT = "llmquiz.generate.proof.report"
"""Counts what the driver was given; judges nothing."""


def module_of(path: Path) -> str:
    parts = ("llmquiz", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_of(path): path for path in ROOT.rglob("*.py")}


@cache
def imports(name: str) -> frozenset[str]:
    """The program's own modules that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found & MODULES.keys())


@cache
def reached(name: str) -> frozenset[str]:
    """Every module of the program that importing `name` needs, `name` apart."""
    seen, waiting = frozenset(), [name]
    while waiting:
        new = imports(waiting.pop()) - seen
        seen |= new
        waiting += new
    return frozenset(seen)


JUDGES = sorted(module_of(path) for path in PROOF.glob("*.py") if module_of(path) not in (DRIVER, REPORT))


@every_row("module", JUDGES)
def test_a_judge_reaches_nothing_that_makes_items(module):
    others = {name for name in reached(module) if name.startswith("llmquiz.generate.")}
    assert all(name.startswith("llmquiz.generate.proof") for name in others), others


@pytest.mark.parametrize("module", [DRIVER, REPORT])
def test_who_asks_the_generator_knows_it_and_its_forms_and_no_more(module):
    own = {name for name in imports(module) if not name.startswith(("llmquiz.core", "llmquiz.generate.proof"))}
    assert own <= {"llmquiz.generate.forms", "llmquiz.generate.generator"}


@every_row("module", JUDGES)
def test_no_judge_leans_on_what_only_counts(module):
    assert REPORT not in reached(module)


def test_what_makes_items_does_not_reach_the_judges():
    for name in MODULES:
        if name.startswith("llmquiz.generate.") and not name.startswith("llmquiz.generate.proof"):
            assert not {other for other in imports(name) if other.startswith("llmquiz.generate.proof")}, name
