"""Displayed strings back to values. Written against what a reader sees, not against the code that wrote it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from llmquiz.core.numbers import parse_number
from llmquiz.core.text import plain
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Named
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import NUMERIC, Kind, When

_CJK_DATE = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?")
_YEAR = re.compile(r"\d{4}")
_CURRENCY = re.compile(r"^(?:cn¥|¥|\$)")

Read = Decimal | When | str | bool
"""A displayed value: a number, a date, an id, or a yes or no."""
Ids = frozenset[str]


class Displays:
    """What the displayed names of one catalogue stand for. A name may stand for several things."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._entities = _index(Named(each.id, each.name, each.aliases) for each in catalogue.entities.values())
        self._values: dict[str, dict[str, Ids]] = {}

    def entities(self, text: str) -> Ids:
        """The entities that are called `text`."""
        return self._entities.get(plain(text), frozenset())

    def values(self, text: str, attribute: Attribute) -> Ids:
        """The values of a category or set that are called `text`."""
        if attribute.id not in self._values:
            self._values[attribute.id] = _index(self._catalogue.value_names(attribute).values())
        return self._values[attribute.id].get(plain(text), frozenset())

    def read(self, text: str, attribute: Attribute, language: Language) -> Read | None:
        """What `text` says as a value of `attribute`; None when it says nothing, or more than one thing."""
        if attribute.kind in NUMERIC:
            unit = tuple(words for _, words in attribute.unit.by_language) if attribute.unit else ()
            return parse_number(_CURRENCY.sub("", plain(text)), unit)
        if attribute.kind is Kind.DATE:
            return read_date(text, language)
        if attribute.kind is Kind.BOOLEAN:
            return {plain(language.words["yes"]): True, plain(language.words["no"]): False}.get(plain(text))
        if attribute.kind is Kind.TEXT:
            return plain(text)
        ids = self.values(text, attribute)
        return next(iter(ids)) if len(ids) == 1 else None


def read_date(text: str, language: Language) -> When | None:
    """The first date in `text`, as exactly as it is written; a bare year only where it stands alone."""
    if language.cjk:
        match = _CJK_DATE.search(text)
        return When(tuple(int(part) for part in match.groups() if part)) if match else None
    if _YEAR.fullmatch(text.strip()):
        return When((int(text),))
    return _english_date(text, language.months)


@lru_cache(maxsize=16_384)
def _english_date(text: str, months: tuple[str, ...]) -> When | None:
    match = _written_out(months).search(text)
    if match is None:
        return None
    month = [name.casefold() for name in months].index(match[2].casefold()) + 1
    return When((int(match[3]), month, int(match[1]))) if match[1] else When((int(match[3]), month))


@cache
def _written_out(months: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(\d{{1,2}}) )?\b({'|'.join(months)}) (\d{{4}})\b", re.IGNORECASE)


def word_means(text: str, words: Mapping[str, str]) -> bool | None:
    """Whether an option says "true" or "false"."""
    return {plain(words["right"]): True, plain(words["wrong"]): False}.get(plain(text))


def agrees(truth: bool | None, shown: str, language: Language) -> bool | None:
    """Whether the option "true" or "false" says what is so; None where that is unknown."""
    says = word_means(shown, language.words)
    return None if truth is None or says is None else says is truth


def _index(named: Iterable[Named]) -> dict[str, Ids]:
    index: dict[str, set[str]] = defaultdict(set)
    for each in named:
        for text in (*(text for _, text in each.name.by_language), *each.aliases.everywhere()):
            index[plain(text)].add(each.id)
    return {text: frozenset(ids) for text, ids in index.items()}
