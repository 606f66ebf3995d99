"""One store on a real file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import store_at

from llmquiz.storage.store import Store


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as it is before the first event; to be copied, since laying it out takes longer than most tests do."""
    with store_at(tmp_path_factory.mktemp("blank")) as made:
        return made.path


@pytest.fixture
def store(tmp_path: Path, blank: Path) -> Iterator[Store]:
    with store_at(Path(shutil.copy(blank, tmp_path)).parent) as opened:
        yield opened
