"""What all rooms share: a learner's machine that is nobody's, and the shipped library, compiled once a run."""

import gc
import os
from datetime import date

import pytest
from hypothesis import settings

from llmquiz.files.paths import questions_root
from llmquiz.library.library import Library
from llmquiz.storage.index import Index

TODAY = date(2026, 11, 2)

settings.register_profile("llmquiz", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("llmquiz")

gc.set_threshold(100_000, 50, 50)
"""Thousands of short-lived apps and generators: looking for cycles at the usual pace takes a fifth of the suite."""


@pytest.fixture(autouse=True)
def nobodys_machine(monkeypatch, tmp_path_factory):
    """No test sees the home folder, the language or the terminal of whoever runs it."""
    monkeypatch.setenv("LLMQUIZ_HOME", str(tmp_path_factory.getbasetemp() / "nobody"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def shipped_index(tmp_path_factory):
    """An index that holds the shipped questions, compiled."""
    path = tmp_path_factory.mktemp("shipped") / "index.db"
    with Index.open(path) as index:
        Library(questions_root(), (), TODAY, index)
    return path


@pytest.fixture(scope="session")
def shipped(shipped_index):
    """The shipped library, without banks."""
    with Index.open(shipped_index) as index:
        yield Library(questions_root(), (), TODAY, index)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests of the app wait a sixth of their time."""
    return (os.cpu_count() or 1) + 1
