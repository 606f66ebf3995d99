"""What an item claims, without words: the prover evaluates it for every option that is shown."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ValueOf:
    """The option is the value of `attribute` of `entity`."""

    entity: str
    attribute: str


@dataclass(frozen=True, slots=True)
class EntityWith:
    """The option is an entity whose `attribute` has the value that is displayed as `value`."""

    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class MemberOf:
    """The option is one of the set `attribute` of `entity`."""

    entity: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Claim:
    """The option says whether `attribute` of `entity` is (for a set: has) what is displayed as `value`."""

    entity: str
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Extreme:
    """The option is the entity with the largest (`sign` 1) or smallest (-1) `attribute` among the options."""

    attribute: str
    sign: int


@dataclass(frozen=True, slots=True)
class CallCost:
    """The option is what a call costs: tokens in and out at the entity's two prices, each `per` so many tokens."""

    entity: str
    price_in: str
    price_out: str
    tokens_in: int
    tokens_out: int
    per: Decimal


@dataclass(frozen=True, slots=True)
class Completes:
    """The option fills the gap of a concept's element (or is its right answer)."""

    sheet: str
    element: str


@dataclass(frozen=True, slots=True)
class Names:
    """The option is the term of a concept sheet."""

    sheet: str


@dataclass(frozen=True, slots=True)
class Holds:
    """The option says whether a sentence holds: an element's text with its gap filled by `filler`."""

    sheet: str
    element: str
    filler: str


@dataclass(frozen=True, slots=True)
class Stated:
    """The option says whether a misconception holds. It never does."""

    sheet: str
    misconception: str


@dataclass(frozen=True, slots=True)
class ListedIn:
    """The option belongs to a list of a concept sheet."""

    sheet: str
    list_id: str


@dataclass(frozen=True, slots=True)
class Stands:
    """The option is a statement of a sheet that holds, and not one of its misconceptions."""

    sheet: str


@dataclass(frozen=True, slots=True)
class RatioOf:
    """The option says how many times as much `attribute` the first entity has as the second."""

    attribute: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class InOrder:
    """The options, in the right order, ascend in `attribute`."""

    attribute: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each left option is an entity whose `attribute` is its right option."""

    attribute: str


@dataclass(frozen=True, slots=True)
class Negated:
    """The option is what does NOT satisfy a predicate, by proof and not for want of knowledge."""

    of: MemberOf | EntityWith | ListedIn


Predicate = (
    ValueOf
    | EntityWith
    | MemberOf
    | Claim
    | Extreme
    | CallCost
    | Completes
    | Names
    | Holds
    | Stated
    | ListedIn
    | Stands
    | RatioOf
    | InOrder
    | Pairs
    | Negated
)
