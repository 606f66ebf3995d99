"""`llmquiz optimise`: weights of one's own for FSRS, taken into use only when they predict better."""

import importlib.util
import sys
from typing import TYPE_CHECKING, Any

import click

from llmquiz.cli import speaking
from llmquiz.cli.exits import Code
from llmquiz.cli.output import counted, json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.tui.speech import _

if TYPE_CHECKING:  # bring the scheduler and SQLAlchemy
    from llmquiz.scheduling.optimising import Fit
    from llmquiz.trainer.trainer import Trainer

_MISSING = "Fitting needs an extra: install it with `pip install 'llmquiz[optimise]'` (fsrs-rs-python), then come back."


@speaking.command(
    "optimise",
    short_help=N_("Fit the scheduling to your own answers."),
    help=N_(
        "Fit FSRS's parameters to your oldest answers, and keep them only if they predict your newest ones better."
    ),
)
@speaking.option("--dry-run", is_flag=True, help=N_("Tell what would come of it; change nothing."))
@speaking.option("--reset", is_flag=True, help=N_("Back to the published parameters."))
@speaking.option(
    "--json", "as_json", is_flag=True, help=N_("One object: reviews, tested, before, after, accepted, weights.")
)
@click.pass_context
def command(ctx: click.Context, dry_run: bool, reset: bool, as_json: bool) -> None:
    """Fitted, judged, and adopted when better."""
    surroundings = ctx.find_object(Surroundings) or Surroundings()
    if dry_run and reset:
        raise click.UsageError(_("Choose one of --dry-run and --reset."))
    with surroundings.trainer() as trainer:
        if reset:
            _reset(trainer)
            return
        found = _fit(ctx, trainer)
        accepted = found.better and not dry_run
        if accepted:
            trainer.adopt(found.weights)
    if as_json:
        json_line(_data(found, accepted=accepted))
    else:
        _tell(found, accepted=accepted)


def _fit(ctx: click.Context, trainer: "Trainer") -> "Fit":
    """What came of it, with a bar on stderr meanwhile; leaves with a sentence where it cannot be done."""
    from llmquiz.scheduling.optimising import LEAST, PACKAGE, fit

    told = trainer.histories()
    if told.reviews < LEAST:
        story(f"There are {counted(told.reviews, 'review')} yet; fitting is worth while from {LEAST:,} of them.")
        ctx.exit(Code.FOUND)
    if importlib.util.find_spec(PACKAGE) is None:
        story(_MISSING)
        ctx.exit(Code.FOUND)
    with click.progressbar(length=3 * len(told.lives), label="Fitting", file=sys.stderr) as bar:
        return fit(told, trainer.weights, bar.update)


def _reset(trainer: "Trainer") -> None:
    from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS

    if trainer.weights == DEFAULT_WEIGHTS:
        story("The published parameters are in use already.")
    else:
        trainer.adopt(DEFAULT_WEIGHTS)
        story("From now on your cards are scheduled with the published parameters.")


def _tell(found: "Fit", *, accepted: bool) -> None:
    click.echo(
        f"{counted(found.reviews, 'review')}: fitted to the oldest 80 %, judged by the newest 20 %,"
        f" {counted(found.tested, 'answer')} to cards seen on an earlier day."
    )
    click.echo(f"Log loss on these: {found.before:.4f} before, {found.after:.4f} after; less is better.")
    if accepted:
        click.echo(
            "From now on your cards are scheduled with your own parameters. `llmquiz optimise --reset` goes back."
        )
    elif found.better:
        click.echo("Better; nothing was changed.")
    else:
        click.echo("No better: everything stays as it was.")


def _data(found: "Fit", *, accepted: bool) -> dict[str, Any]:
    return {
        "reviews": found.reviews,
        "tested": found.tested,
        "before": round(found.before, 6),
        "after": round(found.after, 6),
        "accepted": accepted,
        "weights": found.weights,
    }
