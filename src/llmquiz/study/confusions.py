"""What the learner mixes up: wrong choices, counted by the pair of what was right and what was chosen. Pure.

From the log alone: ids and texts are in it. Both ways of mixing two things up count together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from llmquiz.core.cards import Direction, kind_of

_ENTITY, _SHEET = "entity", "sheet"
_DEFINITION = "/definition"
_MOST_PREFERRED = 3


class Choice(NamedTuple):
    """One wrong choice: the option that was right and the one that was chosen, each with id and text."""

    card: str
    day: int
    right: tuple[str, str]
    chosen: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Thing:
    """One of two that are mixed up."""

    subject: str
    """`entity:<id>` and `sheet:<id>` where there is a page of it; else what makes its id unique."""
    text: str
    """As it was shown last."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Two things that are mixed up."""

    things: tuple[Thing, Thing]
    count: int
    last_day: int
    cards: tuple[str, ...]
    """Where that happened, the latest first."""


class Confusions:
    """The wrong choices of one log, the latest first."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._choices = tuple(choices)

    def pairs(self) -> tuple[Confusion, ...]:
        """Every pair, the most frequent first."""
        found: dict[tuple[str, ...], list[Choice]] = defaultdict(list)
        for choice in self._choices:
            found[_pair(choice)].append(choice)
        made = (_confusion(pair, choices) for pair, choices in found.items())
        return tuple(sorted(made, key=lambda each: (-each.count, -each.last_day, each.things[0].subject)))

    def preferred(self, card: str) -> tuple[str, ...]:
        """The ids of the wrong options that the card should be asked with: what was chosen there, and elsewhere for it.

        The most frequent come first; a few are enough.
        """
        taken = self._taken_for.get(_asked(card) or card, Counter())
        return tuple(name for name, _ in taken.most_common(_MOST_PREFERRED))

    @cached_property
    def _taken_for(self) -> dict[str, Counter[str]]:
        """How often each option was taken for what a subject is, or for what a card asks, either way."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for choice in self._choices:
            found[choice.card][choice.chosen[0]] += 1
            for one, other in permutations((choice.right[0], choice.chosen[0])):
                found[subject_of(choice.card, one)][other] += 1
        return found


def subject_of(card: str, option: str) -> str:
    """What an option of a card stands for, the same wherever it is met."""
    path = card.partition(":")[2].partition("#")[0]
    if kind_of(card) == "fact":
        return f"{_ENTITY}:{option}" if _asks_entity(card) else f"value:{path.split('/')[1]}/{option}"
    if kind_of(card) == "concept":
        return f"{_SHEET}:{option}" if card.endswith(_DEFINITION) else f"point:{path}/{option}"
    return f"option:{path}/{option}"


def _asked(card: str) -> str:
    """The subject that is the right answer of a card, where its key says so; else empty."""
    path = card.rpartition(":")[2]
    if _asks_entity(card):
        return f"{_ENTITY}:{path.partition('/')[0]}"
    return f"{_SHEET}:{path.partition('/')[0]}" if kind_of(card) == "concept" and card.endswith(_DEFINITION) else ""


def _asks_entity(card: str) -> bool:
    return card.endswith(f"#{Direction.ENTITY}")


def _pair(choice: Choice) -> tuple[str, ...]:
    """The two subjects, in an order of their own."""
    return tuple(sorted(subject_of(choice.card, option) for option, _ in (choice.right, choice.chosen)))


def _confusion(pair: tuple[str, ...], choices: list[Choice]) -> Confusion:
    texts: dict[str, str] = {}
    for choice in choices:
        for option, text in (choice.right, choice.chosen):
            texts.setdefault(subject_of(choice.card, option), text)
    one, other = (Thing(subject, texts[subject]) for subject in pair)
    cards = tuple(dict.fromkeys(choice.card for choice in choices))
    return Confusion((one, other), len(choices), max(choice.day for choice in choices), cards)
