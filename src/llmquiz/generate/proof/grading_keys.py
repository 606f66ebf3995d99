"""What is graded, judged: a number, its tolerance and its unit must say what is displayed, and nothing else."""

from collections.abc import Iterator
from decimal import Decimal

from llmquiz.core.items import Item
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import ValueOf
from llmquiz.core.responses import NumberEntry, Order
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.accepting import check_accepted
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.option_ids import check_ids

_ROUNDING = Decimal("1.001")


def check_keys(item: Item, judge: Judge) -> Iterator[Finding]:
    """Everything by which an answer would be graded otherwise than the screen says."""
    yield from check_ids(item, judge)
    yield from check_accepted(item, judge)
    if isinstance(item.response, NumberEntry):
        yield from _number(item, item.response, judge)
    elif isinstance(item.response, Order) and tuple(each.id for each in item.response.options) == item.response.right:
        yield "E01", worded("The order to be found is the order that is shown.")


def _number(item: Item, entry: NumberEntry, judge: Judge) -> Iterator[Finding]:
    shown = parse_number(entry.answer.removeprefix("CN"), (entry.unit,))
    if shown is None or abs(shown - entry.value) > entry.tolerance * abs(entry.value):
        yield "E01", worded("The number that is graded is not the number that is shown.")
    if not isinstance(item.predicate, ValueOf):
        yield "E01", worded("The number is nobody's value.")
        return
    attribute = judge.catalogue.attributes[item.predicate.attribute]
    if set(entry.also) != set(judge.catalogue.facts[item.predicate.entity, attribute.id].also):
        yield "E01", worded("What counts beside the number is not what can be defended beside it.")
    if entry.tolerance * abs(entry.value) > attribute.tolerance.around(entry.value) * _ROUNDING:
        yield "E01", worded("The tolerance that is graded is wider than the attribute's.")
    if entry.unit != (attribute.unit.in_language(item.lang) if attribute.unit else ""):
        yield "E01", worded("The unit `{unit}` is not the attribute's.", unit=entry.unit)
