"""One store on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import store_at

from llmquiz.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_at(tmp_path) as opened:
        yield opened
