"""`llmquiz doctor`: where everything lies, whether the learner's file is whole, whether its states equal the log."""

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from llmquiz import __version__
from llmquiz.cli.exits import Code, LeaveError
from llmquiz.cli.output import counted
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.problems import Problem
from llmquiz.files.loading import load
from llmquiz.files.rendering import short
from llmquiz.library.bank_files import bank_files
from llmquiz.storage.errors import StorageError

if TYPE_CHECKING:  # brings SQLAlchemy and the scheduler
    from llmquiz.files.settings import Settings
    from llmquiz.trainer.doctor import Diagnosis

_LIBRARIES = ("textual", "sqlalchemy", "fsrs", "pydantic", "pyyaml", "click")
_SHOWN = 5
"""How many of the wrong cards are named."""


@click.command("doctor", short_help="Examine your file, and repair what is derived.")
@click.option("--repair", is_flag=True, help="Rebuild what is derived from the log.")
@click.pass_context
def command(ctx: click.Context, repair: bool) -> None:
    """Examine your file: is it whole, and does it hold what the log says?"""
    surroundings = ctx.find_object(Surroundings) or Surroundings()
    _tell_places(surroundings)
    well = _settings_are_well(surroundings) & _banks_are_there(surroundings)
    if not surroundings.database.exists():
        click.echo("Nothing was studied yet, so there is nothing to examine.")
    else:
        well &= _examine(surroundings, repair=repair)
    ctx.exit(Code.FINE if well else Code.FOUND)


def _tell_places(surroundings: Surroundings) -> None:
    home = surroundings.home
    places = {
        "home": home.root,
        "database": surroundings.database,
        "settings": home.config,
        "your banks": home.banks,
        "index": home.index,
        "questions": surroundings.questions,
    }
    for name, path in places.items():
        click.echo(f"{name + ':':12}{path}{'' if path.exists() else '  (not there yet)'}")
    libraries = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    click.echo(f"{'versions:':12}llmquiz {__version__}, {python}, {libraries}\n")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _banks_are_there(surroundings: Surroundings) -> bool:
    """Whether every bank can be read; what is wrong inside of one, `llmquiz check` tells."""
    loaded = [load(path, str(path)) for path in bank_files(surroundings.home.banks)]
    problems = [problem for problem in loaded if isinstance(problem, Problem)]
    for problem in problems:
        click.echo(short(problem))
    return not problems


def _settings_are_well(surroundings: Surroundings) -> bool:
    from llmquiz.files.settings import load_settings

    settings, problems = load_settings(surroundings.home.config)
    if settings.keys:
        problems = (*problems, *_key_problems(surroundings.home.config, settings))
    for problem in problems:
        click.echo(short(problem))
    return not problems


def _key_problems(config: Path, settings: "Settings") -> tuple[Problem, ...]:
    from llmquiz.files.settings import key_place
    from llmquiz.tui import keymap

    return keymap.usable(dict(settings.keys), lambda action: key_place(config, action))[1]


def _examine(surroundings: Surroundings, *, repair: bool) -> bool:
    """Tell what is wrong with the database and what to do about it; whether nothing is left to do."""
    from llmquiz.trainer.doctor import examine

    try:
        with surroundings.store() as store:
            found = examine(store, repair=repair)
            left = examine(store) if found.repaired else found
    except StorageError as error:
        if error.code != "damaged":
            raise
        click.echo(_damaged(surroundings))
        raise LeaveError(Code.UNUSABLE) from error
    for sentence in _sentences(found, left, repair=repair):
        click.echo(sentence)
    return left.healthy


def _damaged(surroundings: Surroundings) -> str:
    path = surroundings.database
    others = sorted(other.name for other in path.parent.glob(f"{path.name}*") if other != path)
    beside = f" Beside it lie {', '.join(others)}." if others else ""
    return (
        f"The database is damaged and cannot be examined: move it away and put a backup in its place.{beside}"
        " Keep the damaged file: `sqlite3 llmquiz.db .recover` may still save its log."
    )


def _sentences(found: "Diagnosis", left: "Diagnosis", *, repair: bool) -> list[str]:
    """What was found, what was repaired, and what is left to do."""
    seen = f"{counted(found.events, 'event')} about {counted(found.cards, 'card')}"
    if found.healthy and not found.repaired:
        return [f"The file is whole, and its states equal a replay of the log ({seen})."]
    told = [*found.mended, *left.file]
    if found.states:
        told.append(f"{_wrong(found.states)} {'was' if found.repaired else 'is'} not what the log says ({seen}).")
    if found.repaired:
        told.append("Repaired: what is derived was made again from the log.")
    return [*told, *_advice(found, left, repair=repair)]


def _advice(found: "Diagnosis", left: "Diagnosis", *, repair: bool) -> list[str]:
    """What to do about what is left."""
    if repair:
        backup = "Copy the file to a safe place, then put a backup in its place; the log is never rewritten."
        return [backup] if left.file else []
    if found.file:
        return ["Copy the file to a safe place, then run `llmquiz doctor --repair`; the log is never rewritten."]
    return ["Run `llmquiz doctor --repair` to rebuild the states from the log; no answer is lost."]


def _wrong(states: tuple[str, ...]) -> str:
    """The first of the cards whose state is wrong."""
    more = len(states) - _SHOWN
    named = ", ".join(states[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
    return f"The state of {counted(len(states), 'card')} ({named})"
