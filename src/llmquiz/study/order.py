"""The teaching order: tiers, then the order of the library, prerequisites before what needs them.

It depends on the cards alone, never on their states, so that it stays the same all through a day.
"""

from collections.abc import Iterable, Iterator

from llmquiz.core.cards import Card, Tier

_TIERS = {tier: place for place, tier in enumerate(Tier)}


def teaching_order(cards: Iterable[Card]) -> Iterator[Card]:
    """The cards in the order they are taught, made as they are taken; unknown prerequisites are ignored.

    So are those of a later tier: what someone who knows the field knows does not wait for a detail. A card that comes
    before its prerequisite follows right after it; those in a circle come last, as they came.
    """
    in_turn = sorted(cards, key=lambda card: (_TIERS[card.tier], card.order, card.key))
    open_tiers = {card.key: _TIERS[card.tier] for card in in_turn}
    waiting: dict[str, list[Card]] = {}
    for card in in_turn:
        yield from _released(card, open_tiers, waiting)
    for stuck in waiting.values():
        yield from stuck


def _released(card: Card, open_tiers: dict[str, int], waiting: dict[str, list[Card]]) -> Iterator[Card]:
    """`card` and all that waited for it alone; nothing when it has to wait itself."""
    stack = [card]
    while stack:
        current = stack.pop()
        tier = _TIERS[current.tier]
        before = (key for key in current.prerequisites if open_tiers.get(key, tier + 1) <= tier)
        missing = next((key for key in before if key != current.key), None)
        if missing is not None:
            waiting.setdefault(missing, []).append(current)
            continue
        open_tiers.pop(current.key, None)
        yield current
        stack.extend(reversed(waiting.pop(current.key, [])))
