"""The forest, compiled once, and a desk for each test."""

import pytest
from trainer_samples import Desk, Shelf

from forests import forest


@pytest.fixture(scope="session")
def compiled_forest(tmp_path_factory):
    """A forest that nobody changes."""
    return Shelf.of(forest(8), tmp_path_factory.mktemp("trainer"))


@pytest.fixture
def desk(tmp_path, compiled_forest):
    """A new learner."""
    return Desk.at(tmp_path / "home", compiled_forest)
