"""What a search asks for, as a tree, over columns of cards; and what is wrong with a line that cannot be read."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from llmquiz.core.cards import Card
from llmquiz.core.states import CardState

Accepts = Callable[[Card, CardState], bool]
Answered = Callable[[int], Iterable[tuple[str, int]]]
"""Card and rating of every answer since a day."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards that are searched, in columns: a hundred thousand of them must not become objects once more."""

    cards: Sequence[Card]
    states: Sequence[CardState]
    """Of each card; one new state may serve all that were never met."""
    texts: Sequence[str]
    """Of each card, folded by `core.text.plain`: what words are looked for in, in every language."""
    day: int
    """Today's local day number."""
    leech: int
    """Lapses from which a card is a leech."""
    flagged: Container[str] = frozenset()
    noted: Container[str] = frozenset()
    answered: Answered = lambda _: ()


@dataclass(frozen=True, slots=True)
class Words:
    """The text holds this, folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A card and its state are asked. `test` learns first what is searched."""

    test: Callable[[Deck], Accepts]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class All:
    """Each of the parts; of none: everything."""

    parts: tuple["Query", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One of the parts, or several."""

    parts: tuple["Query", ...]


Query = Words | Term | Not | All | Either


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why a line cannot be read. Whoever shows it puts it into words."""

    code: str
    """`unclosed-quote`, `unclosed-group`, `unopened-group`, `too-deep`, `nothing-here`, `unknown-term` or
    `unknown-value`."""
    at: int
    """The place in the line, counted from 1."""
    text: str = ""
    """What stands there."""
    possible: tuple[str, ...] = ()
    """What may stand there, the nearest first."""
