"""Gentle hints from what is known: another fact of the answer, its years, its magnitude, a concept beside it.

Only the kind of an attribute counts, never its name. Where options are shown a hint excludes one at least, and leaves
one wrong option at least.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import pairwise

from llmquiz.core.hashing import by_rank
from llmquiz.core.hints import About, Between, Clue, Neighbour, Reminder, Years
from llmquiz.core.items import Item
from llmquiz.core.predicates import Completes, EntityWith, Extreme, Holds, ListedIn, Names, Negated, Stated, ValueOf
from llmquiz.core.responses import ListEntry, Response, TextEntry
from llmquiz.core.text import is_wide, with_unit
from llmquiz.generate.clang import tokens
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Fact
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.sheets import Sheet
from llmquiz.knowledge.values import Kind, When

_SPANS = (10, 5, 1)
"""Years, the widest first."""
_OPEN_SPAN = 5
_CENT = Decimal("0.01")
_WORD = re.compile(r"[a-z]{4,}|\d+")
_STEM = 5
"""Letters by which a word is known, whatever follows."""
_JUDGEMENT = frozenset({"right", "wrong"})


class Hinter:
    """Finds gentle hints in one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._tellings = {lang: Telling(knowledge, lang) for lang in knowledge.languages}

    def hint(self, item: Item) -> Clue | None:
        """A gentle hint for an item of this knowledge; None where nothing narrows the field without giving it away."""
        about = _Hinting(item, self._knowledge, self._tellings[item.lang])
        match item.predicate:
            case ValueOf(entity, attribute):
                return about.value(self._knowledge.catalogue.facts[entity, attribute])
            case EntityWith(attribute) | Extreme(attribute) | Negated(EntityWith(attribute)):
                return about.entity(attribute)
            case Names(sheet):
                return about.term(self._knowledge.sheets[sheet])
            case Completes(sheet) | Holds(sheet) | Stated(sheet) | ListedIn(sheet) | Negated(ListedIn(sheet)):
                return about.concept(self._knowledge.sheets[sheet])
        return None


@dataclass(frozen=True, slots=True)
class _Hinting:
    """One item in its language."""

    item: Item
    knowledge: Knowledge
    telling: Telling

    def value(self, fact: Fact) -> Clue | None:
        """For the value of a fact, by its kind."""
        attribute = self.knowledge.catalogue.attributes[fact.attribute]
        if isinstance(fact.value, When):
            return self._years(fact.value.parts[0])
        if isinstance(fact.value, Decimal) and attribute.kind in (Kind.QUANTITY, Kind.MONEY):
            return self._magnitude(fact.value, attribute)
        if isinstance(fact.value, str) and attribute.values_from:
            return self._about(fact.value, attribute.id)
        return None

    def entity(self, asked: str) -> Clue | None:
        """For the entity that is the right option."""
        return next((self._about(option.id, asked) for option in self.item.options if option.right), None)

    def term(self, sheet: Sheet) -> Clue | None:
        """For the name of a concept: one beside it that shares no word with any option."""
        texts = [sheet.term.in_language(self.item.lang), *(option.text for option in self.item.options)]
        for names, before in ((sheet.prerequisites, True), (sheet.related, False)):
            for name in by_rank(names, str, "hint", self.item.card, self.item.seed):
                term = self.knowledge.sheets[name].term.in_language(self.item.lang) if self._has(name) else ""
                if term and not any(tokens(term) & tokens(text) for text in texts):
                    return Neighbour(term, before)
        return None

    def concept(self, sheet: Sheet) -> Clue | None:
        """For something about a concept: what the concept is, where that does not say the answer too."""
        term, definition = (text.in_language(self.item.lang) for text in (sheet.term, sheet.definition))
        judged = {option.id for option in self.item.options} == _JUDGEMENT
        answers = [option.text for option in self.item.shown if option.right] or _open_answers(self.item.response)
        told = not judged and any(_gives_away(definition, answer) for answer in answers)
        return None if told or definition in self.item.stem else Reminder(term, definition)

    def _has(self, sheet: str) -> bool:
        return sheet in self.knowledge.sheets

    def _years(self, year: int) -> Years | None:
        if not self.item.options:
            return _span(year, _OPEN_SPAN)
        spans = (_span(year, length) for length in _SPANS)
        return next((each for each in spans if self._narrows(partial(_in, each))), None)

    def _magnitude(self, value: Decimal, attribute: Attribute) -> Between | None:
        if value <= 0:
            return None
        low = Decimal(1).scaleb(value.adjusted())
        if attribute.kind is Kind.MONEY and low < _CENT:
            return None
        narrows = not self.item.options or self._narrows(lambda name: low <= Decimal(name) < 10 * low)
        return Between(self._shown(low, attribute), self._shown(10 * low, attribute)) if narrows else None

    def _shown(self, value: Decimal, attribute: Attribute) -> str:
        unit = attribute.unit if attribute.kind is Kind.QUANTITY else None
        return with_unit(self.telling.show(value, attribute), unit.in_language(self.item.lang) if unit else "")

    def _about(self, entity: str, asked: str) -> About | None:
        """Another fact of an entity, which no word of its name gives away."""
        found = by_rank(
            self._others(entity, asked), lambda fact: fact.attribute, "hint", self.item.card, self.item.seed
        )
        return next((clue for fact in found if (clue := self._told(fact))), None)

    def _others(self, entity: str, asked: str) -> Iterator[Fact]:
        """Known facts that do not age, of other attributes: categories, and dates for their year."""
        for attribute in self.knowledge.catalogue.attributes.values():
            fact = self.knowledge.catalogue.fact(entity, attribute.id)
            lasting = attribute.id != asked and not attribute.volatile
            if fact is not None and fact.known and lasting and attribute.kind in (Kind.CATEGORY, Kind.DATE):
                yield fact

    def _told(self, fact: Fact) -> About | None:
        catalogue = self.knowledge.catalogue
        attribute, name = catalogue.attributes[fact.attribute], self.telling.name(catalogue.entities[fact.entity])
        value = self._said(fact)
        if tokens(value) & tokens(name) or (self.item.options and not self._narrows(self._like(fact))):
            return None
        return About(attribute.name.in_language(self.item.lang), value)

    def _said(self, fact: Fact) -> str:
        if isinstance(fact.value, When):
            return self.telling.language.date(When(fact.value.parts[:1]))
        return self.telling.shown(fact)

    def _like(self, fact: Fact) -> Callable[[str], bool]:
        """Whether an option, an entity, may have what the fact says: what is not known may be so."""

        def fits(name: str) -> bool:
            other = self.knowledge.catalogue.fact(name, fact.attribute)
            return other is None or not other.known or bool(other.also) or self._said(other) == self._said(fact)

        return fits

    def _narrows(self, fits: Callable[[str], bool]) -> bool:
        """Whether some wrong options, by their ids, are excluded, and others are not."""
        found = {fits(option.id) for option in self.item.options if not option.right}
        return found == {True, False}


def _span(year: int, length: int) -> Years:
    first = year // length * length
    return Years(first, first + length - 1)


def _in(years: Years, date: str) -> bool:
    return years.first <= int(date.partition("-")[0]) <= years.last


def _gives_away(text: str, answer: str) -> bool:
    """Whether any word of the answer, however it ends, stands in the text; of Chinese, any two characters."""
    said = text.casefold()
    return any(word[:_STEM] in said for word in _WORD.findall(answer.casefold())) or any(
        one + other in said for one, other in pairwise(answer) if is_wide(one) and is_wide(other)
    )


def _open_answers(response: Response) -> list[str]:
    match response:
        case TextEntry(answer):
            return [answer]
        case ListEntry(members):
            return [member.answer for member in members]
    return []
