"""`llmquiz check`: every problem of banks and knowledge files, with its place, its code and a hint."""

import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from llmquiz.cli import speaking
from llmquiz.cli.exits import Code
from llmquiz.cli.output import json_line, problem_data, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.core.problems import Problem
from llmquiz.files.rendering import render, short, source_lines
from llmquiz.tui.speech import _, ngettext

if TYPE_CHECKING:  # brings YAML
    from llmquiz.cli.checking import Findings


@speaking.command(
    "check",
    short_help=N_("Tell every problem in banks and knowledge."),
    help=N_("Check banks, folders of banks and knowledge folders; tell every problem by line and column."),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@speaking.option(
    "--long", "at_length", is_flag=True, help=N_("With source line and caret; so by default on a terminal.")
)
@speaking.option("--json", "as_json", is_flag=True, help=N_("One JSON object a problem."))
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], at_length: bool, as_json: bool) -> None:
    """All of them first, the counts last, on stderr."""
    from llmquiz.cli.checking import findings_at

    surroundings = ctx.find_object(Surroundings) or Surroundings()
    found = findings_at(paths, surroundings.today, surroundings.questions)
    if as_json:
        for problem in found.problems:
            json_line(problem_data(problem))
    else:
        _tell(found.problems, at_length=at_length or sys.stdout.isatty())
    story(_counts(found))
    ctx.exit(Code.FOUND if found.errors else Code.FINE)


def _tell(problems: Iterable[Problem], *, at_length: bool) -> None:
    lines = lru_cache(maxsize=1)(lambda path: source_lines(Path(path)))
    for problem in problems:
        click.echo(f"{render(problem, lines(problem.place.path), _)}\n" if at_length else short(problem, _))


def _counts(found: "Findings") -> str:
    checked = ngettext("{n:,} file checked", "{n:,} files checked", found.files)
    if not found.problems:
        return _("no problems ({checked})").format(checked=checked)
    errors = ngettext("{n:,} error", "{n:,} errors", found.errors)
    warnings = len(found.problems) - found.errors
    warned = ngettext("{n:,} warning", "{n:,} warnings", warnings)
    return _("{errors}, {warnings} ({checked})").format(errors=errors, warnings=warned, checked=checked)
