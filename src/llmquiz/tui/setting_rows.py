"""The rows of the settings screen, in words: what each is called, what it says, what the arrows make of it. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from llmquiz.files.setting_kinds import KINDS, RefusedError
from llmquiz.files.settings import Settings
from llmquiz.trainer.language import language_of
from llmquiz.tui import wording
from llmquiz.tui.speech import N_, _, ngettext

TOPICS, KEYS = "topics_off", "keys"
_TOPIC = "topic:"
_GROUPS = {
    N_("Every day"): ("new_per_day", "reviews_per_day", "retention", "maximum_interval", "rollover"),
    N_("What is asked"): ("tiers", TOPICS),
    N_("Within a day"): ("lessons_at_a_time", "learning_steps", "relearning_steps", "learn_ahead", "leech",
                         "hide_options"),
    N_("The program"): ("lang", "theme", KEYS),
}  # fmt: skip
_TIERS = {"core": N_("core"), "detail": N_("detail"), "archive": N_("archive")}
_THEMES = {"": N_("the program's own"), "dark": N_("dark"), "light": N_("light"), "ansi": N_("the terminal's colours")}
_KEYS_ABOUT = N_("Your own keys, one action after the other.")
_WEIGHED: dict[str, tuple[Any, ...]] = {
    "retention": (0.80, 0.85, 0.90, 0.95),
    "new_per_day": (5, 10, 20),
    "maximum_interval": (90, 365, 1095),
}
"""The settings whose workload is told, and the values it is told for."""


_SAYS: dict[str, Callable[[Any], str]] = {
    "retention": lambda share: f"{share * 100:g} %",
    "maximum_interval": lambda days: ngettext("{n} day", "{n} days", days),
    "rollover": lambda hour: f"{hour}:00",
    "learn_ahead": lambda minutes: ngettext("{n} minute", "{n} minutes", minutes),
    "learning_steps": lambda steps: _("{steps} minutes").format(steps=wording.listed(map(str, steps))),
    "relearning_steps": lambda steps: _("{steps} minutes").format(steps=wording.listed(map(str, steps))),
    "leech": lambda lapses: ngettext("{n} lapse", "{n} lapses", lapses),
    "tiers": lambda tiers: wording.listed(_(_TIERS[tier]) for tier in tiers),
    "theme": lambda theme: _(_THEMES.get(theme, _THEMES[""])),
    "hide_options": lambda hidden: _("yes") if hidden else _("no"),
}


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One line. `id`: a setting's name, or `topic:` and a topic's."""

    id: str
    name: str
    value: str
    about: str
    heading: str = ""
    """Stands above it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen beside numbers: languages by id, topics by id, with their names; themes."""

    languages: Mapping[str, str]
    topics: Mapping[str, str]
    themes: Sequence[str]


def rows(settings: Settings, choices: Choices) -> Iterator[SettingRow]:
    """Every setting, by groups; of the topics each is a row."""
    for group, names in _GROUPS.items():
        heading = _(group)
        for name in names:
            for row in _rows(name, settings, choices):
                yield replace(row, heading=heading)
                heading = ""


def theme_name(theme: str) -> str:
    """A theme as people call it."""
    return _SAYS["theme"](theme)


def stepped(row: str, settings: Settings, choices: Choices, by: int) -> Settings:
    """The settings with the row's next value, or the one before (`by` -1); the same at the ends."""
    if row.startswith(_TOPIC):
        return _with_topic(settings, row.removeprefix(_TOPIC), on=by > 0)
    value, ladder = getattr(settings, row), _ladder(row, choices)
    beyond = [each for each in ladder if (each > value if by > 0 else each < value)]
    return with_value(row, settings, beyond[0] if by > 0 else beyond[-1]) if beyond else settings


def turned(row: str, settings: Settings, choices: Choices) -> Settings | None:
    """The settings with the row's next value, the first one after the last; None where a value is typed instead."""
    if row.startswith(_TOPIC):
        topic = row.removeprefix(_TOPIC)
        return _with_topic(settings, topic, on=topic in settings.topics_off)
    if row not in ("tiers", "hide_options", "lang", "theme"):
        return None
    following = stepped(row, settings, choices, 1)
    return following if following != settings else with_value(row, settings, _ladder(row, choices)[0])


def undone(row: str, settings: Settings) -> Settings:
    """The settings with the row's default."""
    if row.startswith(_TOPIC):
        return _with_topic(settings, row.removeprefix(_TOPIC), on=True)
    return settings if row == KEYS else with_value(row, settings, getattr(Settings(), row))


def with_value(row: str, settings: Settings, value: Any) -> Settings:
    """The settings with another value in this row."""
    return replace(settings, **{row: value})


def as_typed(row: str, settings: Settings) -> str:
    """The value as it would be typed."""
    value = getattr(settings, row)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value * 100:g} %" if isinstance(value, float) else str(value)


def shown(name: str, value: Any, choices: Choices) -> str:
    """A value in words."""
    if name == "lang":
        return choices.languages.get(language_of(value, tuple(choices.languages))) or _("as the system")
    return _SAYS.get(name, str)(value)


def about(row: SettingRow, settings: Settings, choices: Choices) -> str:
    """What a row means, and what the program does by itself where that is something else."""
    if row.id not in KINDS or getattr(settings, row.id) == getattr(Settings(), row.id):
        return row.about
    default = shown(row.id, getattr(Settings(), row.id), choices)
    return wording.sentences(row.about, _("By itself: {value}.").format(value=default))


def refusal(refused: RefusedError) -> str:
    """Why a value cannot be used, and what to do."""
    return wording.sentences(refused.says.told(_), refused.advises.told(_))


def alternatives(row: str, settings: Settings) -> dict[Any, Settings]:
    """The settings whose workload is told beside a row, by its values, the present one among them."""
    if row not in _WEIGHED:
        return {}
    values = sorted({*_WEIGHED[row], getattr(settings, row)})
    return {value: with_value(row, settings, value) for value in values}


def workload_title(days: int) -> str:
    """What the numbers of `workload` are."""
    return _("Answers a day in the coming {days} days").format(days=days)


def workload(row: str, now: Any, answers: Mapping[Any, float], choices: Choices) -> list[str]:
    """What each value would ask for, and how many times as many as the present one: "95 %: 34 ×1.6"."""
    told = []
    for value, count in answers.items():
        times = f" ×{count / answers[now]:.1f}" if value != now and answers[now] >= 1 else ""
        told.append(wording.labelled(shown(row, value, choices), f"{count:.0f}{times}"))
    return told


def _rows(name: str, settings: Settings, choices: Choices) -> Iterator[SettingRow]:
    if name == KEYS:
        changed = len(settings.keys)
        value = ngettext("{n} of your own", "{n} of your own", changed) if changed else _("the program's own")
        yield SettingRow(KEYS, _("Keys"), value, _(_KEYS_ABOUT))
    elif name == TOPICS:
        for topic, called in choices.topics.items():
            off = topic in settings.topics_off
            yield SettingRow(_TOPIC + topic, called, _("not asked") if off else _("asked"), _(KINDS[TOPICS].comment))
    else:
        kind = KINDS[name]
        yield SettingRow(name, _(kind.name), shown(name, getattr(settings, name), choices), _(kind.comment))


def _ladder(row: str, choices: Choices) -> Sequence[Any]:
    if row == "lang":
        return ("", *sorted(choices.languages))
    return ("", *sorted(choices.themes)) if row == "theme" else KINDS[row].ladder


def _with_topic(settings: Settings, topic: str, *, on: bool) -> Settings:
    off = [each for each in settings.topics_off if each != topic]
    return replace(settings, topics_off=tuple(off if on else [*off, topic]))
