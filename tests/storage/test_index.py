"""The index knows which files changed, reads no others, and is never in the way."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from llmquiz.storage.index import Index, Stored

V1 = "knowledge 1"
HOUR = 3600 * 10**9


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A file of knowledge."""
    path = tmp_path / "sheet.yaml"
    path.write_text("a: 1\n")
    return path


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index.db") as opened:
        yield opened


def compile_if_need_be(index: Index, path: Path, compiler: str = V1) -> str:
    """What the library does: ask, else compile and keep. Says which of them it was."""
    stored = index.document(path, compiler)
    if stored is not None:
        return f"kept {stored.body}"
    body = path.read_text().strip()
    index.keep(path, compiler, body, "[]")
    return f"made {body}"


def touch(path: Path) -> None:
    """Give the file another time."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + HOUR))


def test_a_file_is_compiled_once_also_across_restarts(tmp_path: Path, sheet: Path) -> None:
    with Index.open(tmp_path / "index.db") as index:
        assert [compile_if_need_be(index, sheet) for _ in range(2)] == ["made a: 1", "kept a: 1"]
    with Index.open(tmp_path / "index.db") as index:
        assert (compile_if_need_be(index, sheet), index.opened) == ("kept a: 1", 0)


def test_start_up_opens_only_the_files_that_changed(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.yaml" for name in "abcde"]
    for path in files:
        path.write_text(f"{path.stem}: 1")
    with Index.open(tmp_path / "index.db") as index:
        assert len([compile_if_need_be(index, path) for path in files]) == 5
        assert index.opened == 5
    files[2].write_text("c: changed")
    with Index.open(tmp_path / "index.db") as index:
        expected = ["kept a: 1", "kept b: 1", "made c: changed", "kept d: 1", "kept e: 1"]
        assert (expected, 1) == ([compile_if_need_be(index, path) for path in files], index.opened)


def test_a_touched_file_is_read_once_and_not_compiled_again(tmp_path: Path, index: Index, sheet: Path) -> None:
    compile_if_need_be(index, sheet)
    touch(sheet)
    assert (compile_if_need_be(index, sheet), index.opened) == ("kept a: 1", 2)
    index.close()
    with Index.open(tmp_path / "index.db") as again:
        assert (compile_if_need_be(again, sheet), again.opened) == ("kept a: 1", 0)


def test_a_changed_file_of_the_same_size_is_noticed_by_its_time(index: Index, sheet: Path) -> None:
    compile_if_need_be(index, sheet)
    sheet.write_text("a: 2\n")
    touch(sheet)
    assert compile_if_need_be(index, sheet) == "made a: 2"


def test_another_version_of_the_compiler_compiles_again(index: Index, sheet: Path) -> None:
    compile_if_need_be(index, sheet)
    assert [compile_if_need_be(index, sheet, "knowledge 2") for _ in range(2)] == ["made a: 1", "kept a: 1"]


def test_a_file_that_changes_while_it_is_compiled_is_compiled_again(index: Index, sheet: Path) -> None:
    assert index.document(sheet, V1) is None
    sheet.write_text("a: 1, changed by an editor\n")
    index.keep(sheet, V1, "a: 1", "[]")
    assert compile_if_need_be(index, sheet) == "made a: 1, changed by an editor"


def test_the_digest_is_that_of_the_bytes(index: Index, sheet: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.yaml"
    twin.write_bytes(sheet.read_bytes())
    for path in (sheet, twin):
        compile_if_need_be(index, path)
    stored = index.document(sheet, V1)
    assert stored is not None
    assert Stored("a: 1", "[]", stored.digest) == stored == index.document(twin, V1)
    assert stored.digest == index.fresh(sheet, V1)


@pytest.mark.parametrize("name", ["a-folder.yaml", "missing.yaml"])
def test_what_is_no_file_is_neither_known_nor_kept(index: Index, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-folder.yaml").mkdir()
    index.keep(tmp_path / name, V1, "body", "[]")
    assert (index.document(tmp_path / name, V1), index.fresh(tmp_path / name, V1), index.opened) == (None, None, 0)


def test_a_file_that_went_away_is_not_fresh(index: Index, sheet: Path) -> None:
    compile_if_need_be(index, sheet)
    sheet.unlink()
    assert index.document(sheet, V1) is None


def test_files_that_are_gone_are_forgotten(index: Index, sheet: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("b: 1")
    for path in (sheet, other):
        compile_if_need_be(index, path)
    index.forget_others([other])
    assert [compile_if_need_be(index, path) for path in (sheet, other)] == ["made a: 1", "kept b: 1"]


def test_what_was_compiled_of_many_files_is_kept_under_its_key_alone(index: Index) -> None:
    index.keep_compiled("cards", "k1", "old")
    index.keep_compiled("cards", "k2", "new")
    index.keep_compiled("topics", "k2", "else")
    assert [index.compiled(name, key) for name, key in (("cards", "k1"), ("cards", "k2"), ("topics", "k2"))] == [
        None,
        "new",
        "else",
    ]


def garbage(path: Path) -> None:
    path.write_text("garbage " * 1000)


def damaged(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (path.stat().st_size - 100))


def of_a_newer_layout(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE theirs (x)")


@pytest.mark.parametrize("spoil", [garbage, damaged, of_a_newer_layout, of_another_program])
def test_an_index_of_no_use_is_made_anew_in_silence(tmp_path: Path, sheet: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "index.db"
    with Index.open(path) as index:
        compile_if_need_be(index, sheet)
    spoil(path)
    with Index.open(path) as index:
        assert compile_if_need_be(index, sheet) == "made a: 1"
    with Index.open(path) as index:
        assert compile_if_need_be(index, sheet) == "kept a: 1"


def test_damage_that_is_met_later_is_mended_in_silence_too(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    with Index.open(path) as index:
        index.keep_compiled("cards", "k", "x" * 100_000)
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xff" * 4096 * 8)
    with Index.open(path) as index:
        assert index.compiled("cards", "k") is None
        index.keep_compiled("cards", "k", "anew")
        assert index.compiled("cards", "k") == "anew"
    with Index.open(path) as index:
        assert index.compiled("cards", "k") == "anew"


@pytest.mark.parametrize("body", ["'other'", "cast(x'ff' AS TEXT)", "'[]'", "body || ' '"])
def test_what_is_not_as_it_was_kept_is_made_anew_in_silence(tmp_path: Path, sheet: Path, body: str) -> None:
    path = tmp_path / "index.db"
    with Index.open(path) as index:
        compile_if_need_be(index, sheet)
        index.keep_compiled("cards", "k", "{}")
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(f"UPDATE blobs SET body = {body}; UPDATE documents SET body = {body}")
    with Index.open(path) as index:
        assert index.compiled("cards", "k") is None
        assert [compile_if_need_be(index, sheet) for _ in range(2)] == ["made a: 1", "kept a: 1"]
    with Index.open(path) as index:
        assert compile_if_need_be(index, sheet) == "kept a: 1"


def test_where_nothing_can_be_written_the_index_lasts_as_long_as_the_program(tmp_path: Path, sheet: Path) -> None:
    (tmp_path / "a-file").touch()
    with Index.open(tmp_path / "a-file" / "index.db") as index:
        assert [compile_if_need_be(index, sheet) for _ in range(2)] == ["made a: 1", "kept a: 1"]


def test_an_index_that_another_program_writes_to_is_read_and_not_waited_for(tmp_path: Path, sheet: Path) -> None:
    path = tmp_path / "index.db"
    Index.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Index.open(path, patience=0.0) as index:
            assert [compile_if_need_be(index, sheet) for _ in range(2)] == ["made a: 1", "made a: 1"]


def test_two_programs_share_an_index(tmp_path: Path, sheet: Path) -> None:
    path = tmp_path / "index.db"
    with Index.open(path) as one, Index.open(path) as other:
        compile_if_need_be(one, sheet)
        assert compile_if_need_be(other, sheet, "knowledge 2") == "made a: 1"
        assert [compile_if_need_be(one, sheet) for _ in range(2)] == ["made a: 1", "kept a: 1"]
