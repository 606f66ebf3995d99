"""The home folder: paths, the device's id, atomic writes."""

import os
import re
from pathlib import Path

import pytest

from llmquiz.files.device import device_id
from llmquiz.files.paths import Home, home, profile_problem, questions_root
from llmquiz.files.writing import write_atomically


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


def test_a_home_of_nobody_is_an_error_with_its_name() -> None:
    with pytest.raises(OSError, match="no such home") as raised:
        home({"LLMQUIZ_HOME": "~nosuchuser/x"})
    assert "~nosuchuser/x" == raised.value.filename


@pytest.mark.parametrize("name", ["", "..", "a/b", "A", "a b", "é", "-a", "a" * 101])
def test_a_profile_is_a_slug_and_never_a_path(name: str) -> None:
    problem = profile_problem(name)

    assert problem is not None
    assert problem.code == "profile-name"
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
