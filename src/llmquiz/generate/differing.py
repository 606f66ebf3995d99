"""Which values are safe wrong options for which: known, and further apart than any tolerance could bridge.

The prover does not import this: it forms its own opinion of what differs.
"""

from decimal import Decimal

from llmquiz.core.numbers import parse_number
from llmquiz.core.text import plain
from llmquiz.knowledge.catalogue import Attribute, Fact
from llmquiz.knowledge.values import Members, Value, When

MIN_RATIO = Decimal("1.15")
"""Two numeric options nearer than this look alike (rule E03)."""


def differ(one: Value, other: Value, attribute: Attribute) -> bool:
    """Whether nobody could take the two for the same value."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        distance = 2 * max(attribute.tolerance.around(one), attribute.tolerance.around(other))
        return abs(one - other) > distance
    if isinstance(one, When) and isinstance(other, When):
        first, second = one.at(attribute.precision), other.at(attribute.precision)
        return first is not None and second is not None and first != second
    if isinstance(one, Members) or isinstance(other, Members):
        return False
    return one != other


def defensible(fact: Fact, value: Value, attribute: Attribute) -> bool:
    """Whether a well-informed person could say of a fact, or of a member of it, that it has `value` too."""
    return any(not differ(also, value, attribute) for also in fact.also)


def far_enough(one: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> bool:
    """Whether two orders can stand beside each other as options: distinct dates, or numbers with a clear ratio."""
    if len(one) > 1:
        return one != other
    small, large = sorted((abs(one[0]), abs(other[0])))
    return small == 0 or large / small >= MIN_RATIO


def same_name(one: str, other: str) -> bool:
    """Whether two names are one for a reader: equal when plain, or the same number."""
    if plain(one) == plain(other):
        return True
    first, second = parse_number(one), parse_number(other)
    return first is not None and first == second
