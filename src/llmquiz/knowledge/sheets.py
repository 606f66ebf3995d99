"""Concept sheets as typed elements: definition, statements, list members, contrasts, misconceptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from llmquiz.core.cards import Tier
from llmquiz.core.text import Text, Texts

GAP_OPEN, GAP_CLOSE = "[[", "]]"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong option: what a half-informed person believes, and why it is not so."""

    id: str
    text: Text
    because: Text


@dataclass(frozen=True, slots=True)
class Misconception:
    """A false sentence that people really hold."""

    id: str
    claim: Text
    because: Text


@dataclass(frozen=True, slots=True)
class Element:
    """A statement, a contrast or a list member: a question, a sentence with a gap, and what fills it wrongly."""

    id: str
    question: Text
    answer: Text
    wrong: tuple[Wrong, ...]
    because: Text
    text: Text | None = None
    """The sentence with `[[the answer]]` marked; none for list members."""
    accept: Texts = field(default_factory=Texts)
    typed: bool = True
    flashcard: bool = True
    """Whether what is not typed may be recalled and rated: not where many good answers are true."""
    source: str = ""
    list_id: str = ""
    against: str = ""
    """The sheet that a contrast sets this one against."""
    tier: Tier | None = None
    """Its own tier, where it is not the sheet's: a dated offer among what lasts."""


@dataclass(frozen=True, slots=True)
class ConceptList:
    """A list of a sheet: its members are elements of their own, and known outsiders are what people wrongly add."""

    id: str
    name: Text
    members: tuple[str, ...]
    """The ids of its elements."""
    outside: tuple[Wrong, ...]
    complete: bool
    source: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What there is to know of one concept."""

    id: str
    topic: str
    tier: Tier
    source: str
    term: Text
    aliases: Texts
    definition: Text
    definition_question: Text
    explanation: Text
    elements: Mapping[str, Element]
    misconceptions: tuple[Misconception, ...]
    lists: Mapping[str, ConceptList] = field(default_factory=dict)
    disjoint: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    typed: bool = True
    """Whether the term can fairly be typed: not where it has many wordings."""
    explain_task: Text | None = None
    """What is to be explained aloud, where the term is none that one would explain to a friend."""

    def tier_of(self, name: str) -> Tier:
        """The tier of the element called `name`; the sheet's, unless it has its own."""
        element = self.elements.get(name)
        return (element.tier if element else None) or self.tier

    @property
    def told(self) -> tuple[Element, ...]:
        """The statements that tell what the sheet is about: those of its own tier, no dated offers among what lasts."""
        return tuple(
            element for element in self.elements.values() if element.text and self.tier_of(element.id) is self.tier
        )


def split_gap(text: str) -> tuple[str, str, str]:
    """What stands before the gap, in it, and after it. Raises ValueError unless there is exactly one gap."""
    if text.count(GAP_OPEN) != 1 or text.count(GAP_CLOSE) != 1:
        raise ValueError("a statement has exactly one [[gap]]")
    before, _, rest = text.partition(GAP_OPEN)
    answer, _, after = rest.partition(GAP_CLOSE)
    return before, answer, after
