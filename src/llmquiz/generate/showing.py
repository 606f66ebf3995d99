"""Values as a reader sees them in one language, and every other way to type them."""

from collections.abc import Iterable
from decimal import Decimal

from llmquiz.core.text import Text, width
from llmquiz.generate.prompts import Order
from llmquiz.knowledge.catalogue import Attribute, Catalogue, Entity, Named
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.values import Kind, Members, Value, When

_MOST_WORDS, _MOST_COLUMNS = 3, 28


def show(value: Value, attribute: Attribute, catalogue: Catalogue, language: Language) -> str:
    """`value` in words and figures of `language`."""
    if isinstance(value, Decimal):
        return _number(value, attribute, language)
    if isinstance(value, When):
        return language.date(value.at(attribute.precision) or value)
    if isinstance(value, bool):
        return language.words["yes" if value else "no"]
    if isinstance(value, Text):
        return value.in_language(language.id)
    names = catalogue.value_names(attribute)
    if isinstance(value, Members):
        return language.join([names[member].name.in_language(language.id) for member in value.ids])
    return names[value].name.in_language(language.id)


def _number(value: Decimal, attribute: Attribute, language: Language) -> str:
    if attribute.kind is Kind.MONEY:
        return language.amount(value, currency(attribute))
    scale = attribute.scale.in_language(language.id) if attribute.scale else "plain"
    return language.number(value, scale)


def currency(attribute: Attribute) -> str:
    """The ISO code that an amount of `attribute` is in."""
    return attribute.unit.in_language("en") if attribute.unit else ""


def order_of(value: Value, attribute: Attribute) -> Order | None:
    """Where a number or date stands among its kind; None for everything else.

    A number is one part; a date is two or more, at the precision that is asked.
    """
    if isinstance(value, Decimal):
        return (value,)
    if isinstance(value, When):
        asked = value.at(attribute.precision)
        return tuple(Decimal(part) for part in (*asked.parts, 0)) if asked else None
    return None


def spellings(named: Named | Entity) -> tuple[str, ...]:
    """Every name of something, in every language, once each."""
    names = (text for _, text in named.name.by_language)
    return tuple(dict.fromkeys((*names, *named.aliases.everywhere())))


def date_spellings(when: When, attribute: Attribute, languages: Iterable[Language]) -> tuple[str, ...]:
    """Every way to type a date at the precision it is asked in."""
    asked = when.at(attribute.precision) or when
    return tuple(dict.fromkeys(text for language in languages for text in language.date_spellings(asked)))


def month_of(as_of: str, language: Language) -> str:
    """An edition date as a stem names it: to the month, where it is known that exactly."""
    parts = tuple(int(part) for part in as_of.split("-"))
    return language.date(When(parts[:2]))


def typeable(answer: str) -> bool:
    """Whether one can fairly be asked to type it: a name or a term, not a clause that has many wordings."""
    return len(answer.split()) <= _MOST_WORDS and width(answer) <= _MOST_COLUMNS
