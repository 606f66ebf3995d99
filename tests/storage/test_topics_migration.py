"""m005: a file of before loses nothing, is counted as it was until it is known where cards stand, and then by that."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import DAY, review, state, store_at

from llmquiz.core.events import AnyEvent
from llmquiz.storage.due import LetIn, due_by_day, standing
from llmquiz.storage.engine import engine_for
from llmquiz.storage.migrating import migrate
from llmquiz.storage.migrations import MIGRATIONS
from llmquiz.storage.store import Store

CORE, IDEAS_OFF = LetIn(("core",)), LetIn(("core", "detail"), ("ideas",))
A, B, C = (f"fact:{name}/x#value" for name in "abc")
SHELVES = {A: ("ideas", "core"), B: ("prices", "detail"), C: ("prices", "core")}
KEPT = [state(card) for card in SHELVES]
Before = tuple[Path, tuple[AnyEvent, ...]]
TABLES = ("states", "events", "contents")


@pytest.fixture
def before(tmp_path: Path) -> Before:
    """A file of the previous version: three cards due today, of which one was switched off when the program started."""
    path = tmp_path / "llmquiz.db"
    engine = engine_for(path, patience=0.0)
    migrate(engine, path, MIGRATIONS[:4], writable=True)
    engine.dispose()
    with store_at(tmp_path / "new") as store:
        events = store.append([review(card=card) for card in SHELVES], KEPT)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("ATTACH ? AS new", (str(tmp_path / "new" / "llmquiz.db"),))
        for table in TABLES:
            names = ", ".join(f'"{name}"' for name in columns(raw, table))
            raw.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
        raw.execute("UPDATE states SET active = 0 WHERE card = ?", (C,))
    return path, events


def columns(raw: sqlite3.Connection, table: str) -> list[str]:
    """Those that are not computed."""
    return [name for (name,) in raw.execute("SELECT name FROM pragma_table_info(?, 'main')", (table,))]


def test_a_file_that_is_not_migrated_yet_is_counted_as_it_was(before: Before) -> None:
    path, _events = before
    for let_in in (None, CORE, IDEAS_OFF):
        assert {DAY: 2} == due_by_day(path, let_in)
        assert [A, B] == standing(path, DAY, let_in).due


def test_nothing_is_lost_and_until_the_next_start_it_is_counted_as_it_was(
    before: Before,
) -> None:
    path, events = before
    with Store.open(path, "here") as store:
        assert (events, {kept.card: kept for kept in KEPT}) == (tuple(store.events(with_content=True)), store.states())
        assert [] == store.check()
    for let_in in (None, CORE, IDEAS_OFF):
        assert {DAY: 2} == due_by_day(path, let_in)
    assert path.with_name("llmquiz.db.before-m005").exists()


def test_after_the_next_start_it_is_counted_by_topic_and_tier(before: Before) -> None:
    path, _events = before
    with Store.open(path, "here") as store:
        store.shelve(SHELVES.get)
        assert [] == store.check()
    assert ({DAY: 3}, {DAY: 2}, {DAY: 2}) == tuple(due_by_day(path, let_in) for let_in in (None, CORE, IDEAS_OFF))
    assert [B, C] == standing(path, DAY, IDEAS_OFF).due


def test_a_repaired_file_knows_where_its_cards_stand(before: Before) -> None:
    path, _events = before
    with Store.open(path, "here") as store:
        store.shelve({**SHELVES, B: None}.get)
    with Store.open(path, "here") as store:
        store.replace_states(KEPT)
        assert [] == store.check()
    assert ({DAY: 2}, {DAY: 1}) == (due_by_day(path), due_by_day(path, IDEAS_OFF))
