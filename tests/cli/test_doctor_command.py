"""`llmquiz doctor`: what it finds, what it says, what it repairs."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]


@pytest.fixture
def studied(llmquiz: Llmquiz, surroundings: Surroundings, lived: Callable[..., None]) -> Path:
    """A database with a few answers."""
    study = ("study", "--plain", "--topic", "garden")
    lived("doctor", surroundings.home, lambda: llmquiz(*study, typed="green\n\n:d\n\n:d\n"))
    return surroundings.database


def change(path: Path, statement: str) -> None:
    """Change a database behind llmquiz's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.usefixtures("not_begun")
def test_it_tells_where_everything_lies_and_which_versions(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    shown = llmquiz("doctor")
    assert 0 == shown.exit_code
    places = (surroundings.home.root, surroundings.home.banks, surroundings.home.index, surroundings.questions)
    assert [] == [place for place in places if f" {place}\n" not in shown.stdout]
    assert f"database:   {surroundings.database}  (not there yet)\n" in shown.stdout
    assert f"SQLite {sqlite3.sqlite_version}, textual " in shown.stdout
    assert shown.stdout.endswith("Nothing was studied yet, so there is nothing to examine.\n")
    assert not surroundings.database.exists()


def test_banks_that_cannot_be_read_are_named(
    llmquiz: Llmquiz, surroundings: Surroundings, locked: Callable[[Path], None]
) -> None:
    banks = surroundings.home.banks
    (banks / "week.yaml").mkdir()
    shown = llmquiz("doctor")
    assert (1, True) == (shown.exit_code, f"{banks / 'week.yaml'}:0:0: is-a-folder: " in shown.stdout)
    locked(banks)
    shown = llmquiz("doctor")
    assert (1, True) == (shown.exit_code, f"{banks}:0:0: unreadable: The folder may not be read." in shown.stdout)


def test_a_healthy_file_is_called_whole(llmquiz: Llmquiz, studied: Path) -> None:
    shown = llmquiz("doctor")
    assert (0, "") == (shown.exit_code, shown.stderr)
    sentence = "The file is whole, and its states equal a replay of the log (4 events about 3 cards)."
    assert sentence == shown.stdout.splitlines()[-1]


def test_a_wrong_state_is_found_and_repaired(llmquiz: Llmquiz, studied: Path) -> None:
    change(studied, "UPDATE states SET lapses = 7 WHERE card = 'bank:garden/green'")
    found = llmquiz("doctor")
    assert 1 == found.exit_code
    assert "The state of 1 card (bank:garden/green) is not what the log says" in found.stdout
    assert "Run `llmquiz doctor --repair`" in found.stdout
    repaired = llmquiz("doctor", "--repair")
    assert (0, True) == (
        repaired.exit_code,
        "Repaired: what is derived was made again from the log.\n" in repaired.stdout,
    )
    assert 0 == llmquiz("doctor").exit_code


def test_counts_are_repaired_with_the_states(llmquiz: Llmquiz, studied: Path) -> None:
    change(studied, "UPDATE states SET lapses = 7")
    change(studied, "UPDATE due_by_day SET cards = 99")
    assert "The counts of due cards do not equal a recount.\n" in llmquiz("doctor").stdout
    assert 0 == llmquiz("doctor", "--repair").exit_code
    assert (0, False) == (llmquiz("doctor").exit_code, "a recount" in llmquiz("doctor").stdout)


@pytest.mark.parametrize("kind", ["trigger", "index"])
def test_what_was_lost_is_told_and_made_again(llmquiz: Llmquiz, studied: Path, kind: str) -> None:
    with closing(sqlite3.connect(studied)) as connection:
        statement = "SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL LIMIT 1"
        (name,) = connection.execute(statement, [kind]).fetchone()
    change(studied, f"DROP {kind} {name}")
    found = llmquiz("doctor")
    assert (1, True) == (found.exit_code, f"The {kind} {name} is missing.\n" in found.stdout)
    assert "then run `llmquiz doctor --repair`" in found.stdout
    repaired = llmquiz("doctor", "--repair")
    told = f"The {kind} {name} is missing.\nRepaired: what is derived was made again from the log.\n"
    assert (0, True) == (repaired.exit_code, repaired.stdout.endswith(told))
    assert 0 == llmquiz("doctor").exit_code


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE states SET phase = 'weird'",
        "UPDATE states SET recent_forms = 'xx'",
        "DROP TABLE states",
        "DROP TABLE due_by_day",
    ],
)
def test_damage_to_what_is_derived_is_told_and_repaired(llmquiz: Llmquiz, studied: Path, statement: str) -> None:
    change(studied, statement)
    found = llmquiz("doctor")
    assert (1, True) == (found.exit_code, "llmquiz doctor --repair" in found.stdout)
    assert [0, 0] == [llmquiz("doctor", "--repair").exit_code, llmquiz("doctor").exit_code]
    assert 0 == llmquiz("study", "--plain", typed=":q\n").exit_code


def test_what_no_repair_can_mend_sends_to_a_backup(llmquiz: Llmquiz, studied: Path) -> None:
    change(studied, "CREATE TABLE extra (x)")
    shown = llmquiz("doctor", "--repair")
    assert (1, False) == (shown.exit_code, "Repaired" in shown.stdout)
    assert "The table extra is not as llmquiz made it.\n" in shown.stdout
    assert "put a backup in its place" in shown.stdout


@pytest.mark.parametrize("statement", ["DROP TABLE events", "DELETE FROM migrations"])
def test_a_file_without_its_log_is_told_what_to_do_about(llmquiz: Llmquiz, studied: Path, statement: str) -> None:
    change(studied, statement)
    shown = llmquiz("doctor", "--repair")
    assert 3 == shown.exit_code
    assert "move it away and put a backup in its place" in shown.stdout


def test_an_event_of_a_newer_program_is_refused(llmquiz: Llmquiz, studied: Path) -> None:
    change(studied, "DROP TRIGGER events_never_changed")
    change(studied, "UPDATE events SET kind = 'from-the-future'")
    shown = llmquiz("doctor")
    assert (3, True) == (shown.exit_code, "was written by a newer llmquiz" in shown.stderr)


def test_a_damaged_file_is_told_what_to_do_about(llmquiz: Llmquiz, studied: Path) -> None:
    data = bytearray(studied.read_bytes())
    data[4096 : 4096 * 3] = b"\x5a" * 8192
    studied.write_bytes(data)
    for beside in studied.parent.glob("*-wal"):
        beside.unlink()
    shown = llmquiz("doctor")
    assert 3 == shown.exit_code
    assert "move it away and put a backup in its place" in shown.stdout


def test_wrong_settings_are_told(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text("retention = 2\n", encoding="utf-8")
    shown = llmquiz("doctor")
    assert (1, True) == (shown.exit_code, "config.toml:1:1: out-of-range: `retention`" in shown.stdout)


def test_topics_languages_and_themes_that_there_are_not_are_told(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    text = 'topics_off = ["gardne"]\nlang = "de"\ntheme = "drak"\n'
    surroundings.home.config.write_text(text, encoding="utf-8")
    told = llmquiz("doctor")
    assert 1 == told.exit_code
    assert "config.toml:1:1: not-one-of: `topics_off`: There is no `gardne` to choose.\n    help: Did" in told.stdout
    assert "config.toml:2:1: not-one-of: `lang`: There is no `de` to choose." in told.stdout
    assert "config.toml:3:1: not-one-of: `theme`: There is no `drak` to choose.\n    help: Did" in told.stdout


def test_keys_that_cannot_be_used_are_told_with_their_line(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text('[keys]\n"home.explore" = "t"\n', encoding="utf-8")
    told = llmquiz("doctor")
    assert 1 == told.exit_code
    assert "config.toml:2:1: key-taken: `t` is the key of `home.stats` there." in told.stdout


def test_what_is_found_is_told_in_chinese_as_well(llmquiz: Llmquiz, studied: Path, surroundings: Surroundings) -> None:
    (surroundings.home.banks / "week.yaml").mkdir()
    change(studied, "DROP INDEX events_by_day")
    change(studied, "UPDATE states SET lapses = 7")
    told = llmquiz("--lang", "zh", "doctor").stdout
    assert f"数据库:     {studied}\n" in told
    assert "week.yaml:0:0: is-a-folder: 这是文件夹，不是文件。\n" in told
    assert "缺少索引 events_by_day。\n" in told
    assert "、bank:garden/tall）的状态与记录不符（4 个事件，涉及 3 张卡片）。\n" in told
    assert "请先把文件复制到安全的地方，再运行 `llmquiz doctor --repair`；记录本身绝不会被改写。\n" in told
    assert "已修复：由记录推出的内容已重新生成。\n" in llmquiz("--lang", "zh", "doctor", "--repair").stdout


def test_a_file_that_cannot_be_used_is_told_in_chinese_as_well(llmquiz: Llmquiz, studied: Path) -> None:
    studied.write_text("no database", encoding="utf-8")
    assert f"{studied} 不是 llmquiz 的数据库：请移走它，或用备份替换它。\n" == llmquiz("--lang", "zh", "log").stderr
