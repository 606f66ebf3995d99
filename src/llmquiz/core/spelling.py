"""Names as people type them: what counts as the same name, what as a typing error, and what as another name.

Digits, versions and sizes are never typing errors: "Llama 3" is not "Llama 3.1" and "GPT-4" is not "GPT-4o". Typing
errors are forgiven in Latin letters only; every other script must be exact after NFKC.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*"
_PIECES = re.compile(rf"(?P<number>{_NUMBER})|(?P<letters>[^\W\d_]+)|(?P<sign>.)", re.DOTALL)
_ARTICLE = re.compile(r"^(?:a|an|the)\s+")
_BOTH = re.compile(r"\s*([^()]+)\(([^()]+)\)[\s.。]*")
_TELLING = "#%&@*"
"""Punctuation that is part of a name, unlike hyphens, quotes and brackets; symbols such as `+` always are."""
_SHORT = 2
"""Runs of one or two letters carry versions and sizes ("R", "XL", the "o" of "4o"): protected like digits."""
_SIZES = frozenset((
    "nano", "micro", "mini", "tiny", "small", "base", "medium", "large", "huge", "lite", "light", "flash",
    "plus", "pro", "ultra", "max", "turbo", "instant", "preview", "million", "billion", "trillion",
))  # fmt: skip
"""Words that tell one version of a name, or one number, from another: a misspelt one may be meant for another."""
_PLURAL = 4
"""From how many letters on the s at the end of a word may be that of a plural."""
_ROMAN = re.compile("[ivx]+")
_TOLERANCE = ((8, 2), (5, 1))
"""From how many letters on how many typing errors are forgiven."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name taken apart for comparison."""

    folded: str
    """Without case, spaces, hyphens and punctuation; two neighbouring numbers stay apart."""
    singular: str
    """As `folded`, without the s that may be that of a plural."""
    protected: tuple[str, ...]
    """The parts that no typing error may touch, in order: numbers, symbols, sizes, words of one or two letters."""
    letters: int
    latin: bool
    """Whether every letter is Latin."""


@lru_cache(maxsize=16_384)
def spelled(text: str) -> Spelled:
    """Take `text` apart. A leading article and a final period count for nothing."""
    plain = _ARTICLE.sub("", unicodedata.normalize("NFKC", text).casefold().strip())
    pieces = _pieces(plain)
    letters = [char for piece in pieces for char in piece if char.isalpha()]
    return Spelled(
        folded=_fold(pieces),
        singular=_fold([_singular(piece) for piece in pieces]),
        protected=tuple(piece for piece in pieces if _protects(piece)),
        letters=len(letters),
        latin=all(unicodedata.name(char, "").startswith("LATIN") for char in letters),
    )


def same_name(typed: str, name: str) -> bool:
    """Whether `typed` is `name`, written with other case, spaces, hyphens or punctuation."""
    return spelled(typed).folded == spelled(name).folded != ""


def twice_named(typed: str, names: Iterable[str], rivals: Iterable[str] = ()) -> bool:
    """Whether `typed` is two of `names`, the second in brackets: "low-rank adaptation (LoRA)"."""
    both = _BOTH.fullmatch(unicodedata.normalize("NFKC", typed))
    if both is None or any(same_name(typed, rival) for rival in rivals):
        return False
    names = tuple(names)
    return all(any(same_name(part, name) for name in names) for part in both.groups())


def typing_errors(typed: str, name: str) -> int | None:
    """How many typing errors `typed` is from `name`; None where they are too many, or one of them unforgivable."""
    here, there = spelled(typed), spelled(name)
    if not (here.latin and there.latin) or here.protected != there.protected:
        return None
    forgiven = next((most for letters, most in _TOLERANCE if there.letters >= letters), 0)
    errors = _apart(here.folded, there.folded, forgiven)
    return errors if errors <= forgiven else None


def meant(typed: str, names: Iterable[str], rivals: Iterable[str]) -> str:
    """The one of `names` that `typed` misspells; empty when it misspells none, or is as near to a rival."""
    names = tuple(names)
    found = [(errors, at) for at, name in enumerate(names) if (errors := typing_errors(typed, name)) is not None]
    if not found:
        return ""
    errors, at = min(found)
    folded = spelled(typed).folded
    near = (rival for rival in rivals if _apart(folded, spelled(rival).folded, errors) <= errors)
    return names[at] if all(any(_same_but_plural(rival, mine) for mine in names) for rival in near) else ""


def _same_but_plural(rival: str, mine: str) -> bool:
    """Whether both are the same, or one is the plural of the other: no other thing, so a typo may be near to both."""
    return spelled(rival).singular == spelled(mine).singular


def _apart(left: str, right: str, most: int) -> int:
    """How many typing errors lie between both; more than `most` where the lengths, or the letters, alone say so.

    An error leaves a letter out, puts one in, or does both: two letters at most come to stand in one name alone.
    """
    if abs(len(left) - len(right)) > most or len(set(left) ^ set(right)) > 2 * most:
        return most + 1
    return _alignment(left, right, most)


def _pieces(text: str) -> list[str]:
    """Numbers, runs of letters and telling signs; what merely parts or joins them is dropped."""
    pieces: list[str] = []
    for match in _PIECES.finditer(text):
        if match["sign"] is None:
            pieces.append(match[0].replace(",", ""))
        elif match[0] in _TELLING or unicodedata.category(match[0]).startswith(("S", "M")):
            pieces.append(match[0])
    return pieces


def _fold(pieces: list[str]) -> str:
    folded = ""
    for piece in pieces:
        apart = folded[-1:].isdigit() and piece[0].isdigit()
        folded += f" {piece}" if apart else piece
    return folded


def _singular(piece: str) -> str:
    return piece[:-1] if len(piece) >= _PLURAL and piece.endswith("s") else piece


def _protects(piece: str) -> bool:
    return not piece.isalpha() or len(piece) <= _SHORT or piece in _SIZES or _ROMAN.fullmatch(piece) is not None


def _alignment(left: str, right: str, most: int) -> int:
    """The optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.

    Where that is more than `most` it may be told otherwise, yet never as low as `most`: `i` letters of one name cannot
    stand against fewer than `i - most` or more than `i + most` of the other, and most names differ from the start.
    """
    beyond = most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, here in enumerate(left, 1):
        older, before, row = before, row, [i, *[beyond] * len(right)]
        for j in range(max(i - most, 1), min(i + most, len(right)) + 1):
            there = right[j - 1]
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (here != there))
            if i > 1 and j > 1 and here == right[j - 2] and left[i - 2] == there:
                best = min(best, older[j - 2] + 1)
            row[j] = best
        if min(row) > most and min(before) > most:
            return beyond
    return row[-1]
