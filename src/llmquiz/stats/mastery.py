"""Mastery of a topic: the mean retrievability of its cards now, new cards counting 0. Between 0 and 1."""

from collections.abc import Callable, Iterable, Mapping

from llmquiz.core.cards import Card
from llmquiz.core.states import CardState

Recall = Callable[[CardState], float]
"""The probability that a card is recalled now."""


def mastery(cards: Iterable[Card], states: Mapping[str, CardState], recall: Recall) -> dict[str, float]:
    """The mastery of each topic that has a card among `cards`. Cards that no form can ask do not count."""
    sums: dict[str, float] = {}
    counts: dict[str, int] = {}
    for card in cards:
        if not card.forms:
            continue
        state = states.get(card.key)
        sums[card.topic] = sums.get(card.topic, 0.0) + (recall(state) if state else 0.0)
        counts[card.topic] = counts.get(card.topic, 0) + 1
    return {topic: total / counts[topic] for topic, total in sums.items()}
