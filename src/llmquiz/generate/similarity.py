"""How alike two entities are. Similarity is difficulty: the closest wrong options make the hardest question."""

from functools import lru_cache

from llmquiz.generate.prompts import Order
from llmquiz.knowledge.catalogue import Catalogue, Entity
from llmquiz.knowledge.values import When

_FAMILY, _SHELF, _DATE = 0.4, 0.3, 0.3
_NEAR_MONTHS = 12
_MONTHS = 12


def closeness(one: Entity, other: Entity, catalogue: Catalogue) -> float:
    """Between 0 and 1: same family, same shelf (its maker), released within twelve months of each other."""
    score = 0.0
    if _line(one) & _line(other):
        score += _FAMILY
    if one.topic == other.topic:
        score += _SHELF
    months = _months_apart(one, other, catalogue)
    if months is not None and months <= _NEAR_MONTHS:
        score += _DATE * (1 - months / (2 * _NEAR_MONTHS))
    return score


def _line(entity: Entity) -> set[str]:
    return {name for name in (entity.family, entity.id) if name}


def _months_apart(one: Entity, other: Entity, catalogue: Catalogue) -> int | None:
    first, second = _released(one, catalogue), _released(other, catalogue)
    return None if first is None or second is None else abs(first - second)


def _released(entity: Entity, catalogue: Catalogue) -> int | None:
    """The month of its first date, counted from year 0."""
    for fact in catalogue.of_entity(entity.id):
        if isinstance(fact.value, When) and len(fact.value.parts) > 1:
            return fact.value.parts[0] * _MONTHS + fact.value.parts[1]
    return None


@lru_cache(maxsize=65_536)
def nearness(one: Order, other: Order) -> float:
    """How near two numbers or dates are, between 0 and 1: half at a factor of e, or at a year's distance."""
    if len(one) > 1 and len(other) > 1:
        return 1 / (1 + abs(months(one) - months(other)) / _MONTHS)
    if one[0] <= 0 or other[0] <= 0:
        return 0.0
    return 1 / (1 + abs(float((one[0] / other[0]).ln())))


def months(order: Order) -> int:
    """A date as months from year 0."""
    return int(order[0]) * _MONTHS + int(order[1])
