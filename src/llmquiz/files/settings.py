"""The learner's settings: one frozen value, read from `config.toml` and written back with comments.

What is wrong in the file is reported with its line and left at its default; the rest stays in force.
"""

import json
import re
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from llmquiz.core.days import DEFAULT_ROLLOVER
from llmquiz.core.problems import Place, Problem
from llmquiz.files.cleaning import visible
from llmquiz.files.loading import NOT_FOUND, load
from llmquiz.files.setting_kinds import KINDS, RefusedError
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


_HEADER = "# llmquiz settings. A line without the # in front is in force; the others show the defaults.\n"
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in `path` and everything that is wrong with them; a missing file means the defaults."""
    shown = visible(str(path))
    loaded = load(path, shown)
    if isinstance(loaded, Problem):
        return Settings(), () if loaded.code == NOT_FOUND else (loaded,)
    try:
        values = tomllib.loads(loaded.text)
    except (ValueError, RecursionError) as error:
        return Settings(), (_broken(error, shown),)
    return _settings(values, loaded.text, shown)


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings: only lines of what changed are touched in a file that is there. Raises OSError."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = _changed(text, load_settings(path)[0], settings) if text.strip() else ""
    if not changed or not _is_toml(changed):  # nothing there yet, or a value over several lines
        changed = _changed(_NEW, Settings(), settings)
    write_atomically(path, changed)


def _changed(text: str, kept: Settings, settings: Settings) -> str:
    """`text`, in which `kept` stands, with the lines of what `settings` changes."""
    before = asdict(kept)
    for name, value in asdict(settings).items():
        if value != before[name]:
            text = _with_line(text, name, f"{name} = {_toml(value)}")
    return text


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True


def _block(name: str) -> str:
    """A setting as a new file shows it: what it means, and its default, not in force."""
    return f"# {KINDS[name].comment}\n# {name} = {_toml(asdict(Settings())[name])}\n"


def _with_line(text: str, name: str, line: str) -> str:
    """`text` with the setting's line replaced, be it in force or commented out; appended where there is none."""
    for written in (rf"^{name}\s*=.*$", rf"^#\s*{name}\s*=.*$"):
        changed, count = re.subn(written, lambda _: line, text, count=1, flags=re.MULTILINE)
        if count:
            return changed
    return f"{text.rstrip()}\n\n# {KINDS[name].comment}\n{line}\n"


def _settings(values: dict[str, Any], text: str, shown: str) -> tuple[Settings, tuple[Problem, ...]]:
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in values.items():
        place = _place(name, text, shown)
        if name not in KINDS:
            problems.append(_unknown(name, place))
            continue
        try:
            good[name] = KINDS[name].read(value)
        except RefusedError as refused:
            problems.append(Problem(place, refused.code, f"`{name}`: {refused.message}", refused.hint))
    return replace(Settings(), **good), tuple(problems)


def _unknown(name: str, place: Place) -> Problem:
    import difflib  # for a mistake alone

    near = difflib.get_close_matches(name, list(KINDS), n=1)
    hint = f"Did you mean `{near[0]}`?" if near else f"The settings are {', '.join(KINDS)}."
    return Problem(place, "unknown-setting", f"`{visible(name)}` is no setting.", hint)


def _place(name: str, text: str, shown: str) -> Place:
    """Where a key or a table of this name stands."""
    written = re.compile(rf"""(\s*\[*\s*)["']?{re.escape(name)}["']?\s*[=.\]]""")
    for number, line in enumerate(text.split("\n"), 1):
        match = written.match(line)
        if match:
            return Place(shown, number, len(match[1]) + 1)
    return Place(shown)


def _broken(error: Exception, shown: str) -> Problem:
    found = _POSITION.search(str(error))
    place = Place(shown, int(found[1]), int(found[2])) if found else Place(shown, 1, 1)
    return Problem(
        place, "broken-toml", "This is not TOML; all settings are at their defaults.", "Write `name = value`."
    )


def _toml(value: object) -> str:
    """TOML and JSON write these values alike."""
    return json.dumps(value, ensure_ascii=False)


_NEW = "\n".join((_HEADER, *(_block(name) for name in asdict(Settings()))))
"""A file in which nothing is in force yet."""
