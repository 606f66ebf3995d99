"""What commands print: data as JSON on stdout, one object a line; problems and the story on stderr."""

import json
import sys
from collections.abc import Iterable
from typing import Any

import click

from llmquiz.core.problems import Problem, Severity
from llmquiz.files.rendering import short
from llmquiz.tui.speech import _

_as_json = json.JSONEncoder(ensure_ascii=False).encode
"""Kept: `json.dumps` makes an encoder for each of a hundred thousand lines."""


def json_line(value: Any) -> None:
    """Print one value on one line, as it is: Chinese stays Chinese."""
    sys.stdout.write(_as_json(value) + "\n")


def story(text: str) -> None:
    """Say something that is no data."""
    click.echo(text, err=True)


def problem_data(problem: Problem) -> dict[str, Any]:
    """A problem for JSON."""
    place = problem.place
    return {"path": place.path, "line": place.line, "column": place.column} | {
        "code": problem.code,
        "message": problem.says.told(_),
        "hint": problem.advises.told(_),
        "severity": problem.severity.value,
    }


def tell_problems(problems: Iterable[Problem]) -> bool:
    """Tell problems beside the data; whether there is an error among them."""
    told = tuple(problems)
    for problem in told:
        story(short(problem, _))
    return any(problem.severity is Severity.ERROR for problem in told)


def misuse(*says: str, ctx: click.Context | None = None) -> click.UsageError:
    """Wrong usage, in these sentences; empty ones are left out."""
    from llmquiz.tui.wording import sentences  # for a mistake alone

    return click.UsageError(sentences(*says), ctx)


def no_language(lang: str, known: Iterable[str]) -> str:
    """There is none of this name, but others."""
    return _("There is no language `{lang}`; there are {known}.").format(lang=lang, known=", ".join(known))


class Preparing:
    """One line on a terminal's stderr while questions are prepared, which takes seconds; gone when they are."""

    def __init__(self) -> None:
        self._line = _("Preparing the questions, this once … {percent} %")
        self._told = ""

    def advance(self, share: float) -> None:
        """Say how far it has come, where somebody is watching and something has changed."""
        line = self._line.format(percent=int(share * 100)) if share < 1 else ""
        if sys.stderr is not None and sys.stderr.isatty() and line != self._told:
            sys.stderr.write(f"\r{line:{len(self._told)}}\r{line}")
            sys.stderr.flush()
            self._told = line
