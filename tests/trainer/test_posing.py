"""Posing: from a card to the question that is shown, whatever its seeds have in store."""

from types import SimpleNamespace

import pytest

from llmquiz.core.cards import Card, Tier
from llmquiz.core.forms import Asking, FormTraits
from llmquiz.core.items import Item
from llmquiz.core.responses import TextEntry
from llmquiz.core.states import CardState, Phase
from llmquiz.core.text import Text
from llmquiz.trainer.posing import Poser
from llmquiz.trainer.views import Progress
from tables import every_row

KEY = "fact:acorn/roots#value"
CARD = Card(KEY, "forest", Tier.CORE, 0)
FOUR = FormTraits("choice-4", (1,), options=4)
NOT = FormTraits("which-is-not", (1,), options=4, negative=True)
MANY = Progress(10, 90, negatives=1)


def a_library(makes, *forms):
    """A library of one card; `makes` says for a form and a seed whether there is a sound item."""

    def item(key, form, lang, seed, known=None, preferred=()):
        return (
            Item(key, form, lang, seed, "?", TextEntry("!"), "", "", "forest", Tier.CORE) if makes(form, seed) else None
        )

    return SimpleNamespace(forms=lambda key: forms, item=item, topics={"forest": Text.of("Forest")})


def a_memory(repetitions, recent=()):
    state = CardState(KEY, Phase.REVIEW, stability=1.0, repetitions=repetitions, recent_forms=recent)
    mixups = SimpleNamespace(preferred=lambda key: ())
    return SimpleNamespace(states={KEY: state}, state=lambda key: state, mixups=mixups, note=lambda key: "")


def posed(library, memory, progress=MANY):
    view = Poser(library, memory).question(CARD, "en", progress)
    return None if view is None else (view.asking.form, view.item.seed)


def test_the_seed_of_a_question_is_the_cards_repetition():
    assert posed(a_library(lambda form, seed: True, FOUR), a_memory(6)) == ("choice-4", 6)


@every_row("repetition", range(12))
def test_a_card_whose_seed_makes_no_item_is_asked_with_another_seed(repetition):
    library = a_library(lambda form, seed: seed % 3 == 0, FOUR)
    form, seed = posed(library, a_memory(repetition))
    assert (form, seed % 3) == ("choice-4", 0)
    assert posed(library, a_memory(repetition)) == (form, seed)


def test_a_card_that_is_sound_with_the_first_seed_alone_is_never_lost():
    library = a_library(lambda form, seed: seed == 0, FOUR)
    assert [posed(library, a_memory(n)) for n in range(50)] == [("choice-4", 0)] * 50


def test_every_form_of_the_ladder_comes_before_another_seed():
    true_false = FormTraits("true-false", (0,), options=2)
    library = a_library(lambda form, seed: form == "true-false" or seed != 7, FOUR, true_false)
    assert posed(library, a_memory(7)) == ("true-false", 7)


def test_a_card_without_any_item_is_not_asked():
    assert posed(a_library(lambda form, seed: False, FOUR), a_memory(3)) is None


@pytest.mark.parametrize(
    ("negatives", "form"),
    [(None, "which-is-not"), (1, "which-is-not"), (0, "choice-4")],
)
def test_a_form_with_a_not_is_asked_only_while_the_day_has_room_for_it(negatives, form):
    library, memory = a_library(lambda form, seed: True, FOUR, NOT), a_memory(3, recent=("choice-4",))
    assert posed(library, memory, Progress(10, 90, negatives)) == (form, 3)


def test_a_card_with_no_other_form_is_asked_even_then():
    assert posed(a_library(lambda form, seed: True, NOT), a_memory(3), Progress(10, 90, 0)) == ("which-is-not", 3)


def test_an_asking_says_how_it_was_asked():
    view = Poser(a_library(lambda form, seed: True, FOUR), a_memory(3)).question(CARD, "en", MANY)
    assert view is not None
    assert view.asking == Asking("choice-4", 4, 1)
