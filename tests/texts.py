"""Any text that somebody may type or paste: every script, mark, sign and control character, some of all planes."""

from itertools import chain

from hypothesis import strategies as st

_PLANES = (
    range(0x3100),  # alphabets, marks that combine, controls, directions, punctuation
    range(0x4E00, 0xD800, 97),  # Chinese and Korean
    range(0xE000, 0x10000, 7),  # private use and compatibility, among them full width
    range(0xFE00, 0x10000),
    range(0x1F300, 0x1FA00),  # pictures
    range(0x10000, 0x110000, 997),
)
CHARACTERS = "".join(sorted(set(map(chr, chain.from_iterable(_PLANES)))))
"""Written out: Hypothesis' own choice is mostly of planes where nothing is assigned, and takes seconds to look up."""


def any_text(longest: int) -> st.SearchStrategy[str]:
    """Up to so many characters."""
    return st.text(CHARACTERS, max_size=longest)
