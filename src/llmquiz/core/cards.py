"""Cards: what is scheduled. One card per fact and direction, concept element, skill or bank question.

A key is permanent and built of declared slugs alone, never of text, value, order or file name.
"""

from dataclasses import dataclass, field
from enum import StrEnum

DEFAULT_CATALOGUE = ""
"""The shipped catalogue has no name in its keys."""


class Tier(StrEnum):
    """How much it matters: archive is asked only when the learner switches it on."""

    CORE = "core"
    DETAIL = "detail"
    ARCHIVE = "archive"


class Direction(StrEnum):
    """Which side of a fact is asked for."""

    VALUE = "value"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class Card:
    """A scheduled unit. What it asks lies with the generator or the bank; here is what the queue needs to know."""

    key: str
    topic: str
    tier: Tier
    order: int
    """The place in the teaching order, over the whole library."""
    title: str = ""
    """What it is about, in words, for lists and for the log."""
    tags: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    """Keys of cards to be met first; those that do not exist are ignored."""
    kin: frozenset[str] = field(default_factory=frozenset)
    """What it shares with others (entity, attribute, answer): cards with a common kin are kept apart."""
    fact: str = ""
    """The key without its direction: the two directions of one fact are buried for each other."""
    fingerprint: str = ""
    """Changes when the value that is asked for changes."""
    forms: tuple[str, ...] = ()
    """The forms that make a sound item of it; none: the card is dormant."""


def fact_key(
    entity: str, attribute: str, direction: Direction, qualifier: str = "", catalogue: str = DEFAULT_CATALOGUE
) -> str:
    """`fact:[<catalogue>:]<entity>/<attribute>[/<qualifier>]#<direction>`."""
    path = "/".join(part for part in (entity, attribute, qualifier) if part)
    return f"fact:{_prefix(catalogue)}{path}#{direction}"


def concept_key(sheet: str, element: str, catalogue: str = DEFAULT_CATALOGUE) -> str:
    """`concept:[<catalogue>:]<sheet>/<element>`."""
    return f"concept:{_prefix(catalogue)}{sheet}/{element}"


def skill_key(form: str, attribute: str) -> str:
    """`skill:<form>/<attribute>`."""
    return f"skill:{form}/{attribute}"


def bank_key(bank: str, question: str) -> str:
    """`bank:<bank>/<id>`."""
    return f"bank:{bank}/{question}"


def kind_of(key: str) -> str:
    """What stands before the first colon: `fact`, `concept`, `skill` or `bank`."""
    return key.partition(":")[0]


def _prefix(catalogue: str) -> str:
    return f"{catalogue}:" if catalogue else ""
