"""Typed answers, judged: everything that is accepted must be a declared name of the answer, and of nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from llmquiz.core.items import Item
from llmquiz.core.predicates import Completes, ListedIn, MemberOf, Names, Predicate, ValueOf
from llmquiz.core.responses import ListEntry, TextEntry
from llmquiz.core.text import Text, Texts, plain, run_together
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.judging_concepts import names_of
from llmquiz.knowledge.catalogue import Attribute
from llmquiz.knowledge.sheets import Element
from llmquiz.knowledge.values import Kind, When


@dataclass(frozen=True, slots=True)
class _Called:
    """What the right answer is called, and what everything that is not right is called."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    also: tuple[tuple[str, ...], ...] = ()
    """The names of each thing that can be defended beside it: refused, it would be marked wrong."""


def check_accepted(item: Item, judge: Judge) -> Iterator[Finding]:
    """Every string that is graded as right, the shown answer among them; of a list, member by member."""
    match item.response:
        case TextEntry() as entry:
            yield from _accepted(entry, _called(item.predicate, judge))
        case ListEntry(members, beside):
            for member in members:
                yield from _accepted(member, _member(member.answer, item, judge))
            if {plain(text) for each in beside for text in (each.answer, *each.accept)} != _beside(item, judge):
                yield "E01", worded("What counts for nothing in the list is not what can be defended beside it.")


def _accepted(entry: TextEntry, called: _Called) -> Iterator[Finding]:
    own = {plain(name) for names in (called.own, *called.also) for name in names}
    others, accepted = {run_together(name) for name in called.others}, {plain(text) for text in entry.accept}
    for names in called.also:
        if not accepted & {plain(name) for name in names}:
            yield "E01", worded("`{name}` can be defended, and is not accepted.", name=names[0])
    for text in dict.fromkeys((entry.answer, *entry.accept)):
        if plain(text) not in own:
            yield "E01", worded("The accepted answer `{text}` is no name of the right answer.", text=text)
        elif run_together(text) in others:
            yield "E01", worded("The accepted answer `{text}` is a name of another answer, too.", text=text)


def _called(asks: Predicate | None, judge: Judge) -> _Called:
    match asks:
        case ValueOf(entity, attribute):
            fact, declared = judge.catalogue.facts[entity, attribute], judge.catalogue.attributes[attribute]
            if isinstance(fact.value, When):
                own, *defended = (_spellings(each, declared, judge) for each in (fact.value, *fact.also))
                return _Called(own, also=tuple(defended))
            also = tuple(str(each) for each in fact.also)
            called = _of_value(declared, fact.value, judge, also) if isinstance(fact.value, str) else _Called()
            return replace(called, own=(*called.own, *fact.called(str(fact.value))))
        case Completes(sheet, element):
            return _of_element(judge.knowledge.sheets[sheet].elements, element)
        case Names(sheet):
            rest = (each for each in judge.knowledge.sheets.values() if each.id != sheet)
            return _Called(
                tuple(names_of(judge.knowledge.sheets[sheet])), tuple(name for each in rest for name in names_of(each))
            )
    return _Called()


def _member(shown: str, item: Item, judge: Judge) -> _Called:
    """One member of the set or list that is asked for."""
    name = judge.member(item, shown)
    match item.predicate:
        case MemberOf(entity, attribute):
            called = _of_value(judge.catalogue.attributes[attribute], name, judge)
            here = judge.catalogue.facts[entity, attribute].called(name)
            return replace(called, own=(*called.own, *here, *_owned(entity, shown, judge)))
        case ListedIn(sheet, _) if name:
            return _of_element(judge.knowledge.sheets[sheet].elements, name)
    return _Called()


def _owned(entity: str, shown: str, judge: Judge) -> Iterator[str]:
    """A size may be called by what has it, too: "Qwen2 7B"."""
    if shown[:1].isdecimal():
        owner = judge.catalogue.entities[entity]
        yield from (f"{name} {shown}" for name in (*_every(owner.name), *owner.aliases.everywhere()))


def _beside(item: Item, judge: Judge) -> set[str]:
    """Every name of what can be defended beside the set that is asked for."""
    if not isinstance(item.predicate, MemberOf):
        return set()
    fact = judge.catalogue.facts[item.predicate.entity, item.predicate.attribute]
    named = judge.catalogue.value_names(judge.catalogue.attributes[item.predicate.attribute])
    defended = (named[str(name)] for name in fact.also)
    return {plain(text) for each in defended for text in (*_every(each.name), *each.aliases.everywhere())}


def _of_value(attribute: Attribute, value: str, judge: Judge, also: tuple[str, ...] = ()) -> _Called:
    if attribute.kind not in (Kind.CATEGORY, Kind.SET):
        return _Called()
    named = judge.catalogue.value_names(attribute).values()
    names = {each.id: (*_every(each.name), *each.aliases.everywhere()) for each in named}
    own, defended = names.pop(value, ()), tuple(names.pop(name, ()) for name in also)
    return _Called(own, tuple(name for texts in names.values() for name in texts), defended)


def _of_element(elements: Mapping[str, Element], name: str) -> _Called:
    """Its answer and what is accepted for it; its wrong fillers, and the rest of its list."""
    element = elements[name]
    list_id = element.list_id
    rest = [each for each in elements.values() if list_id and each.list_id == list_id and each.id != name]
    wrong = (text for each in element.wrong for text in _every(each.text))
    return _Called(
        _answers(element.answer, element.accept),
        (*wrong, *(text for each in rest for text in _answers(each.answer, each.accept))),
    )


def _answers(answer: Text, accept: Texts) -> tuple[str, ...]:
    return (*_every(answer), *accept.everywhere())


def _every(text: Text) -> tuple[str, ...]:
    """In every language: whatever somebody types in counts."""
    return tuple(words for _, words in text.by_language)


def _spellings(value: object, attribute: Attribute, judge: Judge) -> tuple[str, ...]:
    """A date as it is asked, written in every way; of anything else, none."""
    if not isinstance(value, When):
        return ()
    when, languages = value.at(attribute.precision) or value, judge.knowledge.languages.values()
    return tuple(text for each in languages for text in (*each.date_spellings(when), each.date(when)))
