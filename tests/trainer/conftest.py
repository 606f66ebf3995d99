"""The forest, compiled once, and a desk for each test."""

import pytest
from trainer_samples import MORNING, Desk

from forests import forest
from llmquiz.library.library import Library
from llmquiz.storage.index import Index


@pytest.fixture(scope="session")
def compiled_forest(tmp_path_factory):
    """The folder of questions and an index that knows it."""
    root = tmp_path_factory.mktemp("trainer")
    questions = forest(8).write(root / "questions")
    with Index.open(root / "index.db") as index:
        Library(questions, (), MORNING.date(), index)
    return questions, root / "index.db"


@pytest.fixture
def desk(tmp_path, compiled_forest):
    """A new learner."""
    return Desk.at(tmp_path / "home", *compiled_forest)
