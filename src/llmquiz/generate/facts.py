"""Facts to prompts, in both directions: what is its value, and which entity has it.

Wrong options are other entities' true values of the same attribute (plausible by construction), or entities that are
known to have another value. Nothing here knows an attribute by name, only its kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from llmquiz.core.cards import Direction
from llmquiz.core.numbers import parse_number
from llmquiz.core.predicates import Claim as ClaimOf
from llmquiz.core.predicates import EntityWith, MemberOf, ValueOf
from llmquiz.core.responses import NumberEntry, TextEntry
from llmquiz.generate.differing import differ
from llmquiz.generate.prompts import CHOICES, GAP, Candidate, Claim, Order, Prompt, distinct
from llmquiz.generate.showing import date_spellings, month_of, order_of, show, spellings
from llmquiz.generate.similarity import closeness
from llmquiz.knowledge.catalogue import Attribute, Entity, Fact, Wording
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import NUMERIC, Kind, Members, Value, When

MOST_SHARED = 0.25
"""When more of the known facts than this share a value, asking who has it says little."""
COMMONEST = 0.40
"""When the commonest value is commoner than this, guessing it would pay (rule C27): asked without options."""


@dataclass(frozen=True, slots=True)
class FactCard:
    """One direction of one fact; of one member, for sets."""

    key: str
    fact: Fact
    direction: Direction
    member: str = ""


class FactPrompts:
    """Makes the prompts of fact cards from one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.catalogue = knowledge.catalogue
        self._closeness = lru_cache(maxsize=None)(self._close)

    def prompt(self, card: FactCard, lang: str) -> Prompt | None:
        """The prompt of a fact card; None where its wording is missing in `lang`."""
        attribute = self.catalogue.attributes[card.fact.attribute]
        wording = attribute.wording.get(lang)
        if wording is None:
            return None
        ask = _Asking(self, card, attribute, wording, self.knowledge.languages[lang])
        if card.direction is Direction.ENTITY:
            return ask.for_entity()
        return ask.for_member() if card.member else ask.for_value()

    def close(self, one: str, other: str) -> float:
        """How alike two entities are."""
        return self._closeness(*sorted((one, other)))

    def _close(self, one: str, other: str) -> float:
        return closeness(self.catalogue.entities[one], self.catalogue.entities[other], self.catalogue)


class _Asking:
    """One card, one language: the sentences, candidates and claims."""

    def __init__(
        self, prompts: FactPrompts, card: FactCard, attribute: Attribute, wording: Wording, language: Language
    ) -> None:
        self.prompts, self.card, self.attribute = prompts, card, attribute
        self.wording, self.language = wording, language
        self.catalogue = prompts.catalogue
        self.fact = card.fact
        self.entity = self.catalogue.entities[card.fact.entity]

    def for_value(self) -> Prompt | None:
        """Which value does the entity have?"""
        value = self.fact.value
        assert value is not None
        if not self.wording.value or isinstance(value, Members):
            return None
        key = Candidate(_id(value), self._show(value), self._why(), order_of(value, self.attribute))
        others = distinct(self._other_values(value), key)
        gapped = self._say(self.wording.statement, value=GAP)
        return Prompt(
            card=self.card.key,
            lang=self.language.id,
            question=self._say(self.wording.value),
            key=key,
            others=others,
            asks=ValueOf(self.entity.id, self.attribute.id),
            explanation=self._explain(key.text),
            source=self._source(),
            subject=self._name(self.entity),
            gapped=gapped,
            claims=self._value_claims(gapped, key, others),
            typed=self._typed_value(key),
            number=self._number(key),
            refused=self._commonest(value),
            as_of=self._as_of() if self.attribute.volatile else "",
        )

    def for_entity(self) -> Prompt | None:
        """Which of these has the value?"""
        value = self.card.member or self.fact.value
        assert value is not None
        template = self.wording.entity
        if not template:
            return None
        shown = self._show_asked(value)
        key = Candidate(self.entity.id, self._name(self.entity), self._why())
        return Prompt(
            card=self.card.key,
            lang=self.language.id,
            question=self._say(template, value=shown),
            key=key,
            others=distinct(self._other_entities(value), key),
            asks=EntityWith(self.attribute.id, shown),
            explanation=self._explain(shown),
            source=self._source(),
            subject=shown,
            refused=self._shared(value),
            as_of=self._as_of() if self.attribute.volatile else "",
        ).only(*CHOICES)

    def for_member(self) -> Prompt | None:
        """Which of these belongs to the set?"""
        members = self.fact.value
        assert isinstance(members, Members)
        if not (self.wording.member and self.wording.member_question):
            return None
        names = self.catalogue.value_names(self.attribute)
        shown = self._show_asked(self.card.member)
        key = Candidate(self.card.member, shown, self._why(), _number_in(shown))
        outside = [name for name in names if members.complete and name not in members.ids]
        others = distinct((self._outsider(name) for name in outside), key)
        gapped = self._say(self.wording.member, value=GAP)
        return Prompt(
            card=self.card.key,
            lang=self.language.id,
            question=self._say(self.wording.member_question),
            key=key,
            others=others,
            asks=MemberOf(self.entity.id, self.attribute.id),
            explanation=self._explain(self._show(members), key.text),
            source=self._source(),
            subject=self._name(self.entity),
            claims=self._value_claims(gapped, key, others) if others else (),
            as_of=self._as_of() if self.attribute.volatile else "",
        ).only(*CHOICES, "true-false")

    # What can be chosen

    def _other_values(self, value: Value) -> Iterator[Candidate]:
        """Other entities' true values, then declared values that nobody has."""
        holders = [fact for fact in self._others_known() if differ(value, _value(fact), self.attribute)]
        for fact in holders:
            yield self._value_of(fact)
        if self.attribute.kind is Kind.CATEGORY:
            taken = {_value(fact) for fact in self.catalogue.known_facts(self.attribute.id)}
            for name in self.catalogue.value_names(self.attribute):
                if name not in taken and name != value and name != self.entity.id:
                    yield Candidate(name, self._show(name), self._say_of(self.entity, self._show(value)))

    def _value_of(self, fact: Fact) -> Candidate:
        other = self.catalogue.entities[fact.entity]
        shown = self._show(_value(fact))
        because = self._say_of(other, shown)
        close = self.prompts.close(self.entity.id, other.id)
        return Candidate(_id(_value(fact)), shown, because, order_of(_value(fact), self.attribute), close)

    def _other_entities(self, value: Value) -> Iterator[Candidate]:
        """Entities of the same kind that are known to have another value."""
        for fact in self._others_known():
            other = self.catalogue.entities[fact.entity]
            if other.kind == self.entity.kind and self._lacks(fact, value):
                shown = self._show(_value(fact))
                because = self._say_of(other, shown)
                yield Candidate(
                    other.id, self._name(other), because, None, self.prompts.close(self.entity.id, other.id)
                )

    def _lacks(self, fact: Fact, value: Value) -> bool:
        theirs = _value(fact)
        if isinstance(theirs, Members):
            return theirs.complete and value not in theirs.ids
        if self.attribute.volatile and fact.as_of != self.fact.as_of:
            return False
        return fact.entity != value and differ(value, theirs, self.attribute)

    def _outsider(self, name: str) -> Candidate:
        shown = self._show_asked(name)
        return Candidate(name, shown, self._say_of(self.entity, self._show(_value(self.fact))), _number_in(shown))

    def _others_known(self) -> list[Fact]:
        return [fact for fact in self.catalogue.known_facts(self.attribute.id) if fact.entity != self.entity.id]

    # What is said

    def _value_claims(self, gapped: str, key: Candidate, others: tuple[Candidate, ...]) -> tuple[Claim, ...]:
        return tuple(
            Claim(
                id=candidate.id,
                text=self.language.spaced(gapped.replace(GAP, candidate.text)),
                holds=candidate is key,
                because=candidate.because,
                asks=ClaimOf(self.entity.id, self.attribute.id, candidate.text),
            )
            for candidate in (key, *others)
        )

    def _typed_value(self, key: Candidate) -> TextEntry | None:
        value, kind = self.fact.value, self.attribute.kind
        if isinstance(value, When):
            languages = self.prompts.knowledge.languages.values()
            return TextEntry(key.text, date_spellings(value, self.attribute, languages))
        if kind is not Kind.CATEGORY or not isinstance(value, str):
            return None
        names = self.catalogue.value_names(self.attribute)
        rivals = (text for name, named in names.items() if name != value for text in spellings(named))
        return TextEntry(key.text, spellings(names[value]), tuple(dict.fromkeys(rivals)))

    def _number(self, key: Candidate) -> NumberEntry | None:
        value = self.fact.value
        if self.attribute.kind not in NUMERIC or not isinstance(value, Decimal):
            return None
        unit = self.attribute.unit.in_language(self.language.id) if self.attribute.unit else ""
        share = self.attribute.tolerance.around(value) / abs(value) if value else Decimal(0)
        return NumberEntry(value, key.text, unit, share)

    def _commonest(self, value: Value) -> dict[str, str]:
        values = [_id(_value(fact)) for fact in self.catalogue.known_facts(self.attribute.id)]
        commonest = max(values.count(name) for name in values) / len(values)
        return dict.fromkeys(CHOICES, "C27") if commonest > COMMONEST else {}

    def _shared(self, value: Value) -> dict[str, str]:
        """Refuses the reverse when the value says too little about who has it."""
        peers = [
            fact
            for fact in self.catalogue.known_facts(self.attribute.id)
            if self.catalogue.entities[fact.entity].kind == self.entity.kind
        ]
        sharing = sum(not self._lacks(fact, value) for fact in peers)
        return dict.fromkeys(CHOICES, "shared-value") if sharing > max(1, MOST_SHARED * len(peers)) else {}

    def _explain(self, shown: str, member: str = "") -> str:
        template = self.wording.member if member else self.wording.statement
        sentence = self._say(template, value=member or shown)
        why = self.fact.why.in_language(self.language.id) if self.fact.why else ""
        return self._joined(sentence, why)

    def _why(self) -> str:
        shown = self._show_asked(self.card.member) if self.card.member else self._show(_value(self.fact))
        return self._explain(shown, shown if self.card.member else "")

    def _say_of(self, entity: Entity, shown: str) -> str:
        """The attribute's statement about any entity."""
        slots = {"entity": self._name(entity), "value": shown, "as_of": self._as_of()}
        return self.language.fill(self.wording.statement, **slots)

    def _joined(self, *sentences: str) -> str:
        between = "" if self.language.cjk else " "
        return between.join(sentence for sentence in sentences if sentence)

    def _say(self, template: str, value: str = "") -> str:
        slots = {"entity": self._name(self.entity), "value": value, "as_of": self._as_of()}
        return self.language.fill(template, **slots)

    def _as_of(self) -> str:
        return month_of(self.fact.as_of, self.language)

    def _source(self) -> str:
        source = self.prompts.knowledge.sources.get(self.fact.source)
        return source.cite(self.language.id) if source else self.fact.source

    def _show(self, value: Value) -> str:
        return show(value, self.attribute, self.catalogue, self.language)

    def _show_asked(self, value: Value) -> str:
        """The value as it is asked for: a member of a set by its name."""
        names = self.catalogue.value_names(self.attribute)
        if isinstance(value, str) and value in names:
            return names[value].name.in_language(self.language.id)
        return self._show(value)

    def _name(self, entity: Entity) -> str:
        return entity.name.in_language(self.language.id)


def _value(fact: Fact) -> Value:
    assert fact.value is not None
    return fact.value


def _number_in(shown: str) -> Order | None:
    """Members that are numbers by name (sizes, dimensions) are shown in order like numbers."""
    number = parse_number(shown)
    return None if number is None else (number,)


def _id(value: Value) -> str:
    """A value's name in answers and choices, the same in every language."""
    return str(value)
