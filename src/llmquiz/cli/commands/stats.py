"""`llmquiz stats`: how it goes, as text for people, JSON for scripts, or one HTML file to share."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from llmquiz.cli import speaking
from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.tui.speech import _

if TYPE_CHECKING:  # brings SQLAlchemy
    from llmquiz.trainer.trainer import Trainer

_COLUMNS = 78


@speaking.command(
    "stats",
    short_help=N_("Tell how it goes: streak, forecast, retention, mastery."),
    help=N_("Tell how it goes."),
)
@speaking.option("--json", "as_json", is_flag=True, help=N_("Everything as one JSON object."))
@speaking.option(
    "--html",
    "file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=N_("Write a report with pictures to FILE, to share."),
)
@click.pass_obj
def command(surroundings: Surroundings, as_json: bool, file: Path | None) -> None:
    """As text, as JSON, as HTML."""
    from llmquiz.tui.speech import speak

    with surroundings.trainer() as trainer:
        speak(trainer.lang)
        if file is not None:
            _write(trainer, file)
        if as_json:
            from llmquiz.cli.report.data import stats_data

            json_line(stats_data(trainer.overview(), trainer.record()))
        elif file is None:
            _tell(trainer)


def _write(trainer: "Trainer", file: Path) -> None:
    from llmquiz.cli.report.page import page
    from llmquiz.files.writing import write_atomically

    write_atomically(file, page(trainer.overview(), trainer.record(), trainer.lang))
    story(_("Written: {file}").format(file=file))


def _tell(trainer: "Trainer") -> None:
    """The sections of the app, as plain text."""
    from llmquiz.tui import figures, plots
    from llmquiz.tui.content import wrapped

    overview = trainer.overview()
    if not overview.total:
        click.echo(figures.empty())
        return
    record = trainer.record()
    for section in (*plots.known_at_once(overview), *plots.replayed(record, overview.day)):
        drawn = section.draws(_COLUMNS).plain.split("\n") if section.draws else []
        words, note = (wrapped(text, _COLUMNS) if text else () for text in (section.says, section.note))
        click.echo("\n".join(line.rstrip() for line in (section.title, *words, *drawn, *note)) + "\n")
