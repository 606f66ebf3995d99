"""What is graded, judged: accepted answers, tolerances and option ids must say what is displayed, and nothing else."""

from collections.abc import Iterator
from decimal import Decimal

from llmquiz.core.items import Item
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import Completes, EntityWith, Extreme, MemberOf, Names, ValueOf
from llmquiz.core.responses import NumberEntry, Order, TextEntry
from llmquiz.core.text import plain
from llmquiz.generate.proof.judging import Judge
from llmquiz.knowledge.catalogue import Attribute
from llmquiz.knowledge.values import Kind, When

Finding = tuple[str, str]


def check_keys(item: Item, judge: Judge) -> Iterator[Finding]:
    """Everything by which an answer would be graded otherwise than the screen says."""
    if isinstance(item.response, TextEntry):
        yield from _accepted(item, item.response, judge)
    elif isinstance(item.response, NumberEntry):
        yield from _number(item, item.response, judge)
    elif isinstance(item.response, Order) and tuple(each.id for each in item.response.options) == item.response.right:
        yield "E01", "The order to be found is the order that is shown."
    yield from _ids(item, judge)


def _accepted(item: Item, entry: TextEntry, judge: Judge) -> Iterator[Finding]:
    """No accepted answer may be another value, another date, a declared wrong filler or another sheet's term."""
    for text in entry.accept:
        if _is_another(text, item, entry, judge):
            yield "E01", f"The accepted answer `{text}` is another answer."


def _is_another(text: str, item: Item, entry: TextEntry, judge: Judge) -> bool:
    match item.predicate:
        case ValueOf(entity, attribute):
            return _is_another_value(text, entity, judge.catalogue.attributes[attribute], entry, judge)
        case Completes(sheet, element):
            wrong = judge.knowledge.sheets[sheet].elements[element].wrong
            return plain(text) in {plain(words) for each in wrong for _, words in each.text.by_language}
        case Names(sheet):
            others = (each for each in judge.knowledge.sheets.values() if each.id != sheet)
            return plain(text) in {plain(words) for each in others for _, words in each.term.by_language}
    return False


def _is_another_value(text: str, entity: str, attribute: Attribute, entry: TextEntry, judge: Judge) -> bool:
    value = judge.catalogue.facts[entity, attribute.id].value
    if isinstance(value, When):
        asked = value.at(attribute.precision) or value
        languages = judge.knowledge.languages.values()
        spellings = {plain(words) for each in languages for words in (*each.date_spellings(asked), each.date(asked))}
        return plain(text) not in spellings
    if attribute.kind is Kind.CATEGORY:
        return judge.displays.values(text, attribute) != judge.displays.values(entry.answer, attribute)
    return False


def _number(item: Item, entry: NumberEntry, judge: Judge) -> Iterator[Finding]:
    shown = parse_number(entry.answer.removeprefix("CN"), (entry.unit,))
    if shown is None or abs(shown - entry.value) > entry.tolerance * abs(entry.value):
        yield "E01", "The number that is graded is not the number that is shown."
    if isinstance(item.predicate, ValueOf):
        allowed = judge.catalogue.attributes[item.predicate.attribute].tolerance.around(entry.value)
        if entry.tolerance * abs(entry.value) > allowed * Decimal("1.001"):
            yield "E01", "The tolerance that is graded is wider than the attribute's."


def _ids(item: Item, judge: Judge) -> Iterator[Finding]:
    """An option's id is what the log keeps: it must be what the text says."""
    for option in item.options:
        if not _says(option.id, option.text, item, judge):
            yield "E01", f"The option `{option.text}` is logged as `{option.id}`."


def _says(name: str, text: str, item: Item, judge: Judge) -> bool:
    match item.predicate:
        case EntityWith() | Extreme():
            return name in judge.displays.entities(text)
        case ValueOf(_, attribute) | MemberOf(_, attribute):
            declared = judge.catalogue.attributes[attribute]
            named = declared.kind in (Kind.CATEGORY, Kind.SET)
            return not named or name in judge.displays.values(text, declared)
    return True
