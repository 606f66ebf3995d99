"""`llmquiz completion SHELL`: the script that lets a shell complete commands, options, topics, profiles, settings."""

import click
from click.shell_completion import FishComplete, add_completion_class, get_completion_class

from llmquiz.cli import speaking
from llmquiz.core.marking import N_

_SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_LLMQUIZ_COMPLETE"
"""By it the shell asks the program, as click has it."""


@add_completion_class
class _WholeFish(FishComplete):
    """Click's own script for fish ends values and explanations at their first comma."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')


@speaking.command(
    "completion",
    short_help=N_("Print the completion script of a shell."),
    help=N_("Print the script that completes llmquiz's command line in SHELL: bash, zsh or fish."),
)
@click.argument("shell", metavar="SHELL", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Click's script; fish gets our own."""
    completion = get_completion_class(shell)
    assert completion is not None
    click.echo(completion(ctx.find_root().command, {}, "llmquiz", VARIABLE).source())
