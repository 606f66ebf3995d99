"""Errors that no command can help, in processes of their own: pipes that close, full disks, Ctrl+C, odd homes."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from forking import Forked, Forks

from forests import forest
from llmquiz.cli.program import program
from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]
Run = Callable[..., subprocess.CompletedProcess[bytes]]
DRIVER = """
import gc, sys
from pathlib import Path
from llmquiz.cli.program import run
from llmquiz.cli.surroundings import Surroundings
code = run(sys.argv[2:], Surroundings(questions=Path(sys.argv[1])))
gc.freeze()
sys.exit(code)
"""


@pytest.fixture
def command(surroundings: Surroundings) -> tuple[list[str], dict[str, str]]:
    """How to start llmquiz in a process of its own, and in which environment."""
    environment = os.environ | {"LLMQUIZ_HOME": str(surroundings.home.root), "LANG": "C.UTF-8"}
    environment.pop("PYTHONUNBUFFERED", None)  # what is buffered is what is lost
    return [sys.executable, "-c", DRIVER, str(surroundings.questions)], environment


@pytest.fixture(scope="module")
def forks(questions: Path) -> Iterator[Forks]:
    """A program with everything imported, for what does not depend on how it starts."""
    environment = os.environ | {"LANG": "C.UTF-8"}
    environment.pop("PYTHONUNBUFFERED", None)
    forks = Forks(questions, environment)
    yield forks
    forks.close()


@pytest.fixture
def environment(command: tuple[list[str], dict[str, str]]) -> Mapping[str, str]:
    """That of this learner."""
    return command[1]


@pytest.fixture
def forked(forks: Forks, environment: Mapping[str, str]) -> Run:
    """Run one command line of this learner in a process of its own."""

    def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
        return forks.run(*arguments, environment=environment, **more)

    return run


@pytest.fixture
def started(forks: Forks, environment: Mapping[str, str]) -> Callable[..., Forked]:
    """Begin one command line of this learner in a process of its own."""
    return lambda *arguments: forks.start(*arguments, environment=environment)


def test_a_reader_that_goes_away_gets_no_complaint(started: Callable[..., Forked]) -> None:
    process = started("questions", "--json", "--seeds", "9")
    with process.stdin, process.stdout, process.stderr:
        assert process.stdout.readline().startswith(b'{"card": ')
        process.stdout.close()
        assert b"" == process.stderr.read()
    assert 0 == process.wait()


@pytest.mark.parametrize("arguments", [("--help",), ("doctor",), ("due",)])
def test_nobody_may_be_reading_at_all(forked: Run, arguments: tuple[str, ...]) -> None:
    end, beginning = os.pipe()
    os.close(end)
    done = forked(*arguments, stdout=beginning)
    os.close(beginning)
    assert (0, b"") == (done.returncode, done.stderr)


NEITHER_IN_NOR_OUT = """
import os, sys
for closed in sys.argv[1].split(","):
    os.close(int(closed))
os.execv(sys.argv[2], sys.argv[2:])
"""


def test_nothing_but_the_disk_may_be_there_from_the_very_start(command: tuple[list[str], dict[str, str]]) -> None:
    start, environment = command
    done = subprocess.run(
        [sys.executable, "-c", NEITHER_IN_NOR_OUT, "0,1,2", *start, "study", "--plain"],
        input=b"", capture_output=True, env=environment, check=False,
    )  # fmt: skip
    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("closed", "arguments"),
    [
        ([1], ("--help",)),
        ([1], ("due",)),
        ([1], ("questions", "--json", "--lang", "en", "garden.yaml")),
        ([1], ("study", "--plain")),
        ([0], ("study", "--plain")),
        ([0, 1], ("study", "--plain")),
        ([0, 1, 2], ("study", "--plain")),
        ([2], ("questions", "--json", "--lang", "en", "garden.yaml")),
    ],
)
def test_streams_may_be_closed_from_the_start(
    forked: Run, surroundings: Surroundings, closed: list[int], arguments: tuple[str, ...]
) -> None:
    banks = {path.name: str(path) for path in surroundings.home.banks.iterdir()}
    done = forked(*(banks.get(argument, argument) for argument in arguments), closed=closed)
    assert (0, b"") == (done.returncode, done.stderr)
    assert (1 in closed) == (done.stdout == b"")


def test_what_is_to_be_told_on_a_closed_stream_goes_nowhere_else() -> None:
    nobodys = os.environ | {"LLMQUIZ_HOME": "~nosuchuser/x"}
    start = [sys.executable, "-c", NEITHER_IN_NOR_OUT, "2", sys.executable, "-m", "llmquiz"]
    done = subprocess.run([*start, "due"], capture_output=True, env=nobodys, check=False)
    assert (3, b"", b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("arguments", [("due",), ("study", "--plain"), ("doctor",)])
def test_a_home_of_nobody_is_told_in_a_sentence(arguments: tuple[str, ...]) -> None:
    nobodys = os.environ | {"LLMQUIZ_HOME": "~nosuchuser/x"}
    start = [sys.executable, "-m", "llmquiz"]
    done = subprocess.run([*start, *arguments], capture_output=True, text=True, env=nobodys, check=False)
    sentence = "~nosuchuser/x cannot be used: there is no such home folder; mend that, or set LLMQUIZ_HOME elsewhere.\n"
    assert (3, "", sentence) == (done.returncode, done.stdout, done.stderr)


def test_a_full_disk_is_told_in_a_sentence(forked: Run) -> None:
    with open("/dev/full", "wb") as full:
        done = forked("--help", stdout=full.fileno())
    assert (3, b"What was to be printed cannot be written: no space left on device.\n") == (
        done.returncode,
        done.stderr,
    )


def test_ctrl_c_ends_quietly_and_keeps_every_answer(started: Callable[..., Forked], surroundings: Surroundings) -> None:
    process = started("study", "--plain", "--topic", "garden")
    with process.stdin, process.stdout, process.stderr:
        process.stdin.write(b"green\n")
        process.stdin.flush()
        while not process.stdout.readline().startswith(b"Right."):
            pass
        os.kill(process.pid, signal.SIGINT)
        assert b"" == process.stderr.read()
    assert 130 == process.wait()
    with surroundings.store() as store:
        assert ["bank:garden/green"] == [event.card for event in store.events(kinds={"review"})]


def test_a_whole_sitting_goes_through_a_pipe(forked: Run) -> None:
    def sit(typed: str) -> str:
        done = forked("study", "--plain", "--topic", "garden", typed=typed.encode())
        assert (0, b"") == (done.returncode, done.stderr)
        return done.stdout.decode()

    first = sit("red\n:u\n绿色\ngreen\n\n:q\n")
    assert ("Not quite." in first, "Taken back." in first, "Right." in first) == (True, True, True)
    assert "1 answer, 1 right.\n" in first
    second = sit("1\n\n:d\n")
    assert "Which colour has grass?" not in second
    assert "Which plant turns towards the sun?" in second


def test_chinese_goes_through_a_pipe_whatever_the_locale(command: tuple[list[str], dict[str, str]]) -> None:
    start, environment = command
    study = [*start, "--lang", "zh", "study", "--plain", "--topic", "garden"]
    latin = environment | {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(study, input="绿色\n".encode(), capture_output=True, env=latin, check=True)
    assert "草是什么颜色？" in done.stdout.decode()
    assert "因为叶绿素。" in done.stdout.decode()


def test_input_that_is_no_text_is_only_a_wrong_answer(forked: Run) -> None:
    done = forked("study", "--plain", "--topic", "garden", typed=b"\xff\xfe\n\x00\n")
    assert (0, b"") == (done.returncode, done.stderr)


@pytest.fixture(scope="module")
def copse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forest of hardly a tree: where no index can be kept it is compiled again for each command."""
    return forest(2).write(tmp_path_factory.mktemp("copse"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("study", "--plain"), 3),
        (("questions", "--json", "--lang", "en"), 0),
        (("doctor",), 3),
        (("due",), 3),
        (("log",), 3),
    ],
)
def test_a_home_that_is_a_file_is_told_in_a_sentence_wherever_the_learners_file_is_wanted(
    surroundings: Surroundings, copse: Path, arguments: tuple[str, ...], code: int
) -> None:
    shutil.rmtree(surroundings.home.root)
    surroundings.home.root.write_text("a file", encoding="utf-8")
    shown = CliRunner().invoke(program, arguments, obj=replace(surroundings, questions=copse))
    assert code == shown.exit_code
    assert len(shown.stderr.splitlines()) <= 1
    assert (code == 3) == (str(surroundings.home.root) in shown.stderr)


def test_a_newer_file_is_left_alone(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    llmquiz("study", "--plain", "--topic", "garden", typed="green\n")
    with closing(sqlite3.connect(surroundings.database)) as connection, connection:
        connection.execute("INSERT INTO migrations VALUES (999, 'm999_future')")
    sentence = f"{surroundings.database} was written by a newer llmquiz: update this one; the file was left as it is.\n"
    for arguments in (("study", "--plain"), ("log",), ("doctor", "--repair")):
        shown = llmquiz(*arguments)
        assert (3, sentence) == (shown.exit_code, shown.stderr)


def test_nothing_can_be_answered_in_a_file_that_cannot_be_written(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    llmquiz("study", "--plain", "--topic", "garden", typed="green\n")
    surroundings.database.chmod(0o400)
    shown = llmquiz("study", "--plain", "--topic", "garden", typed=":d\n")
    assert 3 == shown.exit_code
    assert f"{surroundings.database} cannot be written to" in shown.stderr
