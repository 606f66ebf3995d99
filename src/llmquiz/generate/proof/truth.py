"""Three-valued truth of "entity e has value v": True, False, or None for unknown. Unknown is never false.

Equal within the tolerance is true, beyond twice the tolerance false, in between unknown. Unknown too: a cell that is
unknown, undisclosed, disputed or only reported, a date known less exactly than it is asked, a volatile cell of another
edition, and what can be defended beside a fact's value.
"""

from decimal import Decimal

from llmquiz.core.text import Text, plain
from llmquiz.generate.proof.displays import Read
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Fact
from llmquiz.knowledge.values import Members, Value, When

Truth = bool | None


def holds(catalogue: Catalogue, entity: str, attribute: Attribute, value: Read | None, edition: str = "") -> Truth:
    """Whether `entity` has `value`. `edition` is the month (YYYY-MM) a volatile question is about.

    A cell that is not applicable is unknown here: false it would be, but it must never serve as a wrong option.
    """
    fact = catalogue.fact(entity, attribute.id)
    if fact is None or value is None:
        return None
    if not fact.known or (edition and not fact.as_of.startswith(edition)):
        return None
    return None if _is_defended(fact, attribute, value) else _equal(fact, attribute, value)


def _is_defended(fact: Fact, attribute: Attribute, value: Read) -> bool:
    """Whether `value` is, or may be, one of those that are neither right nor wrong of a fact."""
    for other in fact.also:
        if isinstance(other, Decimal) and isinstance(value, Decimal):
            if _near(other, value, attribute) is not False:
                return True
        elif isinstance(other, When) and isinstance(value, When):
            shorter = min(len(other.parts), len(value.parts))
            if other.parts[:shorter] == value.parts[:shorter]:
                return True
        elif other == value or (isinstance(other, Text) and value in {plain(words) for _, words in other.by_language}):
            return True
    return False


def _equal(fact: Fact, attribute: Attribute, value: Read) -> Truth:
    known = fact.value
    if isinstance(known, Decimal) and isinstance(value, Decimal):
        return _near(known, value, attribute)
    if isinstance(known, When) and isinstance(value, When):
        asked = known.at(value.precision)
        return None if asked is None else asked == value
    if isinstance(known, Text):
        return value in {plain(words) for _, words in known.by_language}
    if isinstance(known, Members):
        return True if value in known.ids else (False if known.complete else None)
    return known == value if isinstance(known, str | bool) else None


def _near(known: Decimal, value: Decimal, attribute: Attribute) -> Truth:
    tolerance = attribute.tolerance.around(known)
    distance = abs(known - value)
    if distance <= tolerance:
        return True
    return False if distance > 2 * tolerance else None


def strictly_apart(one: Fact, other: Fact, attribute: Attribute) -> bool:
    """Whether two known cells can be ranked (E22), and the same way round whatever else is defended of either."""
    ways = {
        _ranked(mine, theirs, attribute) for mine in (one.value, *one.also) for theirs in (other.value, *other.also)
    }
    return len(ways) == 1 and 0 not in ways


def _ranked(one: Value | None, other: Value | None, attribute: Attribute) -> int:
    """-1 or 1 for dates that differ and numbers 5 % and twice the tolerance apart, 0 where nothing can be said."""
    if isinstance(one, When) and isinstance(other, When):
        first, second = one.at(attribute.precision), other.at(attribute.precision)
        return 0 if first is None or second is None or first == second else (1 if first > second else -1)
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        large = max(abs(one), abs(other))
        if abs(one - other) >= max(large / 20, 2 * attribute.tolerance.around(large), Decimal("1e-9")):
            return 1 if one > other else -1
    return 0
