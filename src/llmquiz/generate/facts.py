"""Facts to prompts, in both directions: what is its value, and which entity has it.

Nothing here knows an attribute by name, only its kind: a catalogue of something else gives good questions too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from llmquiz.core.cards import Direction
from llmquiz.core.predicates import EntityWith, MemberOf, ValueOf
from llmquiz.core.responses import NumberEntry, TextEntry
from llmquiz.generate.fact_claims import entity_claims, value_claims
from llmquiz.generate.fact_options import FactOptions, number_in, value_of
from llmquiz.generate.prompts import (
    CHOICES,
    FORMS_OF_ENTITIES,
    FORMS_OF_FACTS,
    FORMS_OF_MEMBERS,
    FORMS_OF_SETS,
    GAP,
    Candidate,
    Prompt,
    distinct,
)
from llmquiz.generate.showing import date_spellings, order_of, spellings, typeable
from llmquiz.generate.telling import Telling
from llmquiz.generate.vocabulary import Vocabulary
from llmquiz.knowledge.catalogue import Attribute, Entity, Fact, Wording
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import NUMERIC, Kind, Members, Value, When

_OPEN = ("typed", "cloze")


@dataclass(frozen=True, slots=True)
class FactCard:
    """One direction of one fact; of one member, for sets."""

    key: str
    fact: Fact
    direction: Direction
    member: str = ""


class FactPrompts:
    """Makes the prompts of fact cards from one body of knowledge."""

    def __init__(self, knowledge: Knowledge, vocabulary: Vocabulary) -> None:
        self._catalogue = knowledge.catalogue
        self._vocabulary = vocabulary
        self._options = FactOptions(knowledge.catalogue)
        self._tellings = {lang: Telling(knowledge, lang) for lang in knowledge.languages}

    def prompt(self, card: FactCard, lang: str) -> Prompt | None:
        """The prompt of a fact card; None where it is not worded that way in `lang`."""
        attribute = self._catalogue.attributes[card.fact.attribute]
        telling = self._tellings[lang]
        wording = telling.wording(attribute)
        if wording is None:
            return None
        entity = self._catalogue.entities[card.fact.entity]
        tellings = tuple(self._tellings.values())
        asking = _Asking(card, attribute, entity, wording, telling, self._options, tellings, self._vocabulary)
        if card.direction is Direction.ENTITY:
            return asking.for_entity()
        if card.member:
            return asking.for_member()
        return asking.for_set() if isinstance(card.fact.value, Members) else asking.for_value()


@dataclass(frozen=True, slots=True)
class _Asking:
    """One card in one language."""

    card: FactCard
    attribute: Attribute
    entity: Entity
    wording: Wording
    telling: Telling
    options: FactOptions
    tellings: tuple[Telling, ...]
    vocabulary: Vocabulary

    def for_value(self) -> Prompt | None:
        """Which value does the entity have?"""
        fact, value = self.card.fact, value_of(self.card.fact)
        if not self.wording.value or self._is_coarse():
            return None
        explanation = self.telling.told(fact)
        key = Candidate(str(value), self.telling.shown(fact), explanation, order_of(value, self.attribute))
        others = distinct(self.options.other_values(fact, self.attribute, self.telling), key)
        gapped = self.telling.say(self.wording.statement, fact, GAP)
        return Prompt(
            card=self.card.key,
            lang=self._language.id,
            question=self.telling.say(self.wording.value, fact),
            key=key,
            others=others,
            asks=ValueOf(self.entity.id, self.attribute.id),
            explanation=explanation,
            source=self.telling.source(fact.source),
            subject=self.telling.name(self.entity),
            gapped=gapped,
            claims=value_claims(fact, gapped, (key, *others), self.telling),
            typed=self._typed(key),
            number=self._number(key),
            gap_hint=self._gap_hint(),
            refused=self._refused(fact),
        )

    def for_entity(self) -> Prompt | None:
        """Which of these has the value, or the member?"""
        fact, value = self.card.fact, self.card.member or value_of(self.card.fact)
        if not self.wording.entity or self._is_coarse():
            return None
        shown = self.telling.show(value, self.attribute)
        template = self.wording.member if self.card.member else self.wording.statement
        explanation = self.telling.told(fact)
        key = Candidate(self.entity.id, self.telling.name(self.entity), explanation)
        others = distinct(self.options.other_entities(fact, value, self.telling), key)
        return Prompt(
            card=self.card.key,
            lang=self._language.id,
            question=self.telling.say(self.wording.entity, fact, shown),
            key=key,
            others=others,
            asks=EntityWith(self.attribute.id, shown),
            explanation=explanation,
            source=self.telling.source(fact.source),
            subject=shown,
            members=(key, *self.options.same_entities(fact, value, self.telling)),
            not_question=self.telling.say(self.wording.not_entity, fact, shown),
            refused=self._refused_backwards(fact, value),
            claims=entity_claims(fact, template, shown, (key, *others), self.telling),
            forms=FORMS_OF_ENTITIES,
        )

    def for_member(self) -> Prompt | None:
        """Which of these belongs to the set?"""
        fact = self.card.fact
        if not (self.wording.member and self.wording.member_question):
            return None
        shown = self.telling.show(self.card.member, self.attribute)
        explanation = self._language.joined(self._told(fact), self.telling.why(fact))
        key = Candidate(self.card.member, shown, self.telling.member(fact, self.card.member), number_in(shown))
        others = distinct(self.options.outsiders(fact, self.attribute, self.telling), key)
        gapped = self.telling.say(self.wording.member, fact, GAP)
        return Prompt(
            card=self.card.key,
            lang=self._language.id,
            question=self.telling.say(self.wording.member_question, fact),
            key=key,
            others=others,
            asks=MemberOf(self.entity.id, self.attribute.id),
            explanation=explanation,
            source=self.telling.source(fact.source),
            subject=self.telling.name(self.entity),
            claims=value_claims(fact, gapped, (key, *others), self.telling),
            members=self._members(fact),
            whole=_is_whole(fact),
            name=self.telling.set_name(fact),
            forms=FORMS_OF_MEMBERS,
            refused=dict.fromkeys(FORMS_OF_MEMBERS, "obvious") if self._is_obvious() else {},
        )

    def for_set(self) -> Prompt | None:
        """Which of these belong to the set, and which does not? Only where the set is complete."""
        fact = self.card.fact
        if not (self.wording.value and self.wording.member_question):
            return None
        explanation = self.telling.told(fact)
        key = Candidate("", "", explanation)
        return Prompt(
            card=self.card.key,
            lang=self._language.id,
            question=self.telling.say(self.wording.value, fact),
            key=key,
            others=distinct(self.options.outsiders(fact, self.attribute, self.telling), key),
            asks=MemberOf(self.entity.id, self.attribute.id),
            explanation=explanation,
            source=self.telling.source(fact.source),
            members=self._members(fact),
            beside=self._beside(fact),
            rivals=self.vocabulary.names,
            whole=_is_whole(fact),
            name=self.telling.set_name(fact),
            not_question=self.telling.say(self.wording.not_member, fact),
            forms=FORMS_OF_SETS,
        )

    def _is_coarse(self) -> bool:
        """Whether a date is known less exactly than it would be asked."""
        value = self.card.fact.value
        return isinstance(value, When) and value.at(self.attribute.precision) is None

    def _refused(self, fact: Fact) -> dict[str, str]:
        """Choices where the commonest value would be a good guess, open forms where the answer has many wordings."""
        closed = dict.fromkeys(CHOICES, "C27") if self.options.too_common(fact) else {}
        return closed | {form: "many-wordings" for form in _OPEN if form not in self.attribute.open_forms}

    def _refused_backwards(self, fact: Fact, value: Value) -> dict[str, str]:
        """Everything where nobody needs to be asked who has it, choices where too many have."""
        if self._is_obvious():
            return dict.fromkeys(FORMS_OF_FACTS, "obvious")
        return dict.fromkeys(CHOICES, "shared-value") if self.options.too_shared(fact, value) else {}

    def _is_obvious(self) -> bool:
        """Whether the member that is asked for is no news to anybody."""
        named = self.options.catalogue.value_names(self.attribute) if self.card.member else {}
        return bool(named) and named[self.card.member].obvious

    def _gap_hint(self) -> str:
        """What kind of date is wanted; nothing for other kinds, whose sentence says it."""
        return self._language.frames[f"gap-{self.attribute.precision}"] if self.attribute.kind is Kind.DATE else ""

    def _told(self, fact: Fact) -> str:
        """The whole set, which shows what is not in it, too; one member of what may not be all there is."""
        return self.telling.stated(fact) if _is_whole(fact) else self.telling.member(fact, self.card.member)

    def _members(self, fact: Fact) -> tuple[Candidate, ...]:
        members = fact.value
        assert isinstance(members, Members)
        return tuple(self._member(fact, name, self.telling.show(name, self.attribute)) for name in members.ids)

    def _member(self, fact: Fact, name: str, shown: str) -> Candidate:
        accept = self._called(fact, name, shown)
        return Candidate(name, shown, self.telling.member(fact, name), number_in(shown), accept=accept)

    def _called(self, fact: Fact, member: str, shown: str) -> tuple[str, ...]:
        """What may be typed for a member; a size also with the name of what has it: "Qwen2-7B" for 7B."""
        catalogue = self.options.catalogue
        owners = spellings(catalogue.entities[fact.entity]) if shown[0].isdigit() else ()
        names = spellings(catalogue.value_names(self.attribute)[member])
        return (*names, *fact.called(member), *(f"{owner} {shown}" for owner in owners))

    def _beside(self, fact: Fact) -> tuple[TextEntry, ...]:
        names = self.options.catalogue.value_names(self.attribute)
        defended = (str(each) for each in fact.also)
        return tuple(TextEntry(self.telling.show(each, self.attribute), spellings(names[each])) for each in defended)

    def _typed(self, key: Candidate) -> TextEntry | None:
        value = self.card.fact.value
        if isinstance(value, When):
            languages = [telling.language for telling in self.tellings]
            dates = (each for each in (value, *self.card.fact.also) if isinstance(each, When))
            return TextEntry(key.text, _each_of(date_spellings(each, self.attribute, languages) for each in dates))
        if self.attribute.kind is not Kind.CATEGORY or not isinstance(value, str) or not typeable(key.text):
            return None
        names, counting = self.options.catalogue.value_names(self.attribute), (value, *self.card.fact.also)
        accepted = (spellings(names[str(name)]) for name in counting)
        return TextEntry(key.text, _each_of((*accepted, self.card.fact.called(value))), self.vocabulary.names)

    def _number(self, key: Candidate) -> NumberEntry | None:
        value = self.card.fact.value
        if self.attribute.kind not in NUMERIC or not isinstance(value, Decimal):
            return None
        unit = self.attribute.unit.in_language(self._language.id) if self.attribute.unit else ""
        share = self.attribute.tolerance.around(value) / abs(value) if value else Decimal(0)
        also = tuple(each for each in self.card.fact.also if isinstance(each, Decimal))
        return NumberEntry(value, key.text, unit, share, also)

    @property
    def _language(self) -> Language:
        return self.telling.language


def _each_of(texts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All of several texts, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(texts)))


def _is_whole(fact: Fact) -> bool:
    """Whether a set is known in full."""
    return isinstance(fact.value, Members) and fact.value.complete
