"""Text in one or several languages, and the few questions asked of any string.

A `Text` never holds markup and never a control character: files are cleaned where they are read.
Widths are terminal columns: an East Asian wide character counts two.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

ANY_LANGUAGE = ""
"""The language of a text that is the same in every language (a name, a number)."""

_BETWEEN = "\0"
"""Stands in no text: files are cleaned of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A human text: one string for every language, or one a language."""

    by_language: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, value: "str | Mapping[str, str] | Text") -> "Text":
        """Make a text of a plain string, or of a mapping from language to string."""
        if isinstance(value, Text):
            return value
        if isinstance(value, str):
            return cls(((ANY_LANGUAGE, value),))
        return cls(tuple(sorted(value.items())))

    def in_language(self, lang: str) -> str:
        """The text in `lang`; else the one for every language; else English; else the first."""
        for candidate in (lang, ANY_LANGUAGE, "en"):
            for key, words in self.by_language:
                if key == candidate:
                    return words
        return self.by_language[0][1] if self.by_language else ""

    def has(self, lang: str) -> bool:
        """Whether the text says something of its own in `lang` (or in every language)."""
        return any(key in (lang, ANY_LANGUAGE) for key, _ in self.by_language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages named; empty when one string serves them all."""
        return tuple(key for key, _ in self.by_language if key != ANY_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Texts:
    """Several texts a language: aliases, for instance. A plain list serves every language."""

    by_language: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def in_language(self, lang: str) -> tuple[str, ...]:
        """What is listed for `lang`, then what is listed for every language."""
        lists = dict(self.by_language)
        return lists.get(lang, ()) + lists.get(ANY_LANGUAGE, ())

    def everywhere(self) -> tuple[str, ...]:
        """Every string of every language, in order, once each."""
        return tuple(dict.fromkeys(text for _, texts in self.by_language for text in texts))


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """`text` as it is compared: NFKC, casefolded, spaces folded; what two options must not share.

    Kept, because proving asks for the same names and sentences a hundred times.
    """
    return _folded(text)


def run_together(text: str) -> str:
    """As `plain`, without spaces and hyphens: who leaves them out, or writes one for the other, is understood."""
    return plain(text).replace(" ", "").replace("-", "")


def plain_each(texts: Iterable[str]) -> list[str]:
    """Each of the texts as `plain` makes it, all of them in one go: a hundred thousand take a third of a second."""
    return [text.strip() for text in _folded(_BETWEEN.join(texts)).split(_BETWEEN)]


def width(text: str) -> int:
    """How many terminal columns `text` takes."""
    return len(text) if text.isascii() else _width(text)


def ljust(text: str, columns: int) -> str:
    """`text` at the left of so many terminal columns; what is wider stays as it is."""
    return text + " " * (columns - width(text))


def rjust(text: str, columns: int) -> str:
    """`text` at the right of so many terminal columns; what is wider stays as it is."""
    return " " * (columns - width(text)) + text


def is_wide(char: str) -> bool:
    """Whether `char` is written in two columns (Chinese, Japanese, Korean, full-width forms)."""
    return unicodedata.east_asian_width(char) in "WF"


def with_unit(written: str, unit: str) -> str:
    """A number with what it counts: no space before a percent sign, nor between two wide characters."""
    joined = unit[:1] in ("", "%") or (is_wide(unit[0]) and is_wide(written[-1:] or " "))
    return f"{written}{'' if joined else ' '}{unit}"


def sentences(*texts: str) -> str:
    """Those of the texts that say something, one after the other: what another follows ends as a sentence does."""
    *followed, last = [text for text in texts if text] or [""]
    return "".join((*map(_ended, followed), last))


def _ended(text: str) -> str:
    """With the full stop that it lacks, and the space that its script has between sentences."""
    wide = is_wide(text[-1])
    stop = ("。" if wide else ".") if text[-1].isalnum() else ""
    return f"{text}{stop}{'' if wide else ' '}"


def _folded(text: str) -> str:
    """Splitting and joining takes a quarter of the time that an expression for spaces does."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=16_384)
def _width(text: str) -> int:
    """Kept, as `plain` is: a wrong option is measured against many a key."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if is_wide(char) else 1
