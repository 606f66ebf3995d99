"""`llmquiz optimise`: weights of one's own for FSRS, taken into use only when they predict better."""

import importlib.util
import sys
from typing import TYPE_CHECKING, Any

import click

from llmquiz.cli import speaking
from llmquiz.cli.exits import Code
from llmquiz.cli.output import json_line, story
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.tui.speech import _, ngettext

if TYPE_CHECKING:  # bring the scheduler and SQLAlchemy
    from llmquiz.scheduling.optimising import Fit
    from llmquiz.trainer.trainer import Trainer

_MISSING = N_(
    "Fitting needs an extra: install it with `pip install 'llmquiz[optimise]'` (fsrs-rs-python), then come back."
)
_FITTED = N_(
    "{reviews}: fitted to the oldest 80 %, judged by the newest 20 %, {answers} to cards seen on an earlier day."
)
_LOSS = N_("Log loss on these: {before:.4f} before, {after:.4f} after; less is better.")


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
        story(_too_few(told.reviews, LEAST))
        ctx.exit(Code.FOUND)
    if importlib.util.find_spec(PACKAGE) is None:
        story(_(_MISSING))
        ctx.exit(Code.FOUND)
    with click.progressbar(length=3 * len(told.lives), label=_("Fitting"), file=sys.stderr) as bar:
        return fit(told, trainer.weights, bar.update)


def _too_few(reviews: int, least: int) -> str:
    """What is there, and from how many reviews on it can be done."""
    there = ngettext("{n:,} review", "{n:,} reviews", reviews)
    too_few = _("There are {reviews} yet; fitting is worth while from {least:,} of them.")
    return too_few.format(reviews=there, least=least)


def _reset(trainer: "Trainer") -> None:
    from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS

    if trainer.weights == DEFAULT_WEIGHTS:
        story(_("The published parameters are in use already."))
    else:
        trainer.adopt(DEFAULT_WEIGHTS)
        story(_("From now on your cards are scheduled with the published parameters."))


def _tell(found: "Fit", *, accepted: bool) -> None:
    reviews = ngettext("{n:,} review", "{n:,} reviews", found.reviews)
    answers = ngettext("{n:,} answer", "{n:,} answers", found.tested)
    click.echo(_(_FITTED).format(reviews=reviews, answers=answers))
    click.echo(_(_LOSS).format(before=found.before, after=found.after))
    click.echo(_(_outcome(found, accepted=accepted)))


def _outcome(found: "Fit", *, accepted: bool) -> str:
    if accepted:
        return N_(
            "From now on your cards are scheduled with your own parameters. `llmquiz optimise --reset` goes back."
        )
    return N_("Better; nothing was changed.") if found.better else N_("No better: everything stays as it was.")


def _data(found: "Fit", *, accepted: bool) -> dict[str, Any]:
    return {
        "reviews": found.reviews,
        "tested": found.tested,
        "before": round(found.before, 6),
        "after": round(found.after, 6),
        "accepted": accepted,
        "weights": found.weights,
    }
