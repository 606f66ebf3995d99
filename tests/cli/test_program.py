"""The program as a whole: help, exit codes, wrong usage, and what each command imports."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import llmquiz as package
from llmquiz.cli.commands import COMMANDS
from llmquiz.cli.exits import MEANINGS
from tables import every_row

Llmquiz = Callable[..., Result]


def loaded_by(*arguments: str, home: Path) -> set[str]:
    """The libraries that one command line imports, in a process of its own."""
    code = f"""
import sys
before = set(sys.modules)
sys.argv = ["llmquiz", *{arguments!r}]
from llmquiz.__main__ import main
main()
names = {{name.partition(".")[0] for name in set(sys.modules) - before}} - sys.stdlib_module_names
print(*names, file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, env=os.environ | {"LLMQUIZ_HOME": str(home)},
    )  # fmt: skip
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def learner(compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which something was studied."""
    folder = tmp_path_factory.mktemp("learner")
    shutil.copytree(compiled, folder, dirs_exist_ok=True)
    return folder


def test_help_names_every_command_and_every_exit_code(llmquiz: Llmquiz) -> None:
    shown = llmquiz("--help")
    assert 0 == shown.exit_code
    assert [] == [name for name in COMMANDS if f"\n  {name} " not in shown.stdout]
    assert [] == [code for code, meaning in MEANINGS.items() if f"  {int(code):<3}  {meaning}\n" not in shown.stdout]


@every_row("name", COMMANDS)
def test_every_command_has_help_of_its_own(llmquiz: Llmquiz, name: str) -> None:
    shown = llmquiz(name, "--help")
    assert (0, True) == (shown.exit_code, shown.stdout.startswith(f"Usage: llmquiz {name}"))


def test_the_version_is_told(llmquiz: Llmquiz) -> None:
    assert f"llmquiz {package.__version__}\n" == llmquiz("--version").stdout


@every_row(
    ("arguments", "sentence"),
    [
        (["stduy"], "There is no command `stduy`. Did you mean `study`?"),
        (["xyz"], "There is no command `xyz`. The commands are study, "),
        (["--profile", "A b", "due"], "`A b` is no name of a profile."),
        (["--lang", "fr", "due"], "There is no language `fr`; there are en, zh."),
        (["questions"], "add --json"),
        (["questions", "--json", "--lang", "fr"], "There is no language `fr`; there are en, zh."),
        (["study", "--plain", "--topic", "gardn"], "There is no topic `gardn`. Did you mean `garden`? The topics are"),
        (["study", "--plain", "--limit", "0"], "Invalid value for '--limit'"),
        (["prove", "--seeds", "0"], "Invalid value for '--seeds'"),
        (["prove", "/nowhere"], "/nowhere is no folder of knowledge: it holds no topics.yaml."),
        (["check"], "Missing argument 'PATH...'"),
        (["study"], "The app needs a terminal."),
        ([], "The app needs a terminal."),
        (["--wrong"], "No such option"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(llmquiz: Llmquiz, arguments: list[str], sentence: str) -> None:
    told = llmquiz(*arguments)
    assert (2, "") == (told.exit_code, told.stdout)
    assert sentence in told.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("log",), ("doctor", "--help")])
def test_small_commands_import_no_large_libraries(arguments: tuple[str, ...], learner: Path) -> None:
    assert set() == loaded_by(*arguments, home=learner) & {"textual", "rich", "pydantic", "yaml", "fsrs"}


@pytest.mark.parametrize("arguments", [("due",), ("due", "--json"), ("--profile", "anna", "due")])
def test_due_imports_nothing_but_the_standard_library(arguments: tuple[str, ...], learner: Path) -> None:
    assert {"llmquiz"} == loaded_by(*arguments, home=learner)


def test_due_does_without_what_takes_longest_to_import(learner: Path) -> None:
    """`python -m benchmarks launch` holds the time itself against a bare Python's; this holds what it comes from."""
    code = "import sys; from llmquiz.cli.prompt import quick; quick(['due']); print(*sys.modules, file=sys.stderr)"
    environment = os.environ | {"LLMQUIZ_HOME": str(learner)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert set() == {"dataclasses", "inspect", "json", "tomllib", "gettext", "logging"} & set(done.stderr.split())


def test_help_imports_no_database(learner: Path) -> None:
    assert set() == loaded_by("--help", home=learner) & {"sqlalchemy", "sqlite3"}
