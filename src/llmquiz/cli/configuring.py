"""Settings for the command line: what is asked of them, what is set, what it would cost. Nothing is printed here."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from llmquiz.cli import names
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.problems import Problem
from llmquiz.files.setting_kinds import KINDS
from llmquiz.files.setting_texts import typed
from llmquiz.files.settings import Settings, key_place
from llmquiz.tui import setting_names, setting_rows
from llmquiz.tui.setting_rows import Choices
from llmquiz.tui.speech import _

KEYS = setting_rows.KEYS
_PREFIX = f"{KEYS}."
_NOBODY = Choices({}, {}, ())


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting, or the keys of one action, as JSON has it."""

    name: str
    value: Any
    default: Any
    about: str


def entries(settings: Settings) -> list[Entry]:
    """Every setting, and under `keys` what the learner changed."""
    plain = [
        Entry(name, getattr(settings, name), getattr(Settings(), name), _(kind.comment)) for name, kind in KINDS.items()
    ]
    return [*plain, Entry(KEYS, dict(settings.keys), {}, _("Your own keys, one action after the other."))]


def key_entries(settings: Settings) -> list[Entry]:
    """Every action with its keys."""
    from llmquiz.tui import keymap
    from llmquiz.tui.keys import COMMANDS

    own = dict(settings.keys)
    refused = keymap.refusals(own)
    return [
        Entry(
            f"{_PREFIX}{command.id}",
            own[command.id] if command.id in own and command.id not in refused else command.keys,
            command.keys,
            _(command.tooltip),
        )
        for command in COMMANDS
    ]


def is_key(name: str) -> bool:
    """Whether a name is that of an action's keys."""
    return name.startswith(_PREFIX)


def changed(surroundings: Surroundings, settings: Settings, name: str, text: str | None) -> Settings:
    """The settings with what was typed, or without (`None`) what the learner set. Raises RefusedError."""
    if is_key(name):
        return _with_keys(settings, name.removeprefix(_PREFIX), text)
    if text is None:
        return setting_rows.with_value(name, settings, getattr(Settings(), name))
    value = typed(name, text)
    for refused in setting_names.refusals(name, value, partial(names.choosable, surroundings)).values():
        raise refused
    return setting_rows.with_value(name, settings, value)


def usable(surroundings: Surroundings, settings: Settings) -> tuple[Settings, tuple[Problem, ...]]:
    """What was read, as it counts, and what is wrong with it: names that there are not, keys that cannot be used."""
    config = surroundings.home.config
    good, misnamed = setting_names.usable(settings, partial(names.choosable, surroundings), config)
    return good, (*misnamed, *(_key_problems(config, settings) if settings.keys else ()))


def simulated(surroundings: Surroundings, name: str, settings: Settings) -> dict[Any, float]:
    """Answers a day for values of a setting, that of `settings` among them; empty for one that costs nothing."""
    wanted = setting_rows.alternatives(name, settings)
    if not wanted:
        return {}
    with surroundings.trainer() as trainer:
        prospect = trainer.prospect()
    return {value: prospect.answers_a_day(each) for value, each in wanted.items()}


def simulation_lines(name: str, now: Any, answers: dict[Any, float]) -> list[str]:
    """The same in words."""
    from llmquiz.trainer.prospect import Prospect

    return [setting_rows.workload_title(Prospect.days), *setting_rows.workload(name, now, answers, _NOBODY)]


def _key_problems(config: Path, settings: Settings) -> tuple[Problem, ...]:
    from llmquiz.tui import keymap

    return keymap.usable(dict(settings.keys), lambda action: key_place(config, action))[1]


def _with_keys(settings: Settings, action: str, text: str | None) -> Settings:
    from llmquiz.tui import keymap

    own = {name: keys for name, keys in settings.keys if name != action}
    if text is not None:
        own[action] = tuple(key.strip() for key in text.split(",") if key.strip()) or (",",)
    refused = keymap.refusals(own).get(action)
    if refused is not None:
        raise refused
    return replace(settings, keys=tuple(sorted(own.items())))
