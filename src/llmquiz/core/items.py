"""Items: one rendered question, complete with what will be said after the answer."""

from dataclasses import dataclass

from llmquiz.core.cards import Tier
from llmquiz.core.predicates import Predicate
from llmquiz.core.responses import Many, Match, One, Option, Order, Response

_CHOICES = (One, Many)


@dataclass(frozen=True, slots=True)
class Item:
    """A question as one learner sees it once. The same card, form, language and seed give the same item anywhere."""

    card: str
    form: str
    lang: str
    seed: int
    stem: str
    response: Response
    explanation: str
    """Why the key is right: the fact in a sentence and what makes it stick."""
    source: str
    topic: str
    tier: Tier
    tags: tuple[str, ...] = ()
    predicate: Predicate | None = None
    """What it claims; none for an instructor's question, which nobody can prove."""
    negative: bool = False
    """Whether it asks for what is NOT so."""
    preferred: tuple[str, ...] = ()
    """Ids of wrong options that were to come before others: what the learner mixes up. An input, as the seed is."""

    @property
    def shown(self) -> tuple[Option, ...]:
        """Everything that can be pointed at, whatever the response."""
        match self.response:
            case One(options) | Many(options) | Order(options):
                return options
            case Match(left, right):
                return left + right
        return ()

    @property
    def options(self) -> tuple[Option, ...]:
        """The options, or none for an open response."""
        return self.response.options if isinstance(self.response, _CHOICES) else ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is taught before a new card is asked for the first time. Never rated."""

    card: str
    lang: str
    title: str
    text: str
    neighbours: tuple[tuple[str, str], ...] = ()
    """Related facts in context, as (name, value) pairs; this card's own among them."""
    source: str = ""
