"""Prompts: what there is to ask about one card in one language, before a form gives it a shape.

Facts, concept elements and skills all become prompts; forms know nothing else. What is in `others` is provably wrong.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from llmquiz.core.predicates import Predicate
from llmquiz.core.responses import NumberEntry, TextEntry
from llmquiz.core.rules.e14_order import ascending

GAP = "\ue000"
"""Stands for the gap in a statement until a form writes the gap or fills it (a private-use character)."""

CHOICES = ("choice-3", "choice-4")
FORMS_OF_FACTS = frozenset({*CHOICES, "true-false", "cloze", "typed", "numeric"})
FORMS_OF_CONCEPTS = FORMS_OF_FACTS | {"right-statement", "flashcard", "explain"}
FORMS_OF_ENTITIES = frozenset({*CHOICES, "which-is-not", "true-false"})
FORMS_OF_MEMBERS = frozenset({*CHOICES, "true-false", "missing"})
FORMS_OF_SETS = frozenset({"multi-choice", "which-is-not", "recall"})

Order = tuple[Decimal, ...]
"""Where a candidate stands among others of its kind: a number, or a date's parts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible option: the right one or a wrong one, with the reason."""

    id: str
    text: str
    because: str
    order: Order | None = None
    """Set for numbers and dates: these are shown ascending, and must not lie too close together."""
    closeness: float = 0.0
    """How much it resembles the right one, between 0 and 1: similarity is difficulty."""
    source: str = ""
    """Where its reason was read, when that is not the prompt's own source."""
    weight: int = 1
    """How many have this value: a common one must stand among the wrong options as often as it is the key (C27)."""
    accept: tuple[str, ...] = ()
    """What else it is called, where it is to be typed."""
    group: str = ""
    """What it shares with others of its kind (a maker, a value): options of one group could be crossed out together."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that holds or does not, and why."""

    id: str
    text: str
    holds: bool
    because: str
    """Why it holds, or what is so of the wrong thing it says."""
    asks: Predicate
    explanation: str = ""
    """What is so, when that is not the prompt's own explanation."""
    source: str = ""
    """Where that was read, when it is not the prompt's own source."""
    near: bool = True
    """Whether somebody could believe it who does not mix these very things up."""


@dataclass(frozen=True, slots=True)
class Aloud:
    """What can be explained to a friend, and what such an explanation holds."""

    task: str
    """What is to be explained, as it is asked."""
    definition: str
    """The term with its definition."""
    points: tuple[str, ...]
    """What a good explanation says."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Everything that can be asked about one card in one language."""

    card: str
    lang: str
    question: str
    key: Candidate
    others: tuple[Candidate, ...]
    asks: Predicate
    explanation: str
    source: str
    subject: str = ""
    """The name of what is asked about: the key must not be readable from it."""
    gapped: str = ""
    """The statement with `GAP` in place of the key; empty where there is none."""
    gap_hint: str = ""
    """What is wanted in the gap, where the sentence does not say it."""
    claims: tuple[Claim, ...] = ()
    members: tuple[Candidate, ...] = ()
    """Everything that is right of a set or list, or has the value, the key among it."""
    beside: tuple[TextEntry, ...] = ()
    """What may be a member as well: neither right nor wrong."""
    rivals: tuple[str, ...] = field(default=(), repr=False)
    """What a typing error in a member must not be nearer to."""
    whole: bool = False
    """Whether `members` is all there is: only then can one be missing."""
    name: str = ""
    """What the set or list is called."""
    not_question: str = ""
    """Asks for what does not belong to `members`."""
    card_sides: tuple[str, str] = ("", "")
    """Front and back of a flashcard."""
    aloud: Aloud | None = None
    """What can be explained aloud."""
    pairs: tuple[tuple[Candidate, Candidate], ...] = ()
    """What belongs together, for matching."""
    typed: TextEntry | None = None
    number: NumberEntry | None = None
    forms: frozenset[str] = FORMS_OF_FACTS
    """The forms that may ask it, if they find what they need."""
    refused: dict[str, str] = field(default_factory=dict)
    """Forms that a rule forbids, with the rule's name."""

    def offers(self, form: str) -> bool:
        """Whether `form` may ask this prompt."""
        return form in self.forms and form not in self.refused

    def only(self, *forms: str) -> "Prompt":
        """The same prompt, asked by these forms alone."""
        return replace(self, forms=frozenset(forms))


def distinct(candidates: Iterator[Candidate], key: Candidate) -> tuple[Candidate, ...]:
    """`candidates` without doubles and without what is displayed like the key; the closest of each text stays."""
    found: dict[str, Candidate] = {}
    weights: Counter[str] = Counter()
    for candidate in candidates:
        weights[candidate.text] += candidate.weight
        known = found.get(candidate.text)
        if candidate.text != key.text and (known is None or candidate.closeness > known.closeness):
            found[candidate.text] = candidate
    return tuple(_weighing(candidate, weights[text]) for text, candidate in found.items())


def _weighing(candidate: Candidate, weight: int) -> Candidate:
    if candidate.weight == weight:
        return candidate
    one = candidate  # not `replace`, which takes three times as long, for thousands of candidates
    return Candidate(one.id, one.text, one.because, one.order, one.closeness, one.source, weight, one.accept, one.group)


def in_order(key: Candidate, others: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Key and others with their places among numbers or dates, where all of them are such; else as they are (E14)."""
    found = [ascending(candidate.text) for candidate in (key, *others)]
    sorts = {place[0] for place in found if place is not None}
    if None in found or len(sorts) != 1:
        return (key, *others)
    orders = (tuple(Decimal(str(part)) for part in place[1]) for place in found if place is not None)
    return tuple(replace(candidate, order=order) for candidate, order in zip((key, *others), orders, strict=True))
