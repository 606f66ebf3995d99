"""Hints for names that nobody declared: what was probably meant, else what there is."""

from collections.abc import Iterable

_SHOWN = 12
"""How many of the known names are listed."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean x?`, or nothing when nothing is near."""
    near = near_to(name, known)
    return f"Did you mean `{near[0]}`?" if near else ""


def near_to(name: str, known: Iterable[str]) -> list[str]:
    """The known names that look like `name`, the nearest first."""
    import difflib  # for a mistake alone

    return difflib.get_close_matches(name.casefold(), list(known))


def among(name: str, known: Iterable[str]) -> str:
    """What was probably meant by `name`; where nothing is near, what there is."""
    names = sorted(known)
    tail = ", ..." if len(names) > _SHOWN else ""
    return did_you_mean(name, names) or f"Known: {', '.join(names[:_SHOWN])}{tail}."
