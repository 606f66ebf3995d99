"""The home folder: paths, the device's id, atomic writes."""

import os
import re
from pathlib import Path

import platformdirs
import pytest
from platformdirs import windows
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from llmquiz.files.device import device_id
from llmquiz.files.paths import Home, home, profile_problem, questions_root
from llmquiz.files.writing import write_atomically
from tables import every_row


def test_the_variable_names_the_home(tmp_path: Path) -> None:
    here = home({"LLMQUIZ_HOME": str(tmp_path)})

    assert tmp_path / "profiles" / "default" / "llmquiz.db" == here.database()
    assert tmp_path / "profiles" / "zhang-san" / "llmquiz.db" == here.database("zhang-san")
    assert [tmp_path / name for name in ("config.toml", "banks", "device", "index.db")] == [
        here.config, here.banks, here.device, here.index,
    ]  # fmt: skip
    assert not any(tmp_path.iterdir())


def test_without_the_variable_the_platform_says() -> None:
    assert home({}).root.name == "llmquiz"
    assert home({"LLMQUIZ_HOME": "relative"}).root.is_absolute()


def test_on_windows_it_lies_in_the_local_application_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", Windows)
    monkeypatch.setattr(windows, "get_win_folder", lambda name: {"CSIDL_LOCAL_APPDATA": r"C:\Users\zhang\Local"}[name])
    assert r"C:\Users\zhang\Local/llmquiz" == str(home({}).root)  # on Windows itself with a backslash


def test_on_macos_it_lies_in_application_support(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)
    monkeypatch.setenv("HOME", "/Users/zhang")
    assert "/Users/zhang/Library/Application Support/llmquiz" == str(home({}).root)


def test_on_linux_it_lies_where_xdg_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", Unix)
    monkeypatch.setenv("HOME", "/home/zhang")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert "/home/zhang/.local/share/llmquiz" == str(home({}).root)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert "/data/llmquiz" == str(home({}).root)


def test_a_home_of_nobody_is_an_error_with_its_name() -> None:
    with pytest.raises(OSError, match="no such home") as raised:
        home({"LLMQUIZ_HOME": "~nosuchuser/x"})
    assert "~nosuchuser/x" == raised.value.filename


@every_row("name", ["", "..", "a/b", "A", "a b", "é", "-a", "a" * 101])
def test_a_profile_is_a_slug_and_never_a_path(name: str) -> None:
    problem = profile_problem(name)

    assert problem is not None
    assert problem.code == "profile-name"
    assert problem.hint == "Use a-z and 0-9, joined by single -, . or _, for example anna."
    with pytest.raises(ValueError, match="profile"):
        Home(Path("/h")).database(name)


def test_the_questions_of_the_checkout_are_found() -> None:
    assert (questions_root() / "topics.yaml").is_file()
    assert profile_problem("default") is None


def test_the_device_keeps_its_id_and_heals(tmp_path: Path) -> None:
    path = tmp_path / "new" / "device"
    first = device_id(path)

    assert re.fullmatch(r"[0-9a-f]{8}", first)
    assert first == device_id(path)

    path.write_bytes(b"\xff torn")
    healed = device_id(path)
    assert re.fullmatch(r"[0-9a-f]{8}", healed)
    assert healed == device_id(path)


def test_a_copy_elsewhere_is_another_device(tmp_path: Path) -> None:
    path, copy = tmp_path / "device", tmp_path / "copy" / "device"
    first = device_id(path, "laptop")
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())

    assert first == device_id(path, "laptop")
    assert first != device_id(copy, "laptop")
    assert first != device_id(path, "desktop")


def test_a_write_replaces_the_whole_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a" / "f.txt"
    write_atomically(path, "one")
    write_atomically(path, "二\n")

    assert "二\n".encode() == path.read_bytes()
    assert os.listdir(path.parent) == ["f.txt"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.mkdir()

    with pytest.raises(OSError, match=r".+"):
        write_atomically(path, "x")

    assert os.listdir(tmp_path) == ["f"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    write_atomically(tmp_path / "link", "new")

    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "link").is_symlink()
