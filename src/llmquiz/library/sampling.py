"""A sample of items for a reader's judgement: by seed, spread evenly over forms and languages, then over topics."""

from collections.abc import Iterable, Iterator

from llmquiz.core.cards import Card
from llmquiz.core.hashing import by_rank, draw
from llmquiz.core.items import Item
from llmquiz.generate.generator import Generator

Cell = tuple[str, str]
"""A form and a language."""
_SEEDS = 20


def sample(generator: Generator, cards: Iterable[Card], count: int, seed: int) -> list[Item]:
    """`count` different items, or all there are. The same arguments give the same sample."""
    shelves = {cell: _by_topic(own, cell, seed) for cell, own in _cells(generator, cards).items()}
    items: dict[str, Item] = {}
    while shelves and len(items) < count:
        for cell in list(shelves):
            card = next(shelves[cell], None)
            if card is None:
                del shelves[cell]
            elif (item := _item(generator, card, cell, seed)) is not None and len(items) < count:
                items.setdefault(item.stem + str(item.response), item)
    return list(items.values())


def _cells(generator: Generator, cards: Iterable[Card]) -> dict[Cell, list[Card]]:
    cells: dict[Cell, list[Card]] = {}
    for card in cards:
        for form in card.forms:
            for lang in generator.knowledge.languages:
                cells.setdefault((form, lang), []).append(card)
    return dict(sorted(cells.items()))


def _by_topic(cards: list[Card], cell: Cell, seed: int) -> Iterator[Card]:
    """One card of each topic in turn, in hash order."""
    shelves: dict[str, list[Card]] = {}
    for card in by_rank(cards, lambda each: each.key, *cell, seed):
        shelves.setdefault(card.topic, []).append(card)
    while shelves:
        for topic in list(shelves):
            yield shelves[topic].pop(0)
            if not shelves[topic]:
                del shelves[topic]


def _item(generator: Generator, card: Card, cell: Cell, seed: int) -> Item | None:
    form, lang = cell
    made = generator.item(card.key, form, lang, draw(_SEEDS, card.key, *cell, seed))
    return made if isinstance(made, Item) else None
