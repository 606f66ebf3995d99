"""The proof over everything: every card, form, language and seed. Counts what it checked, lists what it found."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from llmquiz.core.cards import kind_of
from llmquiz.core.items import Item
from llmquiz.core.wordings import Wording
from llmquiz.generate.forms import FORMS
from llmquiz.generate.generator import Generator
from llmquiz.generate.proof.checking import check
from llmquiz.generate.proof.corpus import Corpus
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.teaching import check_lesson

_NO_RULES = frozenset({"not-this-form", "no-prompt"})
"""Refusals that say nothing of the card: the form is not for its kind."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule: in one item (card, form, language, seed), in a lesson (card, language), or in the whole corpus."""

    rule: str
    says: Wording
    """One sentence: what is wrong."""
    card: str = ""
    form: str = ""
    lang: str = ""
    seed: int = 0


@dataclass(slots=True)
class Proof:
    """What was checked and what was found."""

    cards: int = 0
    seeds: int = 0
    dormant: list[str] = field(default_factory=list)
    items: Counter[str] = field(default_factory=Counter)
    """By form."""
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By form and rule."""
    why: dict[str, set[str]] = field(default_factory=dict)
    """By card: the rules that forbid it in one form or another."""
    by_language: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Items by form and language."""
    violations: list[Violation] = field(default_factory=list)
    corpus: Corpus = field(default_factory=Corpus, repr=False)
    """What the rules over all items need."""

    def add(self, other: "Proof") -> None:
        """Take in the proof of other cards."""
        self.cards += other.cards
        self.dormant += other.dormant
        self.items += other.items
        self.refused += other.refused
        self.why |= other.why
        self.by_language += other.by_language
        self.violations += other.violations
        self.corpus.add_all(other.corpus)

    def conclude(self) -> "Proof":
        """Judge all items together; called once, when every card was checked."""
        self.violations += (Violation(rule, says) for rule, says in self.corpus.findings())
        return self


def prove(generator: Generator, seeds: int, advance: Callable[[], None] = lambda: None) -> Proof:
    """Check everything `generator` can give out for `seeds` seeds; `advance` is called once a card."""
    proof, judge = Proof(seeds=seeds), Judge(generator.knowledge)
    for card in generator.cards:
        proof.add(prove_cards(generator, [card.key], seeds, judge))
        advance()
    return proof.conclude()


def prove_cards(generator: Generator, cards: Iterable[str], seeds: int, judge: Judge) -> Proof:
    """Check these cards alone, one item at a time; what holds over all items is not judged yet."""
    proof = Proof(seeds=seeds)
    for card in cards:
        before = proof.items.total()
        for item in _items(generator, card, seeds, proof):
            proof.items[item.form] += 1
            proof.by_language[item.form, item.lang] += 1
            proof.corpus.add(item)
            proof.violations.extend(_violations(item, judge))
        asked = proof.items.total() > before
        proof.violations.extend(_untaught(generator, card, asked))
        proof.cards += 1
        if not asked:
            proof.dormant.append(card)
    return proof


def _violations(item: Item, judge: Judge) -> Iterator[Violation]:
    for rule, says in check(item, judge):
        yield Violation(rule, says, item.card, item.form, item.lang, item.seed)


def _untaught(generator: Generator, card: str, asked: bool) -> Iterator[Violation]:
    """What the card's lessons lack. A skill has none, since it is practised; a card that is never asked needs none."""
    for lang in generator.knowledge.languages:
        lesson = generator.lesson(card, lang)
        if lesson is not None or (asked and kind_of(card) != "skill"):
            yield from (Violation(rule, says, card, lang=lang) for rule, says in check_lesson(lesson))


def _items(generator: Generator, card: str, seeds: int, proof: Proof) -> Iterator[Item]:
    for form in FORMS:
        for lang in generator.knowledge.languages:
            for seed in range(seeds):
                made = generator.item(card, form, lang, seed)
                if isinstance(made, Item):
                    yield made
                else:
                    proof.refused[form, made.rule] += 1
                    if made.rule not in _NO_RULES:
                        proof.why.setdefault(card, set()).add(made.rule)
                    if made.rule == "not-this-form":
                        break
