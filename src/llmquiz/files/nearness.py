"""Hints for names that are none, or that nobody declared: what was probably meant, else what there is."""

from collections.abc import Iterable, Sequence

from llmquiz.core.marking import N_
from llmquiz.core.wordings import SILENCE, Wording, worded

_SLUG_ADVICE = N_("Use a-z and 0-9, joined by single -, . or _, for example {example}.")
SLUG_HINT = worded(_SLUG_ADVICE, example="gpt-4o-mini")
PROFILE_HINT = worded(_SLUG_ADVICE, example="anna")
_SHOWN = 12
"""How many of the known names are listed."""


def did_you_mean(name: str, known: Iterable[str]) -> Wording:
    """`Did you mean x?`, or silence when nothing is near."""
    near = near_to(name, known)
    return worded("Did you mean `{near}`?", near=near[0]) if near else SILENCE


def near_to(name: str, known: Iterable[str]) -> list[str]:
    """The known names that look like `name`, the nearest first."""
    import difflib  # for a mistake alone

    return difflib.get_close_matches(name.casefold(), list(known))


def among(name: str, known: Iterable[str]) -> Wording:
    """What was probably meant by `name`; where nothing is near, what there is."""
    names = sorted(known)
    near = did_you_mean(name, names)
    return near if near is not SILENCE else _there_are(names)


def _there_are(names: Sequence[str]) -> Wording:
    """What there is; of a great many, the first."""
    shown = (*names[:_SHOWN], "...") if len(names) > _SHOWN else tuple(names)
    return worded("Known: {known}.", known=shown)
