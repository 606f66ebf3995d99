"""Milestones: what was finished today, by the last card that was met for the first time. Pure.

Skills do not count: they come and go with the facts that they draw on.
"""

from collections.abc import Container, Iterable, Mapping

from llmquiz.core.cards import Card, Tier, kind_of
from llmquiz.core.states import CardState

CORE = ""
"""Stands for all core cards, among the ids of topics."""


def finished(cards: Iterable[Card], states: Mapping[str, CardState], new: Container[str]) -> tuple[str, ...]:
    """The topics, and `CORE` before them, whose last card was met today; `new`: the cards met today."""
    shelves: dict[str, list[str]] = {CORE: []}
    for card in cards:
        if kind_of(card.key) != "skill":
            shelves.setdefault(card.topic, []).append(card.key)
            if card.tier is Tier.CORE:
                shelves[CORE].append(card.key)
    return tuple(shelf for shelf, keys in shelves.items() if _is_finished(keys, states, new))


def _is_finished(keys: Iterable[str], states: Mapping[str, CardState], new: Container[str]) -> bool:
    today = False
    for key in keys:
        state = states.get(key)
        if state is None or not (state.repetitions or state.suspended):
            return False
        today = today or (key in new and bool(state.repetitions))
    return today
