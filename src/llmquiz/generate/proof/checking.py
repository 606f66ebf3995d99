"""The rules that need the catalogue: one right answer (E01), nothing given away (E10), dated (E21), sourced (E23)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from llmquiz.core.items import Item
from llmquiz.core.marking import N_
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import CallCost, Claim, EntityWith, Extreme, ValueOf
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Order, SelfRate, TextEntry
from llmquiz.core.rules import STRICT_RULES
from llmquiz.core.text import plain
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.arrangements import check_list, check_match, check_order
from llmquiz.generate.proof.displays import read_date
from llmquiz.generate.proof.feedback import check_feedback
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.grading_keys import check_keys
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.self_rating import check_self_rating
from llmquiz.generate.proof.shapes import check_shape
from llmquiz.generate.proof.subjects import check_subject
from llmquiz.knowledge.catalogue import Attribute

_MISJUDGED: Mapping[tuple[bool, bool | None], str] = {
    (True, False): N_("`{option}` is marked right and found wrong."),
    (True, None): N_("`{option}` is marked right and found unknown."),
    (False, True): N_("`{option}` is marked wrong and found right."),
    (False, None): N_("`{option}` is marked wrong and found unknown."),
}
"""By what an option is marked and what it is found to be."""


def check(item: Item, judge: Judge) -> Iterator[Finding]:
    """Everything that is wrong with one item, by rule."""
    yield from check_shape(item)
    yield from _one_right_answer(item, judge)
    yield from check_keys(item, judge)
    yield from check_subject(item, judge)
    yield from check_feedback(item, judge)
    yield from _aliases(item, judge)
    yield from _given_away(item, judge)
    yield from _dated(item, judge)
    for rule in STRICT_RULES:
        for fault in rule.check(item):
            yield rule.id, fault.says


def _one_right_answer(item: Item, judge: Judge) -> Iterator[Finding]:
    if item.predicate is None:
        yield "E01", worded("The item does not say what it claims.")
        return
    if not judge.stem_says_so(item):
        yield "E01", worded("The stem does not ask what the item claims.")
    if isinstance(item.response, One | Many):
        yield from _options(item, judge)
    elif isinstance(item.response, Order):
        yield from check_order(item, judge)
    elif isinstance(item.response, Match):
        yield from check_match(item, judge)
    elif isinstance(item.response, ListEntry):
        yield from check_list(item, judge)
    elif isinstance(item.response, SelfRate):
        yield from check_self_rating(item, judge)
    elif isinstance(item.response, TextEntry | NumberEntry) and judge.truth(item, item.response.answer) is not True:
        yield "E01", worded("`{answer}` cannot be shown to be right.", answer=item.response.answer)


def _options(item: Item, judge: Judge) -> Iterator[Finding]:
    for option in item.options:
        truth = judge.truth(item, option.text)
        if truth is not option.right:
            yield "E01", worded(_MISJUDGED[option.right, truth], option=option.text)


def _aliases(item: Item, judge: Judge) -> Iterator[Finding]:
    """Two names of one entity are never two options."""
    if isinstance(item.predicate, EntityWith | Extreme):
        ids = [judge.displays.entities(option.text) for option in item.options]
        if any(one & other for place, one in enumerate(ids) for other in ids[:place]):
            yield "E02", worded("Two options are names of one entity.")


def _given_away(item: Item, judge: Judge) -> Iterator[Finding]:
    """The key must not be readable from the name of what is asked about (E10)."""
    if not isinstance(item.predicate, ValueOf | EntityWith | Claim):
        return
    for name, key in _name_and_key(item, judge):
        others = [option.text for option in item.options if not option.right]
        if _reads(name, key) and not (others and all(_reads(name, other) for other in others)):
            yield "E10", worded("`{key}` can be read from the name `{name}`.", key=key, name=name)
        elif _follows(name, key):
            yield "E10", worded("`{key}` is `{name}` counted back by one.", key=key, name=name)


def _name_and_key(item: Item, judge: Judge) -> Iterator[tuple[str, str]]:
    if isinstance(item.predicate, ValueOf):
        name = judge.catalogue.entities[item.predicate.entity].name.in_language(item.lang)
        if isinstance(item.response, TextEntry | NumberEntry):
            yield name, item.response.answer
        else:
            yield from ((name, option.text) for option in item.options if option.right)
    elif isinstance(item.predicate, Claim) and any(each.right and each.id == "right" for each in item.options):
        yield judge.catalogue.entities[item.predicate.entity].name.in_language(item.lang), item.predicate.value
    elif isinstance(item.predicate, EntityWith):
        yield from ((option.text, item.predicate.value) for option in item.options if option.right)


def _reads(name: str, key: str) -> bool:
    """Whether the words of `key` stand in `name`, or its number does."""
    words = plain(name).replace("-", " ").replace("(", " ").replace(")", " ").split()
    number = parse_number(key)
    if number is not None and number != Decimal(0):
        return any(parse_number(word) == number for word in words)
    key_words = plain(key).replace("-", " ").split()
    return bool(key_words) and all(word in words for word in key_words)


def _follows(name: str, key: str) -> bool:
    """Whether `name` is the next number after `key`, both of one name: whoever can count needs to know nothing."""
    (line, number), (same, before) = _numbered(name), _numbered(key)
    return line == same != "" and before < number and before in (number - 1, int(number))


def _numbered(name: str) -> tuple[str, float]:
    """The letters of a name, and its first number that is no size; 1 where it has none."""
    words = re.sub(r"[\d.]+b(?![a-z])", " ", plain(name))
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", words)]
    return re.sub(r"[\W\d]", "", words), numbers[0] if numbers else 1.0


def _dated(item: Item, judge: Judge) -> Iterator[Finding]:
    """A question about something volatile names its edition (E21)."""
    attribute = _attribute(item, judge)
    if attribute is not None and attribute.volatile:
        when = read_date(item.stem, judge.knowledge.languages[item.lang])
        if when is None:
            yield "E21", worded("The stem does not say as of when.")


def _attribute(item: Item, judge: Judge) -> Attribute | None:
    name = getattr(item.predicate, "attribute", "")
    if isinstance(item.predicate, CallCost):
        name = item.predicate.price_in
    return judge.catalogue.attributes.get(name)
