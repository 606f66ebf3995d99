"""The terms of the search: what stands before a colon, what may stand behind it, and which cards that means.

A new term is one line in `TERMS` and one in docs/searching.md; a test tries each documented one.
"""

import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from llmquiz.core.answers import Rating
from llmquiz.core.cards import Card, Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.core.text import plain
from llmquiz.study.leech import is_leech
from llmquiz.study.search.query import Accepts, Deck

Test = Callable[[Deck], Accepts]

_COMPARED = re.compile(r"(<=|>=|<|>|=)?(\d+(?:\.\d+)?)")
_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "": operator.eq,
}  # fmt: skip
_NUMBERS = ("7", "<7", "<=7", ">7", ">=7")
_RATED = re.compile(r"(\d{1,5})(?::(\w+))?")
_RATINGS = {name: rating for rating in Rating for name in (str(int(rating)), rating.name.lower())}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a library has: what may stand behind a colon where that depends on the cards."""

    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    @classmethod
    def of(cls, cards: Iterable[Card], topics: Iterable[str]) -> "Vocabulary":
        """The words of some cards."""
        cards = tuple(cards)
        tags = {plain(tag) for card in cards for tag in card.tags}
        forms = {form for card in cards for form in card.forms}
        return cls(tuple(topics), tuple(sorted(tags)), tuple(sorted(forms)))


@dataclass(frozen=True, slots=True)
class TermKind:
    """One term. `reads` gives None for what cannot stand behind its colon."""

    possible: Callable[[Vocabulary], tuple[str, ...]]
    reads: Callable[[str, Vocabulary], Test | None]


def days_until_due(state: CardState, day: int) -> int | None:
    """In how many days a card is asked again, burying included; None while it is new or suspended."""
    if state.due_day is None or state.suspended:
        return None
    return max(state.due_day, state.buried_until or 0) - day


def _is_due(state: CardState, day: int) -> bool:
    days = days_until_due(state, day)
    return days is not None and days <= 0


def _is_buried(state: CardState, day: int) -> bool:
    return state.buried_until is not None and state.buried_until > day


def _in_phase(phase: Phase) -> Test:
    return lambda deck: lambda card, state: state.phase is phase


def _in_tier(tier: Tier) -> Test:
    return lambda deck: lambda card, state: card.tier is tier


_STATES: dict[str, Test] = {phase.value: _in_phase(phase) for phase in Phase} | {
    "suspended": lambda deck: lambda card, state: state.suspended,
    "buried": lambda deck: lambda card, state: _is_buried(state, deck.day),
}
_IS: dict[str, Test] = {
    "due": lambda deck: lambda card, state: _is_due(state, deck.day),
    "new": _STATES["new"],
    "leech": lambda deck: lambda card, state: is_leech(state, deck.leech),
    "suspended": _STATES["suspended"],
    "buried": _STATES["buried"],
    "flagged": lambda deck: lambda card, state: card.key in deck.flagged,
    "noted": lambda deck: lambda card, state: card.key in deck.noted,
    "dormant": lambda deck: lambda card, state: not card.forms,
}


def _one_of(tests: dict[str, Test]) -> TermKind:
    """A word out of a fixed list."""
    return TermKind(lambda known: tuple(tests), lambda value, known: tests.get(value))


def _member(words: Callable[[Vocabulary], tuple[str, ...]], has: Callable[[Card, str], bool]) -> TermKind:
    """A word that some card of the library has."""

    def reads(value: str, known: Vocabulary) -> Test | None:
        return (lambda deck: lambda card, state: has(card, value)) if value in words(known) else None

    return TermKind(words, reads)


def _compared(value: str) -> tuple[Callable[[float, float], bool], float] | None:
    read = _COMPARED.fullmatch(value)
    return (_OPERATORS[read[1] or ""], float(read[2])) if read else None


def _measured(measure: Callable[[CardState, int], float | None], words: dict[str, str] | None = None) -> TermKind:
    """A number, compared; a card without one is never found. `words`: what stands for a comparison."""
    spoken = words or {}

    def reads(value: str, known: Vocabulary) -> Test | None:
        read = _compared(spoken.get(value, value))
        if read is None:
            return None
        compares, limit = read

        def test(deck: Deck) -> Accepts:
            def accepts(card: Card, state: CardState) -> bool:
                found = measure(state, deck.day)
                return found is not None and compares(found, limit)

            return accepts

        return test

    return TermKind(lambda known: (*spoken, *_NUMBERS), reads)


def _reads_rated(value: str, known: Vocabulary) -> Test | None:
    read = _RATED.fullmatch(value)
    wanted = _RATINGS.get(read[2]) if read and read[2] else None
    if read is None or not int(read[1]) or (read[2] and wanted is None):
        return None
    days = int(read[1])

    def test(deck: Deck) -> Accepts:
        answers = deck.answered(deck.day - days + 1)
        found = {card for card, rating in answers if wanted is None or rating == wanted}
        return lambda card, state: card.key in found

    return test


TERMS: dict[str, TermKind] = {
    "topic": _member(lambda known: known.topics, lambda card, value: card.topic == value),
    "tag": _member(lambda known: known.tags, lambda card, value: value in map(plain, card.tags)),
    "tier": _one_of({tier.value: _in_tier(tier) for tier in Tier}),
    "form": _member(lambda known: known.forms, lambda card, value: value in card.forms),
    "state": _one_of(_STATES),
    "is": _one_of(_IS),
    "due": _measured(days_until_due, {"today": "<=0", "tomorrow": "1"}),
    "rated": TermKind(lambda known: ("1", "7", "1:1", "7:again"), _reads_rated),
    "lapses": _measured(lambda state, day: state.lapses),
    "stability": _measured(lambda state, day: state.stability),
    "difficulty": _measured(lambda state, day: state.difficulty),
    "asked": _measured(lambda state, day: state.repetitions),
}
"""Every term by its name."""
