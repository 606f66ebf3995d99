"""Whatever is wrong with the file, there is one sentence that says what happened and what to do."""

import errno
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from storage_samples import AT, CARD, DAY, review, state, store_at

from llmquiz.storage.due import due_by_day
from llmquiz.storage.errors import CODES, StorageError, kindly
from llmquiz.storage.store import Store


def filled(folder: Path, reviews: int = 1) -> Path:
    """A closed store with something in it."""
    with store_at(folder) as store:
        store.append([review(shown=os.urandom(99).hex()) for _ in range(reviews)], [state()])
        return store.path


def no_database(folder: Path) -> None:
    (folder / "llmquiz.db").write_text("Dear diary, " * 200)


def damaged_page(folder: Path) -> None:
    with filled(folder, 200).open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 8)


def cut_short(folder: Path) -> None:
    os.truncate(filled(folder, 200), 4096 * 5)


def a_folder(folder: Path) -> None:
    (folder / "llmquiz.db").mkdir()


def changed(statements: str) -> Callable[[Path], None]:
    """What another program did to the file."""

    def spoil(folder: Path) -> None:
        with closing(sqlite3.connect(filled(folder))) as raw:
            raw.executescript(statements)

    return spoil


def made(statements: str) -> Callable[[Path], None]:
    """What another program made."""

    def spoil(folder: Path) -> None:
        with closing(sqlite3.connect(folder / "llmquiz.db")) as raw:
            raw.executescript(statements)

    return spoil


OTHERS_RECORDS = (
    "CREATE TABLE migrations (version TEXT)",
    "CREATE TABLE migrations (id INTEGER, migration TEXT, batch INTEGER); INSERT INTO migrations VALUES (1, 'x', 1)",
    "CREATE TABLE migrations (number INTEGER, name TEXT); INSERT INTO migrations VALUES (1, '0001_initial')",
    "CREATE TABLE migrations (number INTEGER, name TEXT); INSERT INTO migrations VALUES ('one', 'm001_log')",
    "CREATE TABLE migrations (number INTEGER, name TEXT); INSERT INTO migrations VALUES (NULL, NULL)",
)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        *((made(statements), "not-a-database") for statements in OTHERS_RECORDS),
        (made("CREATE TABLE migrations (number INTEGER, name TEXT)"), "damaged"),
        (changed("DELETE FROM migrations"), "damaged"),
        (changed("DROP TABLE events"), "damaged"),
        (changed("PRAGMA foreign_keys = OFF; DROP TABLE contents"), "damaged"),
        (no_database, "not-a-database"),
        (damaged_page, "damaged"),
        (cut_short, "damaged"),
        (a_folder, "a-folder"),
    ],
)
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, spoil: Callable[[Path], None], code: str) -> None:
    spoil(tmp_path)
    with pytest.raises(StorageError) as caught:
        store_at(tmp_path)
    assert code == caught.value.code


LIFTED = "DROP TRIGGER events_never_changed;"


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        ("UPDATE events SET kind = 'from-the-future'", "newer"),
        ("UPDATE events SET seed = 'many'", "damaged"),
        ("UPDATE events SET rating = NULL", "damaged"),
        ("UPDATE events SET form = NULL", "damaged"),
    ],
)
def test_an_event_that_none_can_be_made_of_is_told(store: Store, statements: str, code: str) -> None:
    store.append([review()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(f"{LIFTED} {statements}")
    with pytest.raises(StorageError) as caught:
        list(store.events())
    assert code == caught.value.code


def test_a_content_that_cannot_be_unpacked_is_told(store: Store) -> None:
    store.append([review()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript("DROP TRIGGER contents_never_changed; UPDATE contents SET body = x'00'")
    for read in (store.events, store.stored):
        with pytest.raises(StorageError) as caught:
            list(read(with_content=True))
        assert caught.value.code == "damaged"
    with pytest.raises(StorageError, match="is damaged"):
        store.last_action()


@pytest.mark.parametrize(
    "statements",
    [
        "UPDATE states SET phase = 'weird'",
        "UPDATE states SET recent_forms = 'xx'",
        "UPDATE states SET recent_forms = '7'",
        "DROP TABLE states",
    ],
)
def test_states_that_cannot_be_read_send_the_learner_to_the_doctor(store: Store, statements: str) -> None:
    store.append([review()], [state()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(statements)
    for read in (store.states, lambda: store.state(CARD)):
        with pytest.raises(StorageError) as caught:
            read()
        assert f"{store.path} is damaged: run `llmquiz doctor`, or put a backup in its place." == caught.value.message


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_one_sentence_that_says_what_to_do(code: str) -> None:
    message = StorageError(code, "the-file").message
    assert re.fullmatch(r"[^.]*the-file[^.]*[:;,] [^.]+\.", message.replace("3.37", ""))


def test_a_store_that_has_to_exist_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Store.open(tmp_path / "new" / "llmquiz.db", "laptop", create=False)
    assert (caught.value.code, list(tmp_path.iterdir())) == ("missing", [])


def test_a_missing_folder_is_created_for_its_owner_alone(tmp_path: Path) -> None:
    with store_at(tmp_path / "profiles" / "default"):
        modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("profiles", "profiles/default")]
    assert modes == [0o700, 0o700]


def test_a_file_on_the_way_to_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "profiles").touch()
    with pytest.raises(StorageError) as caught:
        store_at(tmp_path / "profiles" / "default")
    assert caught.value.code == "no-folder"


def test_a_computer_without_a_device_id_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Store.open(tmp_path / "llmquiz.db", "")
    assert (caught.value.code, list(tmp_path.iterdir())) == ("no-device", [])


def test_a_file_locked_by_another_program_is_read_but_not_written_to(store: Store) -> None:
    store.append([review()])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            store.append([review()])
        assert f"{store.path} is in use by another program: close the other one and try again." == caught.value.message
        assert caught.value.code == "locked"
        other.execute("ROLLBACK")
    assert len(list(store.events())) == 1
    store.append([review()])


def test_a_file_that_another_program_has_to_itself_is_not_opened(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("UPDATE states SET rung = 1")
        with pytest.raises(StorageError) as caught:
            store_at(tmp_path)
    assert caught.value.code == "locked"


@contextmanager
def read_only(*places: Path) -> Iterator[None]:
    """Take the right to write away for a while."""
    modes = {place: place.stat().st_mode for place in places}
    for place, mode in modes.items():
        place.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for place, mode in modes.items():
            place.chmod(mode)


@pytest.mark.parametrize("names", [["llmquiz.db"], ["."], [".", "llmquiz.db"]])
def test_a_read_only_store_is_read_and_refuses_writes(tmp_path: Path, names: list[str]) -> None:
    path = filled(tmp_path)
    with read_only(*(tmp_path / name for name in names)):
        before = sorted(found.name for found in tmp_path.iterdir())
        with store_at(tmp_path) as store:
            assert (len(list(store.stored())), due_by_day(path), store.state(CARD).card) == (1, {DAY: 1}, CARD)
            for write in writes(store):
                with pytest.raises(StorageError) as caught:
                    write()
                assert caught.value.code == "read-only"
            assert (store.check(), store.writes) == ([], False)
        assert before == sorted(found.name for found in tmp_path.iterdir())


def writes(store: Store) -> list[Callable[[], Any]]:
    """Everything that writes."""
    return [lambda: store.append([review()]), lambda: store.replace_states([]), lambda: store.shelve(lambda _: None)]


def test_a_read_only_store_in_use_by_another_program_is_read_with_its_latest_answers(tmp_path: Path) -> None:
    with store_at(tmp_path) as writer:
        writer.append([review()])
        with read_only(tmp_path / "llmquiz.db"), store_at(tmp_path) as reader:
            assert [event.at for event in reader.events()] == [AT]


def test_no_store_is_created_in_a_read_only_folder(tmp_path: Path) -> None:
    with read_only(tmp_path), pytest.raises(StorageError) as caught:
        store_at(tmp_path)
    assert caught.value.code == "read-only"


def test_a_full_disk_keeps_what_was_saved_and_says_so(tmp_path: Path) -> None:
    path = filled(tmp_path)

    def no_more_pages(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size: the file cannot grow

    event.listen(Engine, "connect", no_more_pages)
    try:
        with store_at(tmp_path) as store, pytest.raises(StorageError) as caught:
            store.append([review(shown=os.urandom(50_000).hex())])
    finally:
        event.remove(Engine, "connect", no_more_pages)
    assert caught.value.code == "disk-full"
    assert f"The disk that holds {path} is full" in caught.value.message
    with store_at(tmp_path) as store:
        assert (len(list(store.events())), store.check()) == (1, [])


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOTDIR, "no-folder"),
        (errno.EIO, "disk-error"),
    ],
)
def test_what_the_system_says_is_told_kindly(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(StorageError) as caught, kindly(tmp_path / "a.db"):
        raise OSError(number, os.strerror(number))
    assert code == caught.value.code


@pytest.mark.parametrize(("free", "code"), [(0, "disk-full"), (2**16, "disk-full"), (2**30, "disk-error")])
@pytest.mark.parametrize("number", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_IOERR | 19 << 8])
def test_what_fails_on_a_disk_without_room_is_called_a_full_disk(
    tmp_path: Path, number: int, free: int, code: str
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = number
    with pytest.raises(StorageError) as caught, kindly(tmp_path / "a.db", room=lambda _: free):
        raise error
    assert code == caught.value.code


def test_a_disk_with_room_that_fails_is_called_a_failing_one(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    for path in (tmp_path / "a.db", tmp_path / "gone" / "a.db"):
        with pytest.raises(StorageError) as caught, kindly(path):
            raise error
        assert caught.value.code == "disk-error"


def test_a_mistake_of_ours_is_not_called_the_learners(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), kindly(tmp_path), closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("SELECT nonsense")


@pytest.mark.parametrize("column", ["form", "seed", "card"])
def test_a_log_with_a_text_that_is_none_is_damaged(tmp_path: Path, column: str) -> None:
    with store_at(tmp_path) as store:
        store.append([review()])
        with closing(sqlite3.connect(store.path)) as raw:
            raw.executescript(f"DROP TRIGGER events_never_changed; UPDATE events SET {column} = cast(x'ff' AS TEXT)")
        with pytest.raises(StorageError) as caught:
            list(store.events())
    assert "damaged" == caught.value.code


def test_a_log_with_an_id_of_another_program_takes_nothing_more(tmp_path: Path) -> None:
    with store_at(tmp_path) as store:
        with closing(sqlite3.connect(store.path)) as raw:
            raw.executescript(
                "INSERT INTO events (id, kind, card, at, day, offset, device) VALUES ('zz', 'reset', 'x', 1, 1, 0, 'd')"
            )
        with pytest.raises(StorageError) as caught:
            store.append([review()])
    assert "damaged" == caught.value.code
