"""Commands and options whose help is told in the language that is spoken, and click's own words with it.

Our texts stand here in English, under `N_`, and are translated when they are shown. Click asks gettext for its own, and
gettext the environment: the catalogue `click` holds them, and the environment names our language while click speaks.
"""

import gettext
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import click

from llmquiz.cli import completing
from llmquiz.core.text import is_wide
from llmquiz.files.translating import LOCALE
from llmquiz.tui.speech import _, spoken

_FILLER = "\0"
"""Follows a wide character while lines are broken: click counts characters where a terminal has columns."""

gettext.bindtextdomain("click", str(LOCALE))
gettext.textdomain("click")


@contextmanager
def clicks_words() -> Iterator[None]:
    """Let click speak our language for now; what is started later finds the environment as it was."""
    before = os.environ.copy()
    os.environ["LANGUAGE"] = spoken()
    try:
        yield
    finally:
        del os.environ["LANGUAGE"]
        os.environ.update(before)


class _Formatter(click.HelpFormatter):
    """Breaks lines of Chinese where they reach the edge."""

    def write_text(self, text: str) -> None:
        """A paragraph."""
        super().write_text(_widened(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], *rest: Any, **more: Any) -> None:
        """Names, and what is told of each."""
        super().write_dl([(name, _widened(text)) for name, text in rows], *rest, **more)

    def getvalue(self) -> str:
        """All of it."""
        return super().getvalue().replace(_FILLER, "")


class _Context(click.Context):
    formatter_class = _Formatter


class _Told:
    """A text that is kept in English, and told in the language that is spoken."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._kept = f"_{name}_in_english"

    def __set__(self, it: object, text: str | None) -> None:
        setattr(it, self._kept, text)

    def __get__(self, it: object, owner: type) -> str | None:
        text: str | None = getattr(it, self._kept)
        return text and _(text)


class Command(click.Command):
    """A command in the language that is spoken."""

    context_class = _Context
    help = _Told()
    short_help = _Told()

    def make_context(self, *rest: Any, **more: Any) -> click.Context:
        """Read what was typed: here help is printed, and wrong usage found."""
        with clicks_words():
            return super().make_context(*rest, **more)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click keeps it in the language of its first use."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option


class Option(click.Option):
    """An option in the language that is spoken."""

    help = _Told()


command = partial(click.command, cls=Command)
option = partial(click.option, cls=Option)
language_option = partial(option, "--lang", metavar="LANG", default="", shell_complete=completing.languages)


def _widened(text: str) -> str:
    return "".join(char + _FILLER * is_wide(char) for char in text)
