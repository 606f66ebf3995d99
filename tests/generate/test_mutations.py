"""Every mutation of an item is seen: a table of what can go wrong with an item, tried on every form it can happen to.

Each starts from items that the prover has nothing against, on a small forest, in both languages.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from every_form import grown, samples

from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Match, Option, Order
from llmquiz.core.text import plain
from llmquiz.generate.forms import FORMS
from llmquiz.generate.proof.checking import check
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.shapes import SHAPES
from tables import every_row

ALL = tuple(FORMS)
ONE = tuple(form for form, (response, _) in SHAPES.items() if response.name == "one")
OPTIONS = (*ONE, "multi-choice")
SHOWN = (*OPTIONS, "order", "match")
TYPED = ("typed", "cloze")
RATED = ("flashcard", "explain")
Mutate = Callable[[Item], Item]


def answered(item: Item, **changes: object) -> Item:
    return replace(item, response=replace(item.response, **changes))


def with_shown(item: Item, change: Callable[[list[Option]], list[Option]]) -> Item:
    """The same item with its options changed; of a match, those on the left."""
    if isinstance(item.response, Match):
        return answered(item, left=tuple(change(list(item.response.left))))
    return answered(item, options=tuple(change(list(item.shown))))


def right(options: list[Option]) -> int:
    return next(at for at, option in enumerate(options) if option.right)


def exchanged(options: list[Option], what: str) -> list[Option]:
    """The right option and another exchange `what`; where none is wrong, the first two do."""
    one = right(options)
    unlike = (
        at for at, option in enumerate(options) if at != one and getattr(option, what) != getattr(options[one], what)
    )
    wrong = [at for at in unlike if not options[at].right] or [(one + 1) % len(options)]
    other = wrong[0]
    swapped = list(options)
    swapped[one] = replace(options[one], **{what: getattr(options[other], what)})
    swapped[other] = replace(options[other], **{what: getattr(options[one], what)})
    return swapped


def swapped(what: str) -> Mutate:
    return lambda item: with_shown(item, lambda options: exchanged(options, what))


def one_id(item: Item) -> Item:
    return with_shown(item, lambda options: [replace(options[0], id=options[1].id), *options[1:]])


def only(*, key: bool) -> Mutate:
    return lambda item: with_shown(item, lambda options: [option for option in options if option.right is key])


def one_fewer(item: Item) -> Item:
    def drop(options: list[Option]) -> list[Option]:
        place = next(at for at, option in enumerate(options) if not option.right)
        return options[:place] + options[place + 1 :]

    return with_shown(item, drop)


def reasons(text: str) -> Mutate:
    """The reasons of the wrong options, or of all where none is wrong."""
    return lambda item: with_shown(
        item,
        lambda options: [
            replace(option, because=text) if not option.right or all(each.right for each in options) else option
            for option in options
        ],
    )


def another_card(item: Item) -> Item:
    """The key of a card that asks about something else."""
    subject = item.card.partition(":")[2].split("/")[0].split("#")[0]
    cards = (card.key for card in grown().cards if card.key.startswith(item.card.partition(":")[0]))
    entities = {option.id for option in item.shown}
    others = (card for card in cards if not any(f":{name}/" in card for name in (subject, *entities)))
    return replace(item, card=next(others, "skill:compare/context"))


def members(change: Callable[[ListEntry], tuple[object, ...]]) -> Mutate:
    def mutate(item: Item) -> Item:
        assert isinstance(item.response, ListEntry)
        return answered(item, members=change(item.response))

    return mutate


def rival_of(item: Item) -> str:
    own = {plain(name) for name in (item.response.answer, *item.response.accept)}
    return next(name for name in (*item.response.rivals, "banana") if plain(name) not in own)


def also_accepted(item: Item, text: str) -> Item:
    return answered(item, accept=(*item.response.accept, text))


def twice_ticked(item: Item) -> Item:
    return answered(item, checklist=item.response.checklist[:1] * 2)


def reversed_order(item: Item) -> Item:
    assert isinstance(item.response, Order)
    return answered(item, right=item.response.right[::-1])


def crossed_pairs(item: Item) -> Item:
    assert isinstance(item.response, Match)
    (one, its), (other, theirs), *rest = item.response.pairs
    return answered(item, pairs=((one, theirs), (other, its), *rest))


NOT_ASKED = ("true-false",)
"""A sentence that holds needs no reason beside its options, and both options of one that does not have the same."""

TABLE: list[tuple[str, tuple[str, ...], Mutate]] = [
    ("another option is marked right", OPTIONS, swapped("right")),
    ("two options exchange their ids", SHOWN, swapped("id")),
    ("two options exchange their texts", SHOWN, swapped("text")),
    ("two options have one id", SHOWN, one_id),
    ("the key alone is shown", ONE, only(key=True)),
    ("no right option is shown", OPTIONS, only(key=False)),
    ("no wrong option is shown", ("multi-choice",), only(key=True)),
    ("one option is left out", ONE, one_fewer),
    ("two options exchange their reasons", tuple(form for form in SHOWN if form not in NOT_ASKED), swapped("because")),
    ("no reason is given", tuple(form for form in SHOWN if form not in NOT_ASKED), reasons("")),
    ("a reason is made up", SHOWN, reasons("The moon is made of cheese.")),
    ("no explanation", ALL, lambda item: replace(item, explanation="")),
    ("an explanation is made up", ALL, lambda item: replace(item, explanation="The moon is made of cheese.")),
    ("no source", ALL, lambda item: replace(item, source="")),
    ("another source", ALL, lambda item: replace(item, source="My uncle")),
    ("the stem says more", ALL, lambda item: replace(item, stem=f"{item.stem} Really?")),
    ("no claim", ALL, lambda item: replace(item, predicate=None)),
    ("another card's key", ALL, another_card),
    ("another topic", ALL, lambda item: replace(item, topic="prices" if item.topic != "prices" else "ideas")),
    ("another form", ALL, lambda item: replace(item, form="typed" if item.form not in TYPED else "numeric")),
    ("negative or not, the other way", ALL, lambda item: replace(item, negative=not item.negative)),
    ("something else is accepted", TYPED, lambda item: also_accepted(item, "banana")),
    ("a rival is accepted", TYPED, lambda item: also_accepted(item, rival_of(item))),
    ("the typed answer is something else", (*TYPED, "numeric"), lambda item: answered(item, answer="banana")),
    ("the number is doubled", ("numeric",), lambda item: answered(item, value=item.response.value * 2)),
    ("the tolerance is wider", ("numeric",), lambda item: answered(item, tolerance=Decimal("0.06"))),
    ("the unit is another", ("numeric",), lambda item: answered(item, unit="parsecs")),
    ("the answer to compare with is another", RATED, lambda item: answered(item, answer="banana")),
    ("what is to be ticked off is made up", RATED, lambda item: answered(item, checklist=("banana", "bread"))),
    ("nothing is to be ticked off", ("explain",), lambda item: answered(item, checklist=())),
    ("one point is to be ticked off twice", ("explain",), twice_ticked),
    ("a member is left out", ("recall",), members(lambda entry: entry.members[:-1])),
    ("a member is repeated for another", ("recall",), members(lambda entry: (*entry.members[:-1], entry.members[0]))),
    ("a member accepts another", ("recall",), members(lambda entry: (
        replace(entry.members[0], accept=(*entry.members[0].accept, entry.members[1].answer)), *entry.members[1:]
    ))),
    ("a member accepts something else", ("recall",), members(lambda entry: (
        *entry.members[:-1], replace(entry.members[-1], accept=("banana",))
    ))),
    ("the order is the reverse", ("order",), reversed_order),
    ("two pairs are crossed", ("match",), crossed_pairs),
]  # fmt: skip
CELLS = [(what, form, mutate) for what, forms, mutate in TABLE for form in forms]


@pytest.fixture(scope="module")
def judge():
    return Judge(grown().knowledge)


def all_samples(form: str) -> Iterator[Item]:
    for lang in ("en", "zh"):
        yield from samples(form, lang)


@pytest.mark.parametrize("form", ALL)
def test_every_form_is_asked_in_the_forest_and_nothing_is_said_against_it(form, judge):
    found = list(all_samples(form))
    assert found
    assert [] == [(item.card, finding) for item in found for finding in check(item, judge)]


@every_row(("what", "form", "mutate"), CELLS)
def test_every_mutation_of_an_item_is_seen(judge, what, form, mutate):
    mutated = [(item, mutate(item)) for item in all_samples(form)]
    changed = [other for item, other in mutated if other != item]
    assert changed, what
    assert [] == [(item.card, item.lang) for item in changed if not list(check(item, judge))]


def test_the_prover_states_the_shape_of_every_form():
    assert set(FORMS) == set(SHAPES)
    assert {name: form.traits.options for name, form in FORMS.items()} == {
        name: count for name, (_, count) in SHAPES.items()
    }
