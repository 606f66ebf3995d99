"""Editors: which one, and how each is told a line."""

from pathlib import Path

import pytest

from llmquiz.files.editing import edit_command, editor_in, takes_line
from tables import every_row

FILE = Path("/q/openai.yaml")


@pytest.mark.parametrize(
    ("environment", "editor"),
    [
        ({}, []),
        ({"EDITOR": " "}, []),
        ({"EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "vi", "VISUAL": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": "'/my tools/vi' -n"}, ["/my tools/vi", "-n"]),
        ({"EDITOR": "vi '"}, ["vi '"]),
    ],
)
def test_visual_comes_before_editor_and_both_may_have_arguments(environment, editor):
    assert editor == editor_in(environment)


@every_row(
    ("editor", "arguments"),
    [
        ("vi", ["+31", "/q/openai.yaml"]),
        ("/usr/bin/nvim", ["+31", "/q/openai.yaml"]),
        ("nano", ["+31", "/q/openai.yaml"]),
        ("emacs", ["+31", "/q/openai.yaml"]),
        ("hx", ["/q/openai.yaml:31"]),
        ("code", ["--goto", "/q/openai.yaml:31"]),
        ("Code.exe", ["--goto", "/q/openai.yaml:31"]),
        ("notepad", ["/q/openai.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor, arguments):
    assert [editor, *arguments] == edit_command([editor], FILE, 31)
    assert takes_line([editor]) == any("31" in argument for argument in arguments)
