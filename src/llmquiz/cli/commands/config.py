"""`llmquiz config`: the settings of the one commented file, told, explained, weighed and changed."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from llmquiz.cli import completing, speaking
from llmquiz.cli.exits import Code, LeaveError
from llmquiz.cli.output import json_line, misuse, story, tell_problems
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.marking import N_
from llmquiz.files.nearness import did_you_mean
from llmquiz.tui.speech import _

if TYPE_CHECKING:
    from llmquiz.core.problems import Problem
    from llmquiz.files.settings import Settings


@speaking.command(
    "config",
    short_help=N_("Tell, explain and change the settings."),
    help=N_("Tell all settings, or NAME alone, or set NAME to VALUE; `keys` are every action's, `keys.ACTION` one's."),
)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=completing.settings)
@click.argument("value", metavar="[VALUE]", required=False, shell_complete=completing.values)
@speaking.option("--json", "as_json", is_flag=True, help=N_("One object a setting: name, value, default, about."))
@speaking.option("--simulate", is_flag=True, help=N_("Tell what values would cost in answers a day; change nothing."))
@speaking.option("--default", "as_default", is_flag=True, help=N_("Back to what the program does by itself."))
@click.pass_context
def command(
    ctx: click.Context, name: str | None, value: str | None, as_json: bool, simulate: bool, as_default: bool
) -> None:
    """Changed is what has a value; told is everything else."""
    from llmquiz.cli.configuring import usable
    from llmquiz.files.settings import load_settings

    if name == "keys" and value is not None:
        raise click.UsageError(
            _("Name the action, too: `llmquiz config keys.home.explore x`. `config keys` lists them.")
        )
    surroundings = ctx.find_object(Surroundings) or Surroundings()
    settings, problems = load_settings(surroundings.home.config)
    if name is not None and not simulate and (value is not None or as_default):
        _leave_to_mend(problems)
        _change(surroundings, settings, _known(name), None if as_default else value)
        return
    settings, unusable = usable(surroundings, settings)
    if name is None:
        _tell_all(settings, as_json=as_json)
    elif simulate:
        _simulate(surroundings, settings, _known(name), value, as_json=as_json)
    else:
        _tell_one(settings, _known(name), as_json=as_json)
    ctx.exit(Code.FOUND if tell_problems((*problems, *unusable)) else Code.FINE)


def _tell_all(settings: "Settings", *, as_json: bool) -> None:
    """As the file has it: what is not the learner's own choice stands behind a #."""
    from llmquiz.cli.configuring import KEYS, entries
    from llmquiz.files.setting_lines import toml

    for entry in entries(settings):
        if as_json:
            json_line(asdict(entry))
        elif entry.name == KEYS:
            lines = [f"{toml(action)} = {toml(keys)}" for action, keys in entry.value.items()]
            click.echo("\n".join((f"# {entry.about}", f"{'' if lines else '# '}[{KEYS}]", *lines)))
        else:
            mark = "# " if entry.value == entry.default else ""
            click.echo(f"# {entry.about}\n{mark}{entry.name} = {toml(entry.value)}\n")


def _tell_one(settings: "Settings", name: str, *, as_json: bool) -> None:
    from llmquiz.cli.configuring import KEYS, entries, key_entries
    from llmquiz.files.setting_lines import toml

    found = key_entries(settings) if name.startswith(KEYS) else entries(settings)
    told = [entry for entry in found if name in (entry.name, KEYS)]
    width = max(len(entry.name) for entry in told)
    for entry in told:
        if as_json:
            json_line(asdict(entry))
        elif name == KEYS:
            click.echo(f"{entry.name:{width}}  {', '.join(entry.value):24}  {entry.about}")
        else:
            click.echo(toml(entry.value))


def _change(surroundings: Surroundings, settings: "Settings", name: str, text: str | None) -> None:
    from llmquiz.cli.configuring import entries, key_entries
    from llmquiz.files.setting_lines import toml
    from llmquiz.files.settings import save_settings

    changed = _changed(surroundings, settings, name, text)
    _found, problems = save_settings(surroundings.home.config, changed, settings)
    _leave_to_mend(problems)
    before, after = (
        next(entry.value for entry in (*entries(each), *key_entries(each)) if entry.name == name)
        for each in (settings, changed)
    )
    story(_("{name} = {value} (was {before})").format(name=name, value=toml(after), before=toml(before)))


def _leave_to_mend(problems: "tuple[Problem, ...]") -> None:
    """A file with mistakes stays as it is."""
    if tell_problems(problems):
        story(_("Mend these first; nothing was changed."))
        raise LeaveError(Code.FOUND)


def _changed(surroundings: Surroundings, settings: "Settings", name: str, text: str | None) -> "Settings":
    from llmquiz.cli.configuring import changed
    from llmquiz.files.setting_kinds import RefusedError
    from llmquiz.tui.setting_rows import refusal

    try:
        return changed(surroundings, settings, name, text)
    except RefusedError as refused:
        raise click.UsageError(f"{name}: {refusal(refused)}") from refused


def _simulate(surroundings: Surroundings, settings: "Settings", name: str, text: str | None, *, as_json: bool) -> None:
    from llmquiz.cli.configuring import simulated, simulation_lines
    from llmquiz.trainer.prospect import Prospect

    chosen = settings if text is None else _changed(surroundings, settings, name, text)
    answers: dict[Any, float] = simulated(surroundings, name, chosen)
    if not answers:
        raise click.UsageError(_("The workload is told of new_per_day, retention and maximum_interval."))
    if not as_json:
        click.echo("\n  ".join(simulation_lines(name, getattr(settings, name), answers)))
        return
    rounded = {str(value): round(count, 1) for value, count in answers.items()}
    json_line({"name": name, "days": Prospect.days, "answers_a_day": rounded})


def _known(name: str) -> str:
    """The name of a setting, or of an action's keys, `keys.` before it or not; else a hint."""
    from llmquiz.files.setting_kinds import KINDS
    from llmquiz.tui.keys import COMMANDS

    actions = [f"keys.{command.id}" for command in COMMANDS]
    for known in (name, f"keys.{name}"):
        if known in (*KINDS, "keys", *actions):
            return known
    settings = _("The settings are {names}.").format(names=", ".join((*KINDS, "keys")))
    hint = did_you_mean(name, (*KINDS, *actions)).told(_) or settings
    raise misuse(_("There is no setting `{name}`.").format(name=name), hint)
