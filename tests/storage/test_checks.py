"""A check finds what is wrong; a copy is whole, in one file, and put in place at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import CARD, review, state, store_at

from llmquiz.core.states import CardState
from llmquiz.storage.errors import StorageError
from llmquiz.storage.store import Store

LIFT = "DROP TRIGGER contents_never_changed"


def told(store: Store) -> list[str]:
    """What a check says, in English."""
    return list(map(str, store.check()))


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("SELECT 1", []),
        ("DROP TRIGGER events_never_deleted", ["The trigger events_never_deleted is missing."]),
        ("DROP INDEX events_by_day", ["The index events_by_day is missing."]),
        ("CREATE TABLE extra (x)", ["The table extra is not as llmquiz made it."]),
        ("UPDATE due_by_day SET cards = 7", ["The counts of due cards do not equal a recount."]),
        (
            "INSERT INTO events (id, kind, card, at, day, offset, device) VALUES ('zz-1', 'reset', 'x', 1, 1, 0, 'd')",
            ["The event zz-1 has an id that llmquiz never gave."],
        ),
        (
            "DROP TRIGGER contents_never_deleted; DELETE FROM contents",
            [
                "A row of events refers to a row of contents that is not there.",
                "A row of events refers to a row of contents that is not there.",
                "The trigger contents_never_deleted is missing.",
            ],
        ),
    ],
)
def test_a_check_says_what_is_wrong_in_sentences(store: Store, damage: str, expected: list[str]) -> None:
    store.append([review()], [state()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(damage)
    assert expected == told(store)


@pytest.mark.parametrize(
    ("damage", "first"),
    [
        ("DROP TABLE states", "The table states is missing."),
        ("DROP TABLE due_by_day", "The table due_by_day is missing."),
        ("ALTER TABLE due_by_day RENAME COLUMN cards TO number", "The table due_by_day is not as llmquiz made it."),
        ("DROP TRIGGER events_never_deleted", "The trigger events_never_deleted is missing."),
        ("DROP INDEX events_by_day", "The index events_by_day is missing."),
        (
            "DROP INDEX events_by_day; CREATE INDEX events_by_day ON events (at)",
            "The index events_by_day is not as llmquiz made it.",
        ),
        ("DROP TABLE states; CREATE VIEW states AS SELECT 1", "The table states is missing."),
        ("UPDATE due_by_day SET cards = 7", "The counts of due cards do not equal a recount."),
    ],
)
def test_what_is_derived_is_told_and_laid_anew_with_the_states(store: Store, damage: str, first: str) -> None:
    store.append([review()], [state(), state("off")])
    store.shelve({CARD: ("ideas", "core")}.get)
    kept = store.states()
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(damage)
    assert first == told(store)[0]
    store.replace_states(kept.values())
    assert ([], kept, 1) == (store.check(), store.states(), len(list(store.events())))


def test_what_only_the_log_could_tell_is_not_laid_anew(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript("CREATE TABLE extra (x); CREATE INDEX theirs ON extra (x)")
    before = told(store)
    store.replace_states([])
    assert ["The index theirs is not as llmquiz made it.", "The table extra is not as llmquiz made it."] == before
    assert before == told(store)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("SELECT 1", ()),
        ("UPDATE states SET active = 0", ()),
        ("UPDATE states SET phase = 'weird' WHERE card = 'a'", ("a",)),
        ("UPDATE states SET recent_forms = 'xx' WHERE card = 'b'", ("b",)),
        ("UPDATE states SET stability = 3.6 WHERE card = 'b'", ("b",)),
        ("DELETE FROM states", ("a", "b")),
        ("UPDATE states SET card = 'z' WHERE card = 'a'", ("a", "z")),
        ("DROP TABLE states", ("a", "b")),
        ("DROP TABLE states; CREATE TABLE states (card TEXT, phase TEXT)", ("a", "b")),
    ],
)
def test_states_are_compared_as_they_lie_in_the_file(store: Store, damage: str, expected: tuple[str, ...]) -> None:
    states = [state("a"), state("b", recent_forms=("cloze", "填空"))]
    store.append([], states)
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(damage)
    assert expected == store.unlike([*states, CardState("never-met")])


@pytest.mark.parametrize("body", ["x'00'", "x'789c4bcacc0300024d013b'"])
def test_a_content_that_is_not_what_its_name_says_is_found(store: Store, body: str) -> None:
    store.append([review(answer="")])
    (name,) = (row["shown"] for row in store.stored())
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(f"{LIFT}; UPDATE contents SET body = {body}")
    assert [f"The content {name} is not what its name says."] == told(store)[1:]


def test_a_copy_holds_everything_in_one_file_while_the_store_is_in_use(store: Store, tmp_path: Path) -> None:
    logged = store.append([review()], [state()])
    copy = tmp_path / "copies" / "llmquiz.db"
    store.backup(copy)
    store.append([review()])
    assert [copy] == list(copy.parent.iterdir())
    with store_at(copy.parent) as restored:
        assert (logged, store.states()) == (tuple(restored.events(with_content=True)), restored.states())
        assert restored.check() == []


def test_a_copy_takes_the_place_of_an_older_one(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    for _ in range(2):
        store.append([review()])
        store.backup(copy)
    with Store.open(copy, "laptop") as restored:
        assert len(list(restored.events())) == 2


def test_the_store_is_not_copied_onto_itself(store: Store) -> None:
    with pytest.raises(StorageError) as caught:
        store.backup(store.path)
    assert caught.value.code == "own-file"


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(StorageError):
        store.backup(tmp_path / "taken")
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix not in (".db-wal", ".db-shm")) == [
        "llmquiz.db",
        "taken",
    ]


def test_states_of_which_a_text_cannot_be_read_are_told_and_mended(store: Store) -> None:
    store.append([review()], [state()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript("UPDATE states SET recent_forms = cast(x'ff' AS TEXT)")
    assert (CARD,) == store.unlike([state()])
    store.replace_states([state()])
    assert ((), {CARD: state()}) == (store.unlike([state()]), store.states())
