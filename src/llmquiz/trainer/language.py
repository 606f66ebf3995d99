"""Which language to begin with: the one that was chosen, else the environment's, else English."""

import os
from collections.abc import Mapping

FALLBACK = "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def preferred_language(chosen: str, known: tuple[str, ...], environment: Mapping[str, str] = os.environ) -> str:
    """The first of the chosen and the environment's languages that is known."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    for candidate in (chosen, named.partition(".")[0].replace("_", "-"), named[:2]):
        if lang := language_of(candidate, known):
            return lang
    return FALLBACK if FALLBACK in known or not known else known[0]


def language_of(tag: str, known: tuple[str, ...]) -> str:
    """Which of the known languages `zh` or `zh-CN` is; empty where it is none."""
    lang = tag.partition("-")[0]
    return lang if lang in known else ""
