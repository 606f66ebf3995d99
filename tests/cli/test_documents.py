"""What README and documents say of commands, options and exit codes is what the program has, and all of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from llmquiz.cli.commands import COMMANDS
from llmquiz.cli.exits import MEANINGS
from llmquiz.cli.program import program
from tables import every_row

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
NAMING = ("README.md", "docs/banks.md", "docs/commands.md", "docs/knowledge.md", "docs/searching.md")
"""The documents that name commands."""
SPAN = re.compile(r"`([^`\n]+)`")
OPTION = re.compile(r"--\w[\w-]*")


def commands() -> dict[str, click.Command]:
    """Every command of the registry, imported."""
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def shown_as(parameter: click.Parameter) -> str:
    """A parameter as the document writes it."""
    return parameter.opts[0] if isinstance(parameter, click.Option) else (parameter.metavar or "").strip("[].")


@every_row("name", COMMANDS)
def test_every_command_and_option_is_in_the_document(name: str) -> None:
    assert f"\n## `llmquiz {name}" in DOCUMENT
    section = DOCUMENT.partition(f"\n## `llmquiz {name}")[2].partition("\n## ")[0]
    assert [] == [shown_as(parameter) for parameter in commands()[name].params if shown_as(parameter) not in section]


def test_global_options_and_exit_codes_are_in_the_document() -> None:
    options = [option for parameter in program.params for option in parameter.opts]
    assert [] == [option for option in options if f"`{option}" not in DOCUMENT]
    assert [] == [code for code, meaning in MEANINGS.items() if f"| {int(code)} | {meaning} |" not in DOCUMENT]


@every_row("name", NAMING)
def test_every_command_and_option_that_a_document_names_exists(name: str) -> None:
    named = [each for section in _sections(name) for each in _named(section)]
    assert named
    assert set() == {command for command, _options in named} - {"", *COMMANDS}
    assert [] == [(of, option) for of, options in named for option in options if option not in _known(of)]


def _sections(name: str) -> list[str]:
    return re.split(r"^## ", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)


def _named(section: str) -> Iterator[tuple[str, list[str]]]:
    """Each command that a section names, with the options behind it.

    Options that stand alone belong to the command that the section is about, else to the one named before them.
    """
    about = section.startswith("`llmquiz ")
    last = ""
    for span in SPAN.findall(section):
        first, *_rest = span.removeprefix("llmquiz ").split()
        if OPTION.fullmatch(first):
            yield last, OPTION.findall(span)
        elif first in COMMANDS or (span.startswith("llmquiz ") and not first.isupper()):
            yield first, OPTION.findall(span)
            last = last if about and last else first


def _known(command: str) -> set[str]:
    """The options that can be given to a command, and those that stand before every one."""
    givers = [program, commands()[command]] if command else [program]
    context = click.Context(program)
    return {option for giver in givers for parameter in giver.get_params(context) for option in parameter.opts}
