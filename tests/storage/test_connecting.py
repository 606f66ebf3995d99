"""Every connection makes the same promises, and keeps the file to one owner."""

from contextlib import closing
from pathlib import Path

import pytest

from llmquiz.storage.connecting import connect
from llmquiz.storage.store import Store


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        ("synchronous", 2),
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", 1500),
        ("query_only", 0),
        ("journal_mode", "wal"),
    ],
)
def test_a_connection_that_writes_makes_its_promises(store: Store, pragma: str, expected: object) -> None:
    with closing(connect(store.path, patience=1.5)) as connection:
        assert [(expected,)] == connection.execute(f"PRAGMA {pragma}").fetchall()


def test_a_connection_to_a_read_only_file_writes_nothing(store: Store) -> None:
    store.close()
    store.path.chmod(0o444)
    with closing(connect(store.path)) as connection:
        assert connection.execute("PRAGMA query_only").fetchall() == [(1,)]


@pytest.mark.parametrize("name", ["with space.db", "100%.db", "what?mode=memory.db", "a#b.db", "数据.db"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name, "laptop") as store:
        assert store.states() == {}
    assert [name] == [found.name for found in tmp_path.iterdir()]
