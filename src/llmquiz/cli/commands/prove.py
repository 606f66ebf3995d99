"""`llmquiz prove`: every question that can be generated has exactly one right answer, or it is told which has not."""

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from llmquiz.cli import dates, speaking
from llmquiz.cli.exits import Code
from llmquiz.cli.output import json_line, story, tell_problems
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.core.text import ljust, rjust, width
from llmquiz.tui.speech import _, ngettext, spoken

if TYPE_CHECKING:  # bring the generator
    from llmquiz.generate.proof.proving import Proof, Violation
    from llmquiz.library.knowing import Knowing


_NUMBERS = 9
"""Columns in which it is said how many were checked."""


@speaking.command(
    "prove",
    short_help=N_("Prove that every question has one right answer."),
    help=N_("Prove every generated question: built in, or from the knowledge in FOLDER."),
)
@click.argument("folder", metavar="[FOLDER]", required=False, type=click.Path(path_type=Path))
@speaking.option(
    "--seeds", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help=N_("Variants of each.")
)
@speaking.option(
    "--json", "as_json", is_flag=True, help=N_("One JSON object: seeds, cards, dormant, items, refused, violations.")
)
@speaking.option("--report", "as_report", is_flag=True, help=N_("Markdown: coverage by form, topic and attribute."))
@speaking.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    help=N_("Processors to use; all of them where it is not said."),
)
@speaking.option("--day", metavar="DAY", callback=dates.day, help=N_("As on this day; today decides what is archive."))
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path | None,
    seeds: int,
    as_json: bool,
    as_report: bool,
    jobs: int,
    day: date | None,
) -> None:
    """As a list of what was refused, as JSON or as Markdown."""
    surroundings = ctx.find_object(Surroundings) or Surroundings()
    today = day or surroundings.today
    root = folder or surroundings.questions
    knowing = _knowledge(root, today)
    broken = tell_problems(knowing.problems)
    proof = _prove(knowing, today, seeds, jobs)
    if as_json:
        json_line({"seeds": seeds} | _data(proof))
    elif as_report:
        _report(proof, knowing, today)
    else:
        _tell(proof)
    story(_verdict(proof))
    ctx.exit(Code.FOUND if proof.violations or broken else Code.FINE)


def _knowledge(folder: Path, today: date) -> "Knowing":
    from llmquiz.library.cache import NoCache
    from llmquiz.library.knowing import Knowing

    if not (folder / "topics.yaml").exists():
        raise click.UsageError(_("{folder} is no folder of knowledge: it holds no topics.yaml.").format(folder=folder))
    return Knowing(folder, NoCache(), today)


def _prove(knowing: "Knowing", today: date, seeds: int, jobs: int) -> "Proof":
    from llmquiz.library.proving import prove_all

    generator = knowing.generator
    with click.progressbar(length=len(generator.cards), label=_("Proving"), file=sys.stderr) as bar:
        return prove_all(generator, today, seeds, jobs, bar.update)


def _tell(proof: "Proof") -> None:
    """A table by form, then each violation on a line."""
    refused = _refused(proof)
    forms = tuple(dict.fromkeys((*proof.items, *refused)))
    columns = max(width(name) for name in (_("form"), *forms))
    click.echo("  ".join((ljust(_("form"), columns), rjust(_("checked"), _NUMBERS), _("refused, by rule"))))
    for form in forms:
        listed = ", ".join(f"{rule} {number:,}" for rule, number in refused.get(form, Counter()).most_common())
        click.echo(f"{ljust(form, columns)}  {proof.items[form]:>{_NUMBERS},}  {listed}".rstrip())
    for violation in proof.violations:
        click.echo(_line(violation))


def _report(proof: "Proof", knowing: "Knowing", today: date) -> None:
    """The coverage on stdout; violations, which are no coverage, on stderr."""
    from llmquiz.generate.proof.report import report

    click.echo(report(proof, knowing.generator, knowing.cards, today, spoken(), _), nl=False)
    for violation in proof.violations:
        story(_line(violation))


def _refused(proof: "Proof") -> dict[str, "Counter[str]"]:
    """By form, then by rule; that a card does not know a form is no refusal."""
    by_form: dict[str, Counter[str]] = {}
    for (form, rule), number in sorted(proof.refused.items()):
        if rule != "not-this-form":
            by_form.setdefault(form, Counter())[rule] = number
    return by_form


def _line(violation: "Violation") -> str:
    if not violation.card:
        return _("{rule}: {message}").format(**_fields(violation))
    if not violation.form:
        return _("{rule} {card} {lang}: {message}").format(**_fields(violation))
    return _("{rule} {card} {form} {lang} seed {seed}: {message}").format(**_fields(violation))


def _verdict(proof: "Proof") -> str:
    return _("{items} of {cards} checked, {dormant}, {violations}").format(
        items=ngettext("{n:,} item", "{n:,} items", proof.items.total()),
        cards=ngettext("{n:,} card", "{n:,} cards", proof.cards),
        dormant=ngettext("{n:,} card dormant", "{n:,} cards dormant", len(proof.dormant)),
        violations=ngettext("{n:,} violation", "{n:,} violations", len(proof.violations)),
    )


def _data(proof: "Proof") -> dict[str, Any]:
    return {
        "cards": proof.cards,
        "dormant": proof.dormant,
        "items": dict(proof.items),
        "refused": {form: dict(rules) for form, rules in _refused(proof).items()},
        "violations": [_fields(violation) for violation in proof.violations],
    }


def _fields(violation: "Violation") -> dict[str, Any]:
    """As JSON has it: what is wrong is a sentence in the language that is spoken, as `check` tells it."""
    fields = {name: getattr(violation, name) for name in ("rule", "card", "form", "lang", "seed")}
    return fields | {"message": violation.says.told(_)}
