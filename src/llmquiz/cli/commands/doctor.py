"""`llmquiz doctor`: where everything lies, whether the learner's file is whole, whether its states equal the log."""

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import click

from llmquiz import __version__
from llmquiz.cli import speaking
from llmquiz.cli.exits import Code, LeaveError
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.problems import Problem
from llmquiz.core.text import width
from llmquiz.core.wordings import worded
from llmquiz.files.loading import load
from llmquiz.files.rendering import short
from llmquiz.library.bank_files import bank_files
from llmquiz.storage.connecting import is_there
from llmquiz.storage.errors import StorageError
from llmquiz.tui.speech import N_, _, ngettext
from llmquiz.tui.wording import sentences

if TYPE_CHECKING:  # brings SQLAlchemy and the scheduler
    from llmquiz.trainer.doctor import Diagnosis

_LIBRARIES = ("textual", "sqlalchemy", "fsrs", "pydantic", "pyyaml", "click")
_IS_WRONG = N_("{states} is not what the log says ({seen}).")
_WAS_WRONG = N_("{states} was not what the log says ({seen}).")
_LABELS = 12
"""Columns in which it is said what lies somewhere."""
_SHOWN = 5
"""How many of the wrong cards are named."""


@speaking.command(
    "doctor",
    short_help=N_("Examine your file, and repair what is derived."),
    help=N_("Examine your file: is it whole, and does it hold what the log says?"),
)
@speaking.option("--repair", is_flag=True, help=N_("Rebuild what is derived from the log."))
@click.pass_context
def command(ctx: click.Context, repair: bool) -> None:
    """Where things lie, then what is wrong with them."""
    surroundings = ctx.find_object(Surroundings) or Surroundings()
    _tell_places(surroundings)
    well = _settings_are_well(surroundings) & _banks_are_there(surroundings)
    if not is_there(surroundings.database):
        click.echo(_("Nothing was studied yet, so there is nothing to examine."))
    else:
        well &= _examine(surroundings, repair=repair)
    ctx.exit(Code.FINE if well else Code.FOUND)


def _tell_places(surroundings: Surroundings) -> None:
    home = surroundings.home
    places = {
        _("home"): home.root,
        _("database"): surroundings.database,
        _("settings"): home.config,
        _("your banks"): home.banks,
        _("index"): home.index,
        _("questions"): surroundings.questions,
    }
    missing = _("  (not there yet)")
    for name, path in places.items():
        click.echo(f"{_label(name)}{path}{'' if path.exists() else missing}")
    libraries = ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    versions = _("versions")
    click.echo(f"{_label(versions)}llmquiz {__version__}, {python}, {libraries}\n")


def _label(name: str) -> str:
    """What stands before a place, as wide as all of them."""
    return f"{name}:{' ' * (_LABELS - width(name) - 1)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _("missing")


def _banks_are_there(surroundings: Surroundings) -> bool:
    """Whether every bank can be read; what is wrong inside of one, `llmquiz check` tells."""
    loaded = [load(path, str(path)) for path in bank_files(surroundings.home.banks)]
    problems = [problem for problem in loaded if isinstance(problem, Problem)]
    for problem in problems:
        click.echo(short(problem, _))
    return not problems


def _settings_are_well(surroundings: Surroundings) -> bool:
    from llmquiz.cli.configuring import usable
    from llmquiz.files.settings import load_settings

    settings, problems = load_settings(surroundings.home.config)
    problems = (*problems, *usable(surroundings, settings)[1])
    for problem in problems:
        click.echo(short(problem, _))
    return not problems


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
    others = tuple(sorted(other.name for other in path.parent.glob(f"{path.name}*") if other != path))
    damaged = _("The database is damaged and cannot be examined: move it away and put a backup in its place.")
    beside = worded("Beside it lie {files}.", files=others).told(_) if others else ""
    keep = _("Keep the damaged file: `sqlite3 llmquiz.db .recover` may still save its log.")
    return sentences(damaged, beside, keep)


def _sentences(found: "Diagnosis", left: "Diagnosis", *, repair: bool) -> list[str]:
    """What was found, what was repaired, and what is left to do."""
    seen = _("{events} about {cards}").format(
        events=ngettext("{n:,} event", "{n:,} events", found.events),
        cards=ngettext("{n:,} card", "{n:,} cards", found.cards),
    )
    if found.healthy and not found.repaired:
        return [_("The file is whole, and its states equal a replay of the log ({seen}).").format(seen=seen)]
    told = [wording.told(_) for wording in (*found.mended, *left.file)]
    if found.states:
        template = _WAS_WRONG if found.repaired else _IS_WRONG
        told.append(_(template).format(states=_wrong(found.states), seen=seen))
    if found.repaired:
        told.append(_("Repaired: what is derived was made again from the log."))
    return [*told, *_advice(found, left, repair=repair)]


def _advice(found: "Diagnosis", left: "Diagnosis", *, repair: bool) -> list[str]:
    """What to do about what is left."""
    if repair:
        backup = _("Copy the file to a safe place, then put a backup in its place; the log is never rewritten.")
        return [backup] if left.file else []
    if found.file:
        return [_("Copy the file to a safe place, then run `llmquiz doctor --repair`; the log is never rewritten.")]
    return [_("Run `llmquiz doctor --repair` to rebuild the states from the log; no answer is lost.")]


def _wrong(states: tuple[str, ...]) -> str:
    """The first of the cards whose state is wrong."""
    more = len(states) - _SHOWN
    named = worded("{names}", names=states[:_SHOWN]).told(_)
    if more > 0:
        named = _("{names} and {more} more").format(names=named, more=more)
    cards = ngettext("{n:,} card", "{n:,} cards", len(states))
    return _("The state of {cards} ({names})").format(cards=cards, names=named)
