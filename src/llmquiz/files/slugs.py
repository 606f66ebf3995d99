"""Slugs: the only shape an id or a profile name may have. Lower-case letters and digits, joined by single `-._`."""

import re

_SLUG = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")
_LONGEST = 100


def is_slug(text: str) -> bool:
    """Whether `text` can be an id."""
    return len(text) <= _LONGEST and _SLUG.fullmatch(text) is not None
