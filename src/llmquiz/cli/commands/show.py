"""`llmquiz show`: one question again, by its replay code."""

import click

from llmquiz.cli import speaking
from llmquiz.cli.exits import Code
from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.core.replay import code_in
from llmquiz.tui.speech import _


@speaking.command(
    "show",
    short_help=N_("Show one question again, by its code."),
    help=N_(
        "Show the very question that CODE names: its options, what is right and why, the source."
        "\n\nThe app tells the code of a question when you report it (`f`), "
        "`llmquiz log --flags` those of all reported ones."
    ),
)
@click.argument("code", metavar="CODE")
@speaking.option(
    "--json", "as_json", is_flag=True, help=N_("As one JSON object, like those of `llmquiz questions --json`.")
)
@click.pass_context
def command(ctx: click.Context, code: str, as_json: bool) -> None:
    """The question, or that it is no more."""
    from llmquiz.cli.exporting import item_data
    from llmquiz.cli.library import library_in
    from llmquiz.cli.replaying import item_lines
    from llmquiz.library.replaying import replayed

    named = code_in(code)
    if named is None:
        raise click.BadParameter(_("This is no code of a question."), ctx, param_hint="CODE")
    with library_in(ctx.find_object(Surroundings) or Surroundings()) as (library, _lang):
        item = replayed(library, named)
        if item is None:
            says = _("What is known of `{card}` has changed since: this very question is not asked any more.")
            story(says.format(card=named.card))
            ctx.exit(Code.FOUND)
        if as_json:
            json_line(item_data(item))
        else:
            click.echo("\n".join(item_lines(item)))
