"""What an option is graded and logged as, its id, must be what its text says, and no two may share one."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from llmquiz.core.items import Item
from llmquiz.core.predicates import (
    CallCost,
    Claim,
    Completes,
    EntityWith,
    Extreme,
    Holds,
    InOrder,
    ListedIn,
    MemberOf,
    Names,
    Negated,
    Pairs,
    Predicate,
    RatioOf,
    Stands,
    Stated,
    ValueOf,
)
from llmquiz.core.responses import Match, Option
from llmquiz.core.text import Text, plain
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.calls import amounts
from llmquiz.generate.proof.displays import Read, word_means
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.wordings import filled, squeezed
from llmquiz.knowledge.catalogue import Attribute
from llmquiz.knowledge.values import NUMERIC, Kind, When, parse_date

_CENT = Decimal("0.01")


def check_ids(item: Item, judge: Judge) -> Iterator[Finding]:
    """Everything that would be graded, or logged, as something else than what the learner points at."""
    left = len(item.response.left) if isinstance(item.response, Match) else len(item.shown)
    for group in (item.shown[:left], item.shown[left:]):
        if len({option.id for option in group}) < len(group):
            yield "E01", worded("Two options have one id: what is graded is not what is chosen.")
    for place, option in enumerate(item.shown):
        if not _says(option, item.predicate, item, judge, of_left=place < left):
            yield "E01", worded("The option `{option}` is graded as `{id}`.", option=option.text, id=option.id)


def _says(option: Option, predicate: Predicate | None, item: Item, judge: Judge, *, of_left: bool = True) -> bool:
    language = judge.knowledge.languages[item.lang]
    match predicate:
        case Negated(of):
            return _says(option, of, item, judge)
        case EntityWith() | Extreme() | InOrder():
            return option.id in judge.displays.entities(option.text)
        case Pairs(attribute):
            if of_left:
                return option.id in judge.displays.entities(option.text)
            return _is_value(option, judge.catalogue.attributes[attribute], item, judge)
        case ValueOf(_, attribute) | MemberOf(_, attribute):
            return _is_value(option, judge.catalogue.attributes[attribute], item, judge)
        case Claim() | Holds() | Stated():
            return {"right": True, "wrong": False}.get(option.id) is word_means(option.text, language.words) is not None
        case CallCost():
            return amounts(predicate, judge.catalogue).get(option.id) == _read(option, predicate.price_in, item, judge)
        case RatioOf():
            return _is_pair(option, predicate, item, judge)
        case Completes() | Names() | ListedIn() | Stands():
            named = _elements(predicate, judge).get(option.id)
            return named is not None and squeezed(named.in_language(item.lang)) == squeezed(option.text)
    return False


def _is_value(option: Option, attribute: Attribute, item: Item, judge: Judge) -> bool:
    """Whether a value is called, or written, like the option."""
    if attribute.kind in (Kind.CATEGORY, Kind.SET):
        return option.id in judge.displays.values(option.text, attribute)
    if attribute.kind is Kind.TEXT:
        facts = judge.catalogue.known_facts(attribute.id)
        texts = (fact.value for fact in facts if str(fact.value) == option.id and isinstance(fact.value, Text))
        return plain(option.text) in {plain(words) for text in texts for _, words in text.by_language}
    return _same(option.id, _read(option, attribute.id, item, judge), attribute)


def _same(name: str, read: Read | None, attribute: Attribute) -> bool:
    if isinstance(read, When):
        when = parse_date(name)
        return when is not None and when.at(read.precision) == read
    if isinstance(read, Decimal) and attribute.kind in NUMERIC:
        value = _decimal(name)
        return value is not None and read in (value, value.quantize(_CENT) if attribute.kind is Kind.MONEY else value)
    return read is not None and str(read) == name


def _is_pair(option: Option, ratio: RatioOf, item: Item, judge: Judge) -> bool:
    """Whether the option's id names two entities of that ratio; the right one's names those that are asked for."""
    one, _, other = option.id.partition("/")
    pair = RatioOf(ratio.attribute, one, other)
    if option.right:
        return pair == ratio
    return judge.ratio_of(pair, option.text) is True


def _elements(predicate: Completes | Names | ListedIn | Stands, judge: Judge) -> Mapping[str, Text]:
    """What each id of a sheet stands for, where the predicate is about that sheet."""
    sheet = judge.knowledge.sheets[predicate.sheet]
    match predicate:
        case Completes(_, element):
            declared = sheet.elements[element]
            return {each.id: each.text for each in declared.wrong} | {declared.id: declared.answer}
        case Names():
            return {each.id: each.term for each in judge.knowledge.sheets.values()}
        case ListedIn(_, list_id):
            listed = sheet.lists[list_id]
            outside = {each.id: each.text for each in listed.outside}
            return outside | {name: sheet.elements[name].answer for name in listed.members}
        case Stands():
            statements = {each.id: filled(each.text) for each in sheet.elements.values() if each.text is not None}
            return {each.id: each.claim for each in sheet.misconceptions} | statements


def _read(option: Option, attribute: str, item: Item, judge: Judge) -> Read | None:
    return judge.displays.read(option.text, judge.catalogue.attributes[attribute], judge.knowledge.languages[item.lang])


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
