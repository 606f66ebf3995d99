"""One store on a real file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import store_at

from llmquiz.storage.store import Store


@pytest.fixture
def store(tmp_path: Path, blank: Path) -> Iterator[Store]:
    with store_at(Path(shutil.copy(blank, tmp_path)).parent) as opened:
        yield opened
