"""The ladder: which rung a state stands on, and which form asks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.forms import Asking, FormTraits
from llmquiz.core.states import CardState, Phase
from llmquiz.study.ladder import choose, rung_of
from tables import every_row

CHOICE3 = FormTraits("choice3", (0,), 3)
CHOICE4 = FormTraits("choice4", (1,), 4)
BOOLEAN = FormTraits("boolean", (1,), 2)
CLOZE = FormTraits("cloze", (2, 3))
TYPED = FormTraits("typed", (2, 3))
NUMERIC = FormTraits("numeric", (2, 3))
EXPLAIN = FormTraits("explain", (3,))
ALL = (CHOICE3, CHOICE4, BOOLEAN, CLOZE, TYPED, NUMERIC, EXPLAIN)


def reviewed(stability, *, failed=False, rung=0, recent=()):
    return CardState(
        "c", Phase.REVIEW, stability=stability, difficulty=5.0, rung=rung, failed=failed, recent_forms=recent
    )


@every_row(
    ("state", "rung"),
    [
        (CardState("c"), 0),
        (CardState("c", introduced=True), 0),
        (reviewed(0.2), 1),
        (reviewed(6.99), 1),
        (reviewed(7.0), 2),
        (reviewed(29.99), 2),
        (reviewed(30.0), 3),
        (reviewed(999.0), 3),
        (reviewed(12.0, failed=True, rung=3), 2),
        (reviewed(3.0, failed=True, rung=3), 1),
        (reviewed(3.0, failed=True, rung=1), 0),
        (reviewed(3.0, failed=True, rung=0), 0),
        (reviewed(50.0, failed=True, rung=1), 0),
        (reviewed(50.0, failed=False, rung=0), 3),
    ],
)
def test_the_rung_is_that_of_the_stability_and_lower_after_a_failure(state, rung):
    assert rung_of(state) == rung


@pytest.mark.parametrize(
    ("state", "forms"),
    [
        (CardState("c"), {"choice3"}),
        (reviewed(3.0), {"choice4"}),
        (reviewed(10.0), {"cloze", "typed", "numeric"}),
        (reviewed(90.0), {"cloze", "typed", "numeric", "explain"}),
    ],
)
def test_the_forms_of_the_rung_come_first(state, forms):
    best = choose(ALL, state)[: len(forms)]
    assert {asking.form for asking in best} == forms
    assert {asking.rung for asking in best} == {rung_of(state)}


def test_the_least_recently_used_form_comes_first_and_an_unused_one_before_it():
    state = reviewed(90.0, recent=("typed", "choice4", "explain", "cloze"))
    assert [asking.form for asking in choose(ALL, state)][:4] == ["numeric", "typed", "explain", "cloze"]


def test_an_empty_rung_falls_back_downwards_from_the_nearest():
    forms = (CHOICE3, CHOICE4, EXPLAIN)
    assert choose(forms, reviewed(10.0)) == (
        Asking("choice4", 4, 1),
        Asking("choice3", 3, 0),
        Asking("explain", 0, 3),
    )


def test_a_card_with_only_open_forms_is_asked_by_them_from_the_start():
    assert choose((EXPLAIN, TYPED), CardState("c")) == (Asking("typed", 0, 2), Asking("explain", 0, 3))


@pytest.mark.parametrize("forms", [(), (FormTraits("nowhere", ()),)])
def test_a_card_without_forms_is_dormant(forms):
    assert choose(forms, reviewed(10.0)) == ()


def test_cards_do_not_all_begin_with_the_same_unused_form():
    firsts = {choose(ALL, CardState(f"card {n}", Phase.REVIEW, stability=10.0))[0].form for n in range(20)}
    assert firsts == {"cloze", "typed", "numeric"}


def test_what_a_coin_answers_half_the_time_is_asked_where_its_rung_has_nothing_else():
    often = reviewed(3.0, recent=("choice4",))
    assert [asking.form for asking in choose((BOOLEAN, CHOICE4, CHOICE3), often)] == ["choice4", "boolean", "choice3"]
    assert choose((BOOLEAN, CHOICE3), often)[0].form == "boolean"


@given(
    st.lists(st.sampled_from(ALL), unique=True),
    st.floats(0.001, 4000.0),
    st.booleans(),
    st.integers(0, 3),
    st.lists(st.sampled_from([form.name for form in ALL]), unique=True),
)
def test_every_form_is_offered_once_and_always_in_the_same_order(forms, stability, failed, rung, recent):
    state = reviewed(stability, failed=failed, rung=rung, recent=tuple(recent))
    found = choose(forms, state)
    assert sorted(asking.form for asking in found) == sorted(form.name for form in forms)
    assert found == choose(reversed(forms), state)
    wanted = rung_of(state)
    assert sorted(found, key=lambda a: (a.rung > wanted, abs(a.rung - wanted))) == list(found)


NOT = FormTraits("not", (1,), 4, negative=True)


def test_without_room_for_a_not_such_a_form_is_the_last_resort():
    state = reviewed(3.0, recent=("choice4",))
    assert [asking.form for asking in choose((CHOICE4, NOT, CLOZE), state)] == ["not", "choice4", "cloze"]
    assert [asking.form for asking in choose((CHOICE4, NOT, CLOZE), state, negatives=False)] == [
        "choice4",
        "cloze",
        "not",
    ]
