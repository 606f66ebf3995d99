"""The learner's settings: one frozen value, read from `config.toml` and written back with comments.

What is wrong in the file is reported with its line and left at its default; the rest stays in force.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from llmquiz.core.days import DEFAULT_ROLLOVER
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import SILENCE, worded
from llmquiz.files.cleaning import visible
from llmquiz.files.loading import NOT_FOUND, load
from llmquiz.files.nearness import did_you_mean
from llmquiz.files.setting_kinds import KINDS, RefusedError
from llmquiz.files.setting_lines import KEYS, KEYS_BLOCK, toml, with_keys, with_setting
from llmquiz.files.toml_syntax import toml_problem
from llmquiz.files.writing import write_atomically


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner can choose. The comments in the written file explain each one."""

    new_per_day: int = 10
    reviews_per_day: int = 200
    retention: float = 0.90
    maximum_interval: int = 365
    """Days."""
    rollover: int = DEFAULT_ROLLOVER
    """The hour at which a day begins."""
    learning_steps: tuple[int, ...] = (1, 10)
    """Minutes."""
    relearning_steps: tuple[int, ...] = (10,)
    """Minutes."""
    learn_ahead: int = 20
    """Minutes."""
    leech: int = 8
    """Lapses."""
    tiers: tuple[str, ...] = ("core", "detail")
    lessons_at_a_time: int = 5
    lang: str = ""
    """Empty: by locale."""
    theme: str = ""
    """Empty: the program's own."""
    hide_options: bool = False
    topics_off: tuple[str, ...] = ()
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The learner's own keys by the names of actions; which of them can be used, the app knows."""


_HEADER = "# llmquiz settings. A line without the # in front is in force; the others show the defaults.\n"
_KEY_TYPE = worded("This must be a key, or a list of keys.")
_KEY_HINT = worded("Write for example {example}.", example='"home.explore" = ["x", "f4"]')


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in `path` and everything that is wrong with them; a missing file means the defaults."""
    shown = visible(str(path))
    loaded = load(path, shown)
    if isinstance(loaded, Problem):
        return Settings(), () if loaded.code == NOT_FOUND else (loaded,)
    try:
        values = tomllib.loads(loaded.text)
    except (ValueError, RecursionError) as error:
        return Settings(), (toml_problem(error, shown, loaded.text),)
    return _settings(values, loaded.text, shown)


def save_settings(path: Path, settings: Settings, before: Settings) -> tuple[Settings, tuple[Problem, ...]]:
    """Keep what `settings` changes of `before`, which the file said when it was last read or written here.

    What somebody else changed in the file meanwhile stays: what it says now comes back, and what is wrong with it. Then
    nothing was written; else only lines of what changed are touched. Raises OSError.
    """
    found, problems = load_settings(path)
    if problems:
        return found, problems
    wanted = _merged(found, before, settings)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = _changed(text, found, wanted) if text.strip() else ""
    if not changed or not _says(changed, wanted):  # nothing there yet, or a value over several lines
        changed = _changed(_NEW, Settings(), wanted)
    if changed != text:
        write_atomically(path, changed)
    return wanted, ()


def key_place(path: Path, action: str) -> Place:
    """Where the keys of an action are set."""
    shown = visible(str(path))
    loaded = load(path, shown)
    return Place(shown) if isinstance(loaded, Problem) else _key_place(action, loaded.text, shown)


def setting_problem(path: Path, name: str, refused: RefusedError) -> Problem:
    """What somebody who knows more than the file found wrong with a setting, at its line."""
    shown = visible(str(path))
    loaded = load(path, shown)
    return _problem(Place(shown) if isinstance(loaded, Problem) else _place(name, loaded.text, shown), name, refused)


def _problem(place: Place, name: str, refused: RefusedError) -> Problem:
    return Problem(place, refused.code, worded("`{name}`: {says}", name=name, says=refused.says), refused.advises)


def _merged(found: Settings, before: Settings, settings: Settings) -> Settings:
    """`found`, in which is changed what `settings` changes of `before`: each topic and each action by itself."""
    three = (found, before, settings)
    plain = _patched(*({name: getattr(each, name) for name in KINDS} for each in three))
    plain["topics_off"] = tuple(_patched(*(dict.fromkeys(each.topics_off, True) for each in three)))
    keys = _patched(*(dict(each.keys) for each in three))
    return Settings(**plain, keys=tuple(sorted(keys.items())))


def _patched(found: Mapping[str, Any], before: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """`found`, in which is changed, added or gone what `wanted` has otherwise than `before`."""
    left = {name: value for name, value in found.items() if before.get(name) == wanted.get(name)}
    return left | {name: value for name, value in wanted.items() if before.get(name) != value}


def _changed(text: str, kept: Settings, settings: Settings) -> str:
    """`text`, in which `kept` stands, with the lines of what `settings` changes."""
    for name in KINDS:
        value = getattr(settings, name)
        if value != getattr(kept, name):
            text = with_setting(text, name, value, KINDS[name].comment, on=value != getattr(Settings(), name))
    old, new = dict(kept.keys), dict(settings.keys)
    for action in dict.fromkeys((*old, *new)):
        if old.get(action) != new.get(action):
            text = with_keys(text, action, new.get(action, ()))
    return text


def _says(text: str, settings: Settings) -> bool:
    """Whether `text` means these settings; what is wrong in it beside them may stay."""
    try:
        return _settings(tomllib.loads(text), text, "")[0] == replace(settings, keys=tuple(sorted(settings.keys)))
    except ValueError:
        return False


def _block(name: str) -> str:
    """A setting as a new file shows it: what it means, and its default, not in force."""
    return f"# {KINDS[name].comment}\n# {name} = {toml(getattr(Settings(), name))}\n"


def _settings(values: dict[str, Any], text: str, shown: str) -> tuple[Settings, tuple[Problem, ...]]:
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in values.items():
        place = _place(name, text, shown)
        if name == KEYS:
            good[KEYS] = tuple(sorted(_keys(value, "", text, shown, problems)))
            continue
        if name not in KINDS:
            problems.append(_unknown(name, place))
            continue
        try:
            good[name] = KINDS[name].read(value)
        except RefusedError as refused:
            problems.append(_problem(place, name, refused))
    return replace(Settings(), **good), tuple(problems)


def _keys(
    value: object, action: str, text: str, shown: str, problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of each action; `[keys.home]` and `home.explore = "x"` say it as well as quotation marks do."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _keys(inner, f"{action}.{name}" if action else str(name), text, shown, problems)
        return
    keys = value.split(",") if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) and key.strip() for key in keys) or not keys:
        says = worded("`{name}`: {says}", name=visible(action or KEYS), says=_KEY_TYPE)
        problems.append(Problem(_key_place(action, text, shown), "wrong-type", says, _KEY_HINT))
    else:
        yield action, tuple(dict.fromkeys(key.strip() for key in keys))


def _key_place(action: str, text: str, shown: str) -> Place:
    """The line that names the action, in whole or by its last parts."""
    parts = [KEYS, *(action.split(".") if action else ())]
    tails = (*(".".join(parts[at:]) for at in (1, 0, *range(2, len(parts)))), f'{KEYS}."{action}"')
    places = (_place(tail, text, shown) for tail in tails if tail)
    return next((place for place in places if place.line), Place(shown))


def _unknown(name: str, place: Place) -> Problem:
    near = did_you_mean(name, KINDS)
    advises = worded("The settings are {names}.", names=tuple(KINDS)) if near is SILENCE else near
    return Problem(place, "unknown-setting", worded("`{name}` is no setting.", name=visible(name)), advises)


def _place(name: str, text: str, shown: str) -> Place:
    """Where a key or a table of this name stands."""
    written = re.compile(rf"""(\s*\[*\s*)["']?{re.escape(name)}["']?\s*[=.\]]""")
    for number, line in enumerate(text.split("\n"), 1):
        match = written.match(line)
        if match:
            return Place(shown, number, len(match[1]) + 1)
    return Place(shown)


_NEW = "\n".join((_HEADER, *(_block(name) for name in KINDS), KEYS_BLOCK))
"""A file in which nothing is in force yet."""
