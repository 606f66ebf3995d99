"""Generators that lie: real items with one thing changed, and the rule by which the prover finds each of them out."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from generate_samples import first, items, retexted, rules, with_options

from forests import forest, tree
from llmquiz.core.items import Item
from llmquiz.core.predicates import Completes, EntityWith, ValueOf
from llmquiz.core.responses import Many, NumberEntry, One, Option
from llmquiz.generate.forms import FORMS
from llmquiz.generate.proof.proving import prove
from tables import every_row

A, B = (tree(place).casefold() for place in (0, 1))
NAME_A, NAME_B = tree(0), tree(1)
VALUE = (f"fact:{A}/context#value", "choice-4")
ENTITY = (f"fact:{A}/context#entity", "choice-4")
DATE = (f"fact:{A}/release#value", "choice-4")
NUMBER = (f"fact:{A}/parameters#value", "numeric")
TYPED = (f"fact:{A}/developer#value", "typed")
CLOZE = (f"fact:{A}/developer#value", "cloze")
PRICE = (f"fact:{A}/price_input#value", "choice-3")
PRICED = (f"fact:{A}/price_input#entity", "choice-4")
JUDGED = (f"fact:{A}/context#value", "true-false")
MEMBER = (f"fact:{B}/modalities/image#value", "choice-4")
COST = ("skill:cost", "cost")
COMPARE = ("skill:compare/parameters", "compare")
GAP = ("concept:pruning/makes-smaller", "choice-4")
GAP_TYPED = ("concept:pruning/makes-smaller", "typed")
TERM = ("concept:pruning/definition", "choice-4")
STATED = ("concept:pruning/definition", "true-false")


def marked(item: Item, *right: int) -> Item:
    """The same item with these options marked right, and no others."""
    return with_options(item, *(replace(option, right=at in right) for at, option in enumerate(item.options)))


def key_of(item: Item) -> int:
    return next(at for at, option in enumerate(item.options) if option.right)


def moved_key(item: Item) -> Item:
    return marked(item, (key_of(item) + 1) % len(item.options))


def doubled_key(item: Item) -> Item:
    return marked(item, key_of(item), (key_of(item) + 1) % len(item.options))


def no_key(item: Item) -> Item:
    return marked(item)


def key_text(text: str) -> Callable[[Item], Item]:
    return lambda item: retexted(item, text, right=True)


def wrong_text(text: str) -> Callable[[Item], Item]:
    return lambda item: retexted(item, text, right=False)


def doubled_option(item: Item) -> Item:
    one, other, *_ = (option for option in item.options if not option.right)
    again = replace(other, text=one.text)
    return with_options(item, *(again if option is other else option for option in item.options))


def backwards(item: Item) -> Item:
    return with_options(item, *reversed(item.options))


def stem(old: str, new: str) -> Callable[[Item], Item]:
    return lambda item: replace(item, stem=item.stem.replace(old, new))


def about(**changes: object) -> Callable[[Item], Item]:
    return lambda item: replace(item, predicate=replace(item.predicate, **changes))


def answered(**changes: object) -> Callable[[Item], Item]:
    return lambda item: replace(item, response=replace(item.response, **changes))


def a_cent_more(item: Item) -> Item:
    total = Decimal(next(option.text for option in item.options if option.right).removeprefix("$").replace(",", ""))
    return retexted(item, f"${total + Decimal('0.01')}", right=True)


def also_accepted(text: str) -> Callable[[Item], Item]:
    return lambda item: replace(item, response=replace(item.response, accept=(*item.response.accept, text)))


LIES = [
    ("another option is marked right", VALUE, moved_key, "E01"),
    ("two options are marked right", VALUE, doubled_key, "E01"),
    ("no option is marked right", VALUE, no_key, "E01"),
    ("another entity is marked right", ENTITY, moved_key, "E01"),
    ("two entities are marked right", ENTITY, doubled_key, "E01"),
    ("another date is marked right", DATE, moved_key, "E01"),
    ("the key is another entity's value", VALUE, key_text("2M"), "E01"),
    ("a wrong option is a number in words", VALUE, wrong_text("some"), "E01"),
    ("a wrong entity is nobody", ENTITY, wrong_text("Nobodyrin"), "E01"),
    ("a wrong date is no date", DATE, wrong_text("some day"), "E01"),
    ("a wrong option is right by tolerance", VALUE, wrong_text("1,010"), "E01"),
    ("a wrong option is neither within nor beyond the tolerance", VALUE, wrong_text("1,080"), "E01"),
    ("the same option twice", VALUE, doubled_option, "E02"),
    ("the same entity twice", ENTITY, doubled_option, "E02"),
    ("two options that nobody can tell apart", VALUE, wrong_text("1,120"), "E03"),
    ("an option of another kind", VALUE, wrong_text("Acme"), "E05"),
    ("an option that speaks of the others", ENTITY, wrong_text("None of the above"), "E06"),
    ("no question at all", VALUE, lambda item: replace(item, stem="Context."), "E07"),
    ("an open question that leans on options", TYPED, stem("Who developed", "Which of these developed"), "E07"),
    ("a negation that is easily read over", ENTITY, stem("has a context", "does not have a context"), "E08"),
    ("numbers out of order", VALUE, backwards, "E14"),
    ("dates out of order", DATE, backwards, "E14"),
    ("the stem names another entity", VALUE, stem(NAME_A, NAME_B), "E01"),
    ("the predicate is about another entity", VALUE, about(entity=B), "E01"),
    ("the predicate is about another attribute", VALUE, about(attribute="parameters"), "E01"),
    ("the predicate is about another value", ENTITY, about(value="2M"), "E01"),
    ("no predicate", VALUE, lambda item: replace(item, predicate=None), "E01"),
    ("no source", VALUE, lambda item: replace(item, source=" "), "E23"),
    ("the number that is graded is not the one that is shown", NUMBER, answered(value=Decimal(7)), "E01"),
    ("the number that is shown is not the fact", NUMBER, answered(answer="7B"), "E01"),
    ("graded and shown agree, and both are wrong", NUMBER, answered(value=Decimal(7_000_000_000), answer="7B"), "E01"),
    ("another name's answer is accepted", TYPED, also_accepted("Borel"), "E01"),
    ("what is nobody's name is accepted", TYPED, also_accepted("Nobody"), "E01"),
    ("the answer is another name", TYPED, answered(answer="Borel"), "E01"),
    ("the gap is filled by another name", CLOZE, answered(answer="Borel"), "E01"),
    ("no edition", PRICE, stem(" in June 2024", ""), "E21"),
    ("another edition", PRICE, stem("June 2024", "May 2024"), "E01"),
    ("another edition, asked backwards", PRICED, stem("June 2024", "May 2024"), "E01"),
    ("true and false exchanged", JUDGED, moved_key, "E01"),
    ("a sentence about another entity", JUDGED, stem(NAME_A, NAME_B), "E01"),
    ("a member that is none", MEMBER, moved_key, "E01"),
    ("a set that is another's", MEMBER, about(entity=A), "E01"),
    ("the cost is a cent too high", COST, a_cent_more, "E01"),
    ("another result is marked right", COST, moved_key, "E01"),
    ("another number of tokens is priced", COST, about(tokens_in=1), "E01"),
    ("the wrong one wins", COMPARE, moved_key, "E01"),
    ("the other end of the scale wins", COMPARE, lambda item: about(sign=-item.predicate.sign)(item), "E01"),
    ("a wrong filler is marked right", GAP, moved_key, "E01"),
    ("an undeclared filler is wrong", GAP, wrong_text("the mood of the day"), "E01"),
    ("the answer of another element", GAP, about(element="kinds.structured"), "E01"),
    ("a wrong filler is the typed answer", GAP_TYPED, answered(answer="the speed"), "E01"),
    ("another term is marked right", TERM, moved_key, "E01"),
    ("a term that is not declared disjoint", TERM, wrong_text("pollarding"), "E01"),
    ("a misconception is true", STATED, moved_key, "E01"),
]  # fmt: skip


@every_row(("what", "asked", "lie", "rule"), LIES)
def test_each_lie_is_found_out_by_its_rule(honest, what, asked, lie, rule):
    item = first(honest, *asked)
    assert set() == rules(item, honest)
    told = lie(item)
    assert told != item, what
    assert rule in rules(told, honest)


@every_row(("asked", "lie", "rule"), [lie[1:] for lie in LIES if lie[2] in (moved_key, doubled_key)])
def test_the_same_lies_in_chinese(honest, asked, lie, rule):
    item = first(honest, *asked, lang="zh")
    assert set() == rules(item, honest)
    assert rule in rules(lie(item), honest)


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if form.traits.options])
def test_no_form_can_mark_another_option_right(shipped, form):
    cards = [card.key for card in shipped.cards if form in card.forms][:3]
    assert cards
    for key in cards:
        for lang in ("en", "zh"):
            item = first(shipped.generator, key, form, lang)
            assert set() == rules(item, shipped.generator)
            assert "E01" in rules(moved_key(item), shipped.generator)


@pytest.mark.parametrize("at", range(5))
def test_a_choice_of_several_is_judged_option_by_option(honest, at):
    item = next(items(honest, "", ("multi-choice",), ("en",)))
    flipped = tuple(replace(option, right=option.right != (place == at)) for place, option in enumerate(item.options))
    assert set() == rules(item, honest)
    assert "E01" in rules(replace(item, response=Many(flipped)), honest)


def shipped_item(shipped, form, lang="en"):
    key = next(card.key for card in shipped.cards if form in card.forms)
    return first(shipped.generator, key, form, lang)


@every_row("lang", ["en", "zh"])
@every_row("places", [(0, 1), (1, 2), (2, 3), (0, 3)])
def test_two_things_exchanged_in_an_order_are_found_out(shipped, lang, places):
    item = shipped_item(shipped, "order", lang)
    order = list(item.response.right)
    one, other = places
    order[one], order[other] = order[other], order[one]
    assert set() == rules(item, shipped.generator)
    assert "E22" in rules(replace(item, response=replace(item.response, right=tuple(order))), shipped.generator)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_two_pairs_exchanged_in_a_match_are_found_out(shipped, lang):
    item = shipped_item(shipped, "match", lang)
    (one, first_value), (other, second_value), *rest = item.response.pairs
    pairs = ((one, second_value), (other, first_value), *rest)
    assert set() == rules(item, shipped.generator)
    assert "E01" in rules(replace(item, response=replace(item.response, pairs=pairs)), shipped.generator)


def test_a_comparison_with_a_tie_in_it_is_found_out(tmp_path):
    folder = forest()
    for name in (A, B):
        folder.entity(name)["facts"]["parameters"] = "2T"
    generator = folder.generator(tmp_path)
    item = next(i for i in items(generator, "compare/parameters", seeds=40) if i.options[key_of(i)].text == NAME_A)
    other = next(option for option in item.options if not option.right)
    tied = tuple(Option(B, NAME_B, False) if option is other else option for option in item.options)
    assert "E01" in rules(replace(item, response=One(tied)), generator)


class Liar:
    """Gives out a wrong answer for one card in one form, one language and one seed; else it is honest."""

    def __init__(self, generator, card):
        self.generator, self.card = generator, card
        self.knowledge = generator.knowledge
        self.cards = [each for each in generator.cards if each.key.startswith(card)]

    def item(self, key, form, lang, seed):
        made = self.generator.item(key, form, lang, seed)
        lies = (key, form, lang, seed) == (self.card, "choice-3", "zh", 2)
        return moved_key(made) if lies else made

    def lesson(self, key, lang):
        return self.generator.lesson(key, lang)


def test_the_proof_names_card_form_language_and_seed_of_a_lie(honest):
    found = [each for each in prove(Liar(honest, VALUE[0]), 3).violations if each.card]
    assert {(VALUE[0], "choice-3", "zh", 2)} == {(each.card, each.form, each.lang, each.seed) for each in found}
    assert "E01" in {each.rule for each in found}


def test_the_proof_counts_what_it_checked_and_ticks_once_a_card(honest):
    ticks = []
    cards = Liar(honest, f"fact:{A}/context")
    proof = prove(cards, 3, lambda: ticks.append(1))
    assert 2 == len(ticks) == proof.cards
    assert 3 * 2 * 2 == proof.items["choice-4"]
    assert 3 * 2 == proof.items["numeric"]
    assert [] == proof.dormant


def test_a_card_that_no_form_can_ask_is_counted_as_dormant_with_the_reason(tmp_path):
    folder = forest()
    folder.entity(A)["facts"] = {"modalities": {"value": ["text"]}}  # nobody says that there are no more
    proof = prove(Liar(folder.generator(tmp_path), f"fact:{A}/modalities/text"), 2)
    assert [f"fact:{A}/modalities/text#value"] == proof.dormant
    assert "open-list" in {rule for _, rule in proof.refused}


def test_the_samples_are_what_they_are_called(honest):
    assert isinstance(first(honest, *VALUE).predicate, ValueOf)
    assert isinstance(first(honest, *ENTITY).predicate, EntityWith)
    assert isinstance(first(honest, *GAP).predicate, Completes)
    assert isinstance(first(honest, *NUMBER).response, NumberEntry)
