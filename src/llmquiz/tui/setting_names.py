"""Topics, languages and themes that settings name: which of them there are, for the app and the command line alike."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from llmquiz.core.problems import Problem
from llmquiz.core.wordings import SILENCE, worded
from llmquiz.files.nearness import did_you_mean
from llmquiz.files.setting_kinds import RefusedError
from llmquiz.files.settings import Settings, setting_problem
from llmquiz.trainer.language import language_of

if TYPE_CHECKING:  # brings SQLAlchemy
    from llmquiz.trainer.trainer import Trainer

LANG, THEME, TOPICS = "lang", "theme", "topics_off"
Known = Callable[[str], Iterable[str]]
"""What there is for one of these settings to name; it is asked only about those that name something."""


def known_to(trainer: "Trainer") -> Known:
    """What there is, once everything is open."""

    def known(name: str) -> Iterable[str]:
        if name == THEME:
            from llmquiz.tui.themes import THEMES  # textual, which is not needed line by line

            return THEMES
        return trainer.languages if name == LANG else trainer.library.topics

    return known


def usable(settings: Settings, known: Known, config: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings as they count, and a problem for each name that there is not: it counts for nothing."""
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in (LANG, THEME, TOPICS):
        value = getattr(settings, name)
        refused = refusals(name, value, known)
        problems += (setting_problem(config, name, each) for each in refused.values())
        if refused:
            good[name] = tuple(each for each in value if each not in refused) if name == TOPICS else ""
    return replace(settings, **good), tuple(sorted(problems, key=lambda problem: problem.place))


def refusals(name: str, value: Any, known: Known) -> dict[str, RefusedError]:
    """Why a setting cannot have this value, by each topic, language or theme in it that there is not."""
    if name not in (LANG, THEME, TOPICS) or not value:
        return {}
    names = tuple(known(name))
    named = value if isinstance(value, tuple) else (value,)
    return {each: _refused(each, names) for each in named if names and not _is_there(name, each, names)}


def _refused(name: str, names: tuple[str, ...]) -> RefusedError:
    near = did_you_mean(name, names)
    advises = worded("Choose among {known}.", known=names) if near is SILENCE else near
    return RefusedError("not-one-of", worded("There is no `{name}` to choose.", name=name), advises)


def _is_there(name: str, value: str, names: tuple[str, ...]) -> bool:
    """Of a language the region may be named, too."""
    return bool(language_of(value, names)) if name == LANG else value in names
