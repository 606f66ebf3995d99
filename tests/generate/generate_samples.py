"""What the tests of this room share: items by the hundred, and what the prover says of one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Any
from weakref import WeakKeyDictionary

from llmquiz.core.items import Item
from llmquiz.core.predicates import EntityWith
from llmquiz.core.responses import One, Option
from llmquiz.generate.forms import FORMS
from llmquiz.generate.generator import Generator
from llmquiz.generate.proof.checking import check
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.refusals import Refusal

CHOICES = ("choice-3", "choice-4")


def items(
    generator: Generator,
    key: str = "",
    forms: Iterable[str] = FORMS,
    langs: Iterable[str] = ("en", "zh"),
    seeds: int = 4,
) -> Iterator[Item]:
    """Every item of the cards whose key holds `key`; what is not this form is so whatever the seed."""
    for card in generator.cards:
        if key in card.key:
            for form in forms:
                for lang in langs:
                    made = (_made(generator, card.key, form, lang, seed) for seed in range(seeds))
                    whole = takewhile(lambda item: getattr(item, "rule", "") != "not-this-form", made)
                    yield from (item for item in whole if isinstance(item, Item))


_asked: WeakKeyDictionary[Generator, dict[tuple[str, str, str, int], Item | Refusal]] = WeakKeyDictionary()


def _made(generator: Generator, *asked: Any) -> Item | Refusal:
    """An item, made once for all who ask this generator for it."""
    made = _asked.setdefault(generator, {})
    if asked not in made:
        made[asked] = generator.item(*asked)
    return made[asked]


def first(generator: Generator, key: str, form: str, lang: str = "en") -> Item:
    """One real item."""
    return next(items(generator, key, (form,), (lang,)))


_judges: WeakKeyDictionary[Generator, Judge] = WeakKeyDictionary()


def judge_of(generator: Generator) -> Judge:
    """The judge of what this generator knows, made once for all who ask it."""
    return _judges.get(generator) or _judges.setdefault(generator, Judge(generator.knowledge))


def rules(item: Item, generator: Generator) -> set[str]:
    """The rules that the prover says `item` breaks."""
    return {rule for rule, _ in check(item, judge_of(generator))}


def violations(generator: Generator, key: str = "", seeds: int = 2) -> list[tuple[str, str, str]]:
    """What the prover has against items of the cards whose key holds `key`: card, form and rule."""
    made = items(generator, key, seeds=seeds)
    return [(item.card, item.form, rule) for item in made for rule, _ in check(item, judge_of(generator))]


def with_options(item: Item, *options: Option) -> Item:
    """The same item with other options."""
    return replace(item, response=One(options))


def retexted(item: Item, text: str, *, right: bool) -> Item:
    """The same item with another text on its first right, or first wrong, option."""
    place = next(place for place, option in enumerate(item.options) if option.right is right)
    changed = [replace(option, text=text) if at == place else option for at, option in enumerate(item.options)]
    return with_options(item, *changed)


def asked_value(item: Item) -> str:
    """The value that a "which of these has it" asks for."""
    assert isinstance(item.predicate, EntityWith)
    return item.predicate.value
