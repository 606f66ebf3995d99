"""Which entities a skill card may draw from: those whose own fact is already in review."""

from collections.abc import Mapping

from llmquiz.core.cards import Card, Direction, fact_key, kind_of
from llmquiz.core.states import CardState, Phase

_ENOUGH = 5
"""Entities in review before a comparison is worth asking: one more than it shows."""
_NEEDS_FACTS = ("skill:compare/", "skill:ratio/", "skill:order/", "skill:match/")


def known_entities(card: str, states: Mapping[str, CardState]) -> frozenset[str] | None:
    """The entities whose value of the compared attribute is in review; None where the card draws on no memory."""
    if not card.startswith(_NEEDS_FACTS):
        return None
    attribute = card.rpartition("/")[2]
    ending = fact_key("", attribute, Direction.VALUE).removeprefix("fact:")
    return frozenset(
        key.removeprefix("fact:").removesuffix(f"/{ending}")
        for key, state in states.items()
        if state.phase is Phase.REVIEW and key.endswith(f"/{ending}") and kind_of(key) == "fact"
    )


def is_ready(card: Card, states: Mapping[str, CardState]) -> bool:
    """Whether a skill card has enough to draw from; every other card is ready."""
    known = known_entities(card.key, states)
    return known is None or len(known) >= _ENOUGH
