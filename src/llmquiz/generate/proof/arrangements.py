"""Arrangements judged as a whole: each step of an order is strict, each left option fits one right option alone."""

from collections.abc import Iterator
from itertools import pairwise

from llmquiz.core.items import Item
from llmquiz.core.predicates import InOrder, ListedIn, MemberOf, Pairs
from llmquiz.core.responses import ListEntry, Match, Order
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.truth import holds, strictly_apart
from llmquiz.knowledge.catalogue import Fact
from llmquiz.knowledge.values import Members


def check_order(item: Item, judge: Judge) -> Iterator[Finding]:
    """Every neighbour in the right order is clearly larger, or later, than the one before."""
    assert isinstance(item.response, Order)
    if not isinstance(item.predicate, InOrder):
        yield "E01", worded("The item does not say what it is ordered by.")
        return
    texts = {option.id: option.text for option in item.response.options}
    if sorted(texts) != sorted(item.response.right):
        yield "E01", worded("The right order is not an order of what is shown.")
        return
    attribute = judge.catalogue.attributes[item.predicate.attribute]
    facts = [_cell(texts[name], attribute.id, judge) for name in item.response.right]
    for one, other in pairwise(facts):
        if one is None or other is None or not strictly_apart(one, other, attribute) or not _ascend(one, other):
            yield "E22", worded("The order cannot be shown to be strict.")
            return


def check_match(item: Item, judge: Judge) -> Iterator[Finding]:
    """Each left option is known to have its right option, and known not to have any other that is shown."""
    assert isinstance(item.response, Match)
    if not isinstance(item.predicate, Pairs):
        yield "E01", worded("The item does not say what is matched.")
        return
    attribute = judge.catalogue.attributes[item.predicate.attribute]
    language = judge.knowledge.languages[item.lang]
    pairs = dict(item.response.pairs)
    for left in item.response.left:
        for right in item.response.right:
            value = judge.displays.read(right.text, attribute, language)
            found = {holds(judge.catalogue, entity, attribute, value) for entity in judge.displays.entities(left.text)}
            if found != {pairs.get(left.id) == right.id}:
                says = worded("`{left}` with `{right}` is not as the item says.", left=left.text, right=right.text)
                yield "E01", says


def check_list(item: Item, judge: Judge) -> Iterator[Finding]:
    """What is to be named is all there is, and nothing else."""
    assert isinstance(item.response, ListEntry)
    named = [member.answer for member in item.response.members]
    if any(judge.truth(item, text) is not True for text in named):
        yield "E01", worded("Something is asked for that cannot be shown to belong.")
    if sorted(judge.member(item, text) for text in named) != sorted(_members(item, judge)):
        yield "E01", worded("The list that is asked for is not the whole list, each member once.")


def _members(item: Item, judge: Judge) -> tuple[str, ...]:
    """The ids of everything that belongs; none where nobody says that there is no more."""
    match item.predicate:
        case MemberOf(entity, attribute):
            value = judge.catalogue.facts[entity, attribute].value
            return value.ids if isinstance(value, Members) and value.complete else ()
        case ListedIn(sheet, list_id):
            listed = judge.knowledge.sheets[sheet].lists[list_id]
            return listed.members if listed.complete else ()
    return ()


def _cell(name: str, attribute: str, judge: Judge) -> Fact | None:
    cells = [judge.catalogue.fact(entity, attribute) for entity in judge.displays.entities(name)]
    known = [cell for cell in cells if cell is not None and cell.known]
    return known[0] if len(known) == 1 else None


def _ascend(one: Fact, other: Fact) -> bool:
    return bool(one.value < other.value)  # type: ignore[operator]  # numbers or dates: `strictly_apart` saw to it
