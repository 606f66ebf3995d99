"""The walkthrough of the documentation: its page is the one that its command writes, and every picture is there."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_and_its_pictures_are_those_of_the_command():
    spec = importlib.util.spec_from_file_location("make_walkthrough", DOCS / "make_walkthrough.py")
    command = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(command)
    folder = DOCS / "walkthrough"
    assert command.page() == (folder / "README.md").read_text(encoding="utf-8")
    assert {"README.md", *(command._file(name) for name, _ in command.STEPS)} == {
        each.name for each in folder.iterdir()
    }
