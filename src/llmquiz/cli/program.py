"""The program `llmquiz`: global options, the commands of the registry, exit codes; without a command, the app."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from llmquiz import __version__
from llmquiz.cli import completing, names, speaking
from llmquiz.cli.app import open_app
from llmquiz.cli.commands import COMMANDS
from llmquiz.cli.exits import MEANINGS, LeaveError, plainly
from llmquiz.cli.output import misuse, no_language
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.files.nearness import did_you_mean
from llmquiz.files.paths import DEFAULT_PROFILE, profile_problem
from llmquiz.tui.speech import _


class Program(speaking.Command, click.Group):
    """Commands are imported when they are named; whatever they meet ends in a sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The registry, in its order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `command` of the module of this name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"llmquiz.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named, else the nearest one as a hint."""
        if args[0] in COMMANDS or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        raise misuse(_("There is no command `{name}`.").format(name=args[0]), _hint(args[0]), ctx=ctx)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the global options, or print the help."""
        with _plainly():
            self._speak(args, extra.get("obj") or Surroundings())
            return super().make_context(info_name, args, parent, **extra)

    def _speak(self, args: list[str], surroundings: Surroundings) -> None:
        """Speak the language of the line, else of the settings, before anything is refused or helped with."""
        read = click.Context(self, resilient_parsing=True, ignore_unknown_options=True, allow_interspersed_args=False)
        options, _rest, _order = self.make_parser(read).parse_args(list(args))
        replace(surroundings, lang=options.get("lang") or "").speak()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; its errors become sentences."""
        with _plainly():
            return super().invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The exit codes."""
        with formatter.section(_("Exit codes")):
            formatter.write_dl([(str(int(code)), _(meaning)) for code, meaning in MEANINGS.items()])


@contextmanager
def _plainly() -> Iterator[None]:
    """`plainly`, in click's words; wrong usage is told, and left with its code."""
    try:
        with plainly():
            yield
    except click.ClickException as error:
        with speaking.clicks_words():
            error.show()
        raise click.exceptions.Exit(error.exit_code) from error
    except LeaveError as leave:
        raise click.exceptions.Exit(leave.code) from leave


def _hint(name: str) -> str:
    known = _("The commands are {names}.").format(names=", ".join(COMMANDS))
    return did_you_mean(name, COMMANDS).told(_) or known


def _good_profile(ctx: click.Context, parameter: click.Parameter, name: str) -> str:
    problem = profile_problem(name)
    if problem is not None:
        raise click.BadParameter(f"{problem.says.told(_)} {problem.advises.told(_)}", ctx, parameter)
    return name


@click.group(
    "llmquiz",
    cls=Program,
    invoke_without_command=True,
    help=N_("Quizzes you about large language models, in the terminal. Without a command it opens the app."),
)
@click.version_option(
    __version__,
    "--version",
    cls=speaking.Option,
    message="llmquiz %(version)s",
    help=N_("Tell the version."),
)
@speaking.option(
    "--profile",
    metavar="NAME",
    default=DEFAULT_PROFILE,
    callback=_good_profile,
    shell_complete=completing.profiles,
    help=N_("Whose memory: each profile has a file of its own."),
)
@speaking.language_option(help=N_("Begin in this language (en, zh); else by the settings."))
@click.pass_context
def program(ctx: click.Context, profile: str, lang: str) -> None:
    """Where the command runs; without one, the app."""
    surroundings = ctx.obj if isinstance(ctx.obj, Surroundings) else Surroundings()
    if lang and lang not in names.languages(surroundings):
        raise click.BadParameter(no_language(lang, names.languages(surroundings)), ctx, param_hint="--lang")
    ctx.obj = replace(surroundings, profile=profile, lang=lang)
    if ctx.invoked_subcommand is None:
        open_app(ctx.obj)


def run(arguments: Sequence[str], surroundings: Surroundings | None = None) -> int:
    """Run one command line and return its exit code; by default in the surroundings the environment names."""
    _speak_utf8()
    try:
        return program.main(list(arguments), "llmquiz", standalone_mode=False, obj=surroundings) or 0
    except click.Abort:
        return 130


def _speak_utf8() -> None:
    """Pipes carry UTF-8 whatever the locale; a terminal keeps its encoding and shows what it can."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
