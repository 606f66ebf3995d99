"""Three-valued truth of "entity e has value v": True, False, or None for unknown. Unknown is never false.

Equal within the tolerance is true, beyond twice the tolerance false, in between unknown. Unknown too: a cell that is
unknown, undisclosed, disputed or only reported, a date known less exactly than it is asked, a volatile cell of another
edition.
"""

from decimal import Decimal

from llmquiz.core.text import Text, plain
from llmquiz.generate.proof.displays import Read
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Fact
from llmquiz.knowledge.values import Members, When

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
    return _equal(fact, attribute, value)


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
    """Whether two known cells can be ranked (E22): dates that differ, numbers 5 % and twice the tolerance apart."""
    if isinstance(one.value, When) and isinstance(other.value, When):
        first, second = one.value.at(attribute.precision), other.value.at(attribute.precision)
        return first is not None and second is not None and first != second
    if isinstance(one.value, Decimal) and isinstance(other.value, Decimal):
        large = max(abs(one.value), abs(other.value))
        return abs(one.value - other.value) >= max(large / 20, 2 * attribute.tolerance.around(large), Decimal("1e-9"))
    return False
