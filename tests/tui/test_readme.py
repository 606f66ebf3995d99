"""What the README says of keys and commands is what the program has."""

from pathlib import Path

from llmquiz.cli.commands import COMMANDS
from llmquiz.tui.keyboard import markdown_table

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readmes_table_of_keys_is_the_programs() -> None:
    table = README.partition("<!-- keys: begin")[2].partition("<!-- keys: end -->")[0]
    shown = [line for line in table.splitlines() if line.startswith("|")]
    assert markdown_table().strip().splitlines() == shown


def test_every_command_that_the_readme_names_exists() -> None:
    named = {word for line in README.splitlines() for word in _commands(line)}
    assert named
    assert set() == named - set(COMMANDS)


def _commands(line: str) -> list[str]:
    """The words behind `llmquiz` inside backquotes."""
    spans = line.split("`")[1::2]
    parts = [span.split() for span in spans if span.startswith("llmquiz ")]
    return [words[1] for words in parts if not words[1].startswith("-") and "." not in words[1]]
