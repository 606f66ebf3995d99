"""What the tests of this room ask: a forest that nobody has changed, made once a run."""

import pytest

from forests import forest


@pytest.fixture(scope="session")
def honest(tmp_path_factory):
    """The generator of the forest as it stands, for all who change nothing in it."""
    return forest().generator(tmp_path_factory.mktemp("forest"))
