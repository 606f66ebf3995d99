"""The forest, compiled once, and a desk for each test."""

import shutil

import pytest
from trainer_samples import Desk, Shelf

from forests import forest


@pytest.fixture(scope="session")
def compiled_forest(tmp_path_factory):
    """A forest that nobody changes, with as many models as a comparison needs."""
    return Shelf.of(forest(5), tmp_path_factory.mktemp("trainer"))


@pytest.fixture
def desk(tmp_path, compiled_forest, blank):
    """A new learner."""
    desk = Desk.at(tmp_path / "home", compiled_forest)
    desk.home.database().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(blank, desk.home.database())
    return desk


@pytest.fixture(scope="session")
def lived(tmp_path_factory):
    """Let a new learner have a past, and say what came of it: it is lived once, and copied to all who have the same."""
    pasts = {}

    def live(desk, past):
        if past not in pasts:
            found = past(desk)
            home = shutil.copytree(desk.home.root, tmp_path_factory.mktemp("past") / "home")
            pasts[past] = home, desk.clock.moment, desk.settings, found
        home, desk.clock.moment, desk.settings, found = pasts[past]
        shutil.copytree(home, desk.home.root, dirs_exist_ok=True)
        return found

    return live
