"""Replay codes: one short word that names an item, from which the same knowledge makes it again, anywhere.

`fact:gpt-4/developer#value@choice-4.en.3.9f3a2c1b`: card, form, language, seed, and a mark of all that was shown.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from llmquiz.core.hashing import digest
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Match, NumberEntry, Order, Response, SelfRate, TextEntry

_MARK = 8
"""Hexadecimal digits: one changed item in four thousand million passes for the old one."""
_CODE = re.compile(
    r"(?P<card>(?:fact|concept|skill|bank):[^\s@]+)@(?P<form>[a-z0-9-]+)\.(?P<lang>[a-z0-9_-]+)\.(?P<seed>\d+)"
    rf"\.(?P<mark>[0-9a-f]{{{_MARK}}})(?:\.(?P<drawn>[0-9a-f]+))?"
)


@dataclass(frozen=True, slots=True)
class ReplayCode:
    """What one item is made of."""

    card: str
    form: str
    lang: str
    seed: int
    mark: str
    drawn: str = ""
    """The entities that a skill drew from, or the wrong options that came before others, as `packed` writes them."""

    def __str__(self) -> str:
        ending = f".{self.drawn}" if self.drawn else ""
        return f"{self.card}@{self.form}.{self.lang}.{self.seed}.{self.mark}{ending}"


def code_of(item: Item, drawn: str = "") -> ReplayCode:
    """The code of an item."""
    return ReplayCode(item.card, item.form, item.lang, item.seed, mark(item), drawn)


def code_in(text: str) -> ReplayCode | None:
    """The code that `text` is; None for anything else."""
    match = _CODE.fullmatch(text.strip())
    if match is None:
        return None
    parts = match.groupdict(default="")
    return ReplayCode(parts["card"], parts["form"], parts["lang"], int(parts["seed"]), parts["mark"], parts["drawn"])


def mark(item: Item) -> str:
    """Another one whenever anything is another that the learner can see of the item: words, options, reasons."""
    options = [(option.id, option.text, option.right, option.because) for option in item.shown]
    seen = (item.stem, item.response.name, options, _told(item.response), item.explanation, item.source)
    return digest(repr(seen))[:_MARK]


def packed(names: Collection[str], among: Sequence[str]) -> str:
    """Which of `among` are in `names`: one bit each, in hexadecimal digits."""
    return format(sum(1 << at for at, name in enumerate(among) if name in names), "x")


def unpacked(text: str, among: Sequence[str]) -> frozenset[str]:
    """The names that `packed` wrote."""
    bits = int(text, 16)
    return frozenset(name for at, name in enumerate(among) if bits >> at & 1)


def _told(response: Response) -> tuple[object, ...]:
    """What is right, where no option says so."""
    match response:
        case TextEntry(answer, accept):
            return answer, accept
        case NumberEntry(answer=answer, unit=unit, tolerance=tolerance, also=also):
            return answer, unit, str(tolerance), *map(str, also)
        case SelfRate(answer, checklist):
            return answer, checklist
        case Order(right=right):
            return right
        case Match(pairs=pairs):
            return pairs
        case ListEntry(members, beside):
            told = tuple((member.answer, member.accept) for member in members)
            return (told, tuple((each.answer, each.accept) for each in beside)) if beside else told
    return ()
