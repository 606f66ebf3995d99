"""Opening the app, where there is a terminal to open it in. Textual is imported here, and not before."""

import sys

import click

from llmquiz.cli.output import misuse
from llmquiz.cli.surroundings import Surroundings
from llmquiz.files.nearness import did_you_mean
from llmquiz.tui.speech import _


def open_app(
    surroundings: Surroundings,
    *,
    study: bool = False,
    explore: bool = False,
    browse: str | None = None,
    topic: str = "",
    limit: int | None = None,
    minutes: int = 0,
) -> None:
    """Open the app and stay until it is left. `study`: begin with a session, of one topic, of so many questions or
    minutes.

    `explore`: begin there; `browse`: begin with the cards that this line finds.
    """
    needs_terminal()
    with surroundings.trainer() as trainer:
        known_topic(topic, tuple(trainer.library.topics))
        from llmquiz.tui.app import run

        if study:
            run(trainer, trainer.study(topic=topic, limit=limit, minutes=minutes))
        else:
            run(trainer, explore=explore, browse=browse)


def needs_terminal() -> None:
    """Refuse to open the app where there is none."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(_("The app needs a terminal. In scripts and pipes use `llmquiz study --plain`."))


def known_topic(topic: str, topics: tuple[str, ...]) -> None:
    """Refuse a topic that there is not, with the nearest one."""
    if not topic or topic in topics:
        return
    raise misuse(
        _("There is no topic `{topic}`.").format(topic=topic),
        did_you_mean(topic, topics).told(_),
        _("The topics are {topics}.").format(topics=", ".join(topics)),
    )
