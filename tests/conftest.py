"""What all rooms share: a learner's machine that is nobody's, and the shipped library, compiled once a run."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import once_a_run
from llmquiz.storage.connecting import PATIENCE, connect

settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True, print_blob=False)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=200)
settings.load_profile("quick")
"""The same examples in each run; `.ci/run` looks at eight times as many, with `-m hypothesis` and the other profile."""

gc.set_threshold(500_000, 50, 50)
"""Thousands of short-lived apps and generators: looking for cycles at the usual pace takes a fifth of the suite."""

os.environ["TEXTUAL_FPS"] = "400"
"""Read when Textual is imported: an app in a test waits for its next picture, and sixty a second are few."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""Each worker and each program that a test starts would compile every module again: a tenth of the suite."""


@pytest.fixture(autouse=True)
def nobodys_machine(monkeypatch, tmp_path_factory):
    """No test sees the home folder, the language or the terminal of whoever runs it."""
    monkeypatch.setenv("LLMQUIZ_HOME", str(tmp_path_factory.getbasetemp() / "nobody"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk():
    """What is written is not forced onto the disk, except in processes of their own: no test survives a power cut."""

    def hasty(path, *, patience=PATIENCE, synchronous="FULL"):
        assert synchronous in ("FULL", "OFF")
        return connect(path, patience=patience, synchronous="OFF")

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr("llmquiz.storage.engine.connect", hasty)
        patching.setattr("os.fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """Where the workers of a run keep what one of them made for all."""
    root = tmp_path_factory.getbasetemp()
    return root.parent if "PYTEST_XDIST_WORKER" in os.environ else root


@pytest.fixture(scope="session", autouse=True)
def shipped_in_the_making(request, shared):
    """The first worker has the shipped questions compiled while others and itself go on: else all would wait for it."""
    wanted = any("shipped_index" in getattr(item, "fixturenames", ()) for item in request.session.items)
    if not (wanted and os.environ.get("PYTEST_XDIST_WORKER") == "gw0"):
        yield
        return
    with subprocess.Popen([sys.executable, once_a_run.__file__, shared / "shipped.db"]):
        yield


@pytest.fixture(scope="session")
def shipped_index(shared):
    """An index that holds the shipped questions; whoever comes first compiles them, the others wait for it."""
    once_a_run.compile_shipped(shared / "shipped.db")
    return shared / "shipped.db"


@pytest.fixture(scope="session")
def shipped(shipped_index):
    """The shipped library, without banks."""
    with once_a_run.opened_shipped(shipped_index) as library:
        yield library


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    """A learner's file before the first event; to be copied, since laying it out takes longer than most tests do."""
    from llmquiz.storage.store import Store

    with Store.open(tmp_path_factory.mktemp("blank") / "llmquiz.db", "nobody") as made:
        return made.path


@pytest.fixture(scope="session")
def forest_folder(shared):
    """A forest of knowledge that is read by several rooms, with the index that holds it beside it, `forest.db`."""
    once_a_run.compile_forest(shared / "forest")
    return shared / "forest"


def pytest_configure(config) -> None:
    """Every other worker collects from the other end: what was compiled by one of them, the others find done."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    if int(worker.removeprefix("gw")) % 2 and config.args == config.getini("testpaths"):
        rooms = sorted(path for path in Path(__file__).parent.iterdir() if path.is_dir())
        config.args = [str(room) for room in reversed(rooms) if any(room.glob("test_*.py"))]


def pytest_collection_modifyitems(items) -> None:
    """In one order, wherever they were collected from: room by room, what takes long first."""
    items.sort(key=lambda item: (item.path.parent, item.get_closest_marker("long") is None, item.path))


@pytest.hookimpl(trylast=True)  # once the plugin of Hypothesis is ready
def pytest_sessionstart() -> None:
    """With its first example Hypothesis looks at every object there is: before tests are collected there are few."""
    given(st.none())(lambda _: None)()


def pytest_unconfigure() -> None:
    """Pytest looks for cycles five times at the end: what is left by then goes with the process."""
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """As many as there are processors: hardly a test waits for anything."""
    return os.cpu_count() or 1
