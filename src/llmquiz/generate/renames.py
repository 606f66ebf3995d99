"""Old keys of cards: what `renamed_from` says of entities, attributes and sheets, spelt out as keys."""

from collections.abc import Iterable, Iterator

from llmquiz.core.cards import Card, kind_of
from llmquiz.knowledge.gathering import Knowledge


def renames(cards: Iterable[Card], knowledge: Knowledge) -> dict[str, str]:
    """The new key of each card by each key it had before."""
    return {old: card.key for card in cards for old in _old_keys(card.key, knowledge)}


def _old_keys(key: str, knowledge: Knowledge) -> Iterator[str]:
    kind, _, path = key.partition(":")
    first, second, *rest = path.split("/")
    attribute, mark, direction = second.partition("#")
    if kind_of(key) == "fact":
        entities = knowledge.catalogue.entities[first].renamed_from
        attributes = knowledge.catalogue.attributes[attribute].renamed_from
        olds = [(entity, attribute) for entity in entities] + [(first, old) for old in attributes]
        yield from (f"{kind}:{'/'.join((entity, name + mark + direction, *rest))}" for entity, name in olds)
    elif kind_of(key) == "concept":
        yield from (f"{kind}:{'/'.join((old, second, *rest))}" for old in knowledge.sheets[first].renamed_from)
    elif kind_of(key) == "skill":
        olds_of = knowledge.catalogue.attributes[second].renamed_from
        yield from (f"{kind}:{first}/{old}" for old in olds_of)
