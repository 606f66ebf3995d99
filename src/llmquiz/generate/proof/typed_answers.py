"""The rule over all typed answers (C30): none of them is taken for a misspelt answer to another question.

Whoever types what another question asks for did not mistype: it is another thing, and must not count. What is among the
names that a typing error is held against (`TextEntry.rivals`) never does, so only the others are tried.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from llmquiz.core.items import Item
from llmquiz.core.marking import N_
from llmquiz.core.responses import TextEntry
from llmquiz.core.spelling import meant, spelled, typing_errors
from llmquiz.core.wordings import Wording, worded
from llmquiz.generate.proof.finding import Finding

_TAKEN = N_("`{typed}`, an answer to {other}, counts as a misspelt `{right}` for {card}.")
_Names = tuple[str, ...]


@dataclass(slots=True)
class TypedAnswers:
    """What counts where an answer is typed, and for which card."""

    asked: dict[_Names, dict[_Names, str]] = field(default_factory=dict)
    """By the rivals (one tuple for all names, none for dates): what counts together, and the first card it is for."""

    def add(self, item: Item) -> None:
        """Count one item, if it is answered by typing."""
        if isinstance(entry := item.response, TextEntry):
            self._add(entry.rivals, tuple(sorted({entry.answer, *entry.accept})), item.card)

    def add_all(self, other: "TypedAnswers") -> None:
        """Count what others have counted."""
        for rivals, asked in other.asked.items():
            for names, card in asked.items():
                self._add(rivals, names, card)

    def findings(self) -> Iterator[Finding]:
        """Every answer to one question that counts, as a typing error, for another."""
        cards = {name: card for asked in self.asked.values() for names, card in asked.items() for name in names}
        for rivals, asked in self.asked.items():
            near = _Near(asked)
            for typed in _others(cards, rivals):
                for names in near.to(typed):
                    if right := meant(typed, names, rivals):
                        yield "C30", _taken(typed, cards[typed], right, asked[names])

    def _add(self, rivals: _Names, names: _Names, card: str) -> None:
        self.asked.setdefault(rivals, {}).setdefault(names, card)


class _Near:
    """Finds what a typed name may be taken for, by what no typing error may touch, which parts nearly all names."""

    def __init__(self, asked: Iterable[_Names]) -> None:
        self._alike: dict[_Names, dict[str, list[_Names]]] = {}
        for names in asked:
            for name in names:
                if spelled(name).latin:
                    self._alike.setdefault(spelled(name).protected, {}).setdefault(name, []).append(names)

    def to(self, typed: str) -> Iterable[_Names]:
        """What counts together and has a name near to `typed`, unless that is one of them, or its plural is."""
        alike = self._alike.get(spelled(typed).protected, {})
        few = (name for name in alike if typing_errors(typed, name) is not None)
        near = dict.fromkeys(names for name in few for names in alike[name])
        return [names for names in near if spelled(typed).singular not in {spelled(name).singular for name in names}]


def _others(names: Iterable[str], rivals: _Names) -> Iterator[str]:
    """Those names, of such as may be misspelt, that are none of the rivals."""
    held = {spelled(rival).folded for rival in rivals}
    return (name for name in names if spelled(name).latin and spelled(name).folded not in held)


def _taken(typed: str, other: str, right: str, card: str) -> Wording:
    return worded(_TAKEN, typed=typed, other=other, right=right, card=card)
