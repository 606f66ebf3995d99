"""The shape of an item: the response its form has, how many options it shows, and how many of them are right."""

from collections.abc import Iterator, Mapping

from llmquiz.core.items import Item
from llmquiz.core.predicates import Negated
from llmquiz.core.responses import (
    ListEntry,
    Many,
    Match,
    NumberEntry,
    One,
    Order,
    Response,
    SelfRate,
    TextEntry,
)
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.finding import Finding

SHAPES: Mapping[str, tuple[type[Response], int]] = {
    "choice-3": (One, 3),
    "true-false": (One, 2),
    "choice-4": (One, 4),
    "which-is-not": (One, 4),
    "missing": (One, 4),
    "right-statement": (One, 3),
    "multi-choice": (Many, 0),
    "cloze": (TextEntry, 0),
    "typed": (TextEntry, 0),
    "numeric": (NumberEntry, 0),
    "flashcard": (SelfRate, 0),
    "explain": (SelfRate, 0),
    "recall": (ListEntry, 0),
    "compare": (One, 4),
    "ratio": (One, 4),
    "order": (Order, 0),
    "match": (Match, 0),
    "cost": (One, 4),
}
"""By form: its response and how many options that shows (0: as many as there are). Said again here, not asked of it."""
_FEWEST = 2
"""What can be chosen, ordered, matched or listed is more than one thing."""


def check_shape(item: Item) -> Iterator[Finding]:
    """Everything that could not be a question of this form, whatever it says."""
    if item.form not in SHAPES:
        yield "E01", worded("The form `{form}` has no known shape.", form=item.form)
        return
    response, count = SHAPES[item.form]
    if not isinstance(item.response, response):
        says = worded("A {form} item is not answered by {response}.", form=item.form, response=item.response.name)
        yield "E01", says
    if count and len(item.options) != count:
        shown = {"count": count, "shown": len(item.options)}
        yield "E01", worded("A {form} item shows {count} options, not {shown}.", form=item.form, **shown)
    yield from _numbers(item)
    if item.negative is not isinstance(item.predicate, Negated):
        yield "E08", worded("Whether the item is negative is not what its claim says.")


def _numbers(item: Item) -> Iterator[Finding]:
    """What there is of each: at least two, one right option, and not all of several right."""
    match item.response:
        case One(options):
            if len(options) < _FEWEST or sum(option.right for option in options) != 1:
                yield "E01", worded("There is not exactly one right option among two or more.")
        case Many(options):
            if {option.right for option in options} != {True, False}:
                yield "E01", worded("There is not both a right and a wrong option.")
        case Order(options) if len(options) < _FEWEST:
            yield "E01", worded("There is nothing to put in order.")
        case Match(left, right) if min(len(left), len(right)) < _FEWEST:
            yield "E01", worded("There is nothing to match.")
        case ListEntry(members) if len(members) < _FEWEST:
            yield "E01", worded("A list has two members or more.")
