"""Which cards are for today, rule by rule."""

from dataclasses import replace

import pytest
from study_samples import DAY, by_key, card, due, learning

from llmquiz.core.cards import Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.study.history import Shown, Today
from llmquiz.study.selection import Limits, Scope, select
from tables import every_row


def chosen(cards, states=None, history=(), limits=None, scope=None):
    """The keys of learning, pending, due and fresh cards."""
    states = states or {}
    found = select(list(cards), states, Today(history, states), DAY, limits or Limits(), scope or Scope())
    return tuple(list(part) for part in found.parts)


def keys(*names):
    return [f"bank:{name}" for name in names]


@every_row(
    ("state", "part"),
    [
        (None, 3),
        (CardState("bank:x"), 3),
        (CardState("bank:x", introduced=True), 1),
        (due("bank:x"), 2),
        (due("bank:x", day=DAY - 50), 2),
        (due("bank:x", day=DAY + 1), None),
        (due("bank:x", suspended=True), None),
        (due("bank:x", buried_until=DAY + 1), None),
        (due("bank:x", buried_until=DAY), 2),
        (learning("bank:x", 5), 0),
        (learning("bank:x", 5, phase=Phase.RELEARNING), 0),
        (learning("bank:x", 5, suspended=True), None),
        (replace(learning("bank:x", 5), due_day=DAY + 1), None),
        (CardState("bank:x", suspended=True), None),
        (CardState("bank:x", introduced=True, buried_until=DAY + 3), None),
    ],
)
def test_a_state_decides_where_a_card_stands(state, part):
    expected = tuple(["bank:x"] if n == part else [] for n in range(4))
    assert chosen([card("bank:x")], by_key(state) if state else {}) == expected


@every_row(
    ("fields", "scope", "chosen_for_today"),
    [
        ({}, Scope(), True),
        ({"forms": ()}, Scope(), False),
        ({"tier": Tier.ARCHIVE}, Scope(), False),
        ({"tier": Tier.ARCHIVE}, Scope(archive=True), True),
        ({"topic": "t"}, Scope(topic="t"), True),
        ({"topic": "u"}, Scope(topic="t"), False),
        ({}, Scope(accept=lambda c: c.key != "bank:x"), False),
    ],
)
@every_row("state", [None, due("bank:x"), learning("bank:x", 1)])
def test_the_scope_holds_for_new_and_known_cards(fields, scope, chosen_for_today, state):
    found = chosen([card("bank:x", **fields)], by_key(state) if state else {}, scope=scope)
    assert any(found) == chosen_for_today


def test_when_more_is_due_than_the_limit_the_most_endangered_come_first():
    states = by_key(
        due("bank:safe", stability=50.0, last=90),
        due("bank:lost", stability=2.0, last=60),
        due("bank:weak", stability=5.0, last=90),
        due("bank:old", stability=50.0, last=20),
    )
    cards = [card(key) for key in states]
    assert chosen(cards, states)[2] == keys("lost", "weak", "old", "safe")
    assert chosen(cards, states, limits=Limits(reviews=2))[2] == keys("lost", "weak")


def test_reviews_of_today_count_towards_the_limit_and_new_cards_do_not():
    states = by_key(due("bank:a"), due("bank:b"), due("bank:was", day=DAY + 5), learning("bank:new", 0))
    history = [Shown("bank:was"), Shown("bank:new")]
    found = chosen([card(key) for key in states], states, history, Limits(reviews=2))
    assert (len(found[0]), len(found[2])) == (1, 1)


def test_a_card_that_was_asked_today_is_not_reviewed_again():
    assert chosen([card("bank:x")], by_key(due("bank:x")), [Shown("bank:x")]) == ([], [], [], [])


def test_steps_left_from_yesterday_count_towards_the_limit():
    states = by_key(learning("bank:left", 0, repetitions=3), *(due(f"bank:{n}") for n in range(5)))
    found = chosen([card(key) for key in states], states, limits=Limits(reviews=3))
    assert (len(found[0]), len(found[2])) == (1, 2)


def test_new_cards_come_by_tier_and_teaching_order_up_to_the_limit():
    cards = [card(f"bank:{n}", order=n, tier=Tier.DETAIL if n < 3 else Tier.CORE) for n in range(8)]
    assert chosen(cards, limits=Limits(new=6))[3] == keys(3, 4, 5, 6, 7, 0)


def sheets(*names):
    """New cards of sheets: `aab` are two of sheet a, then one of sheet b."""
    return [card(f"bank:{n}{name}", order=n, kin=frozenset({f"sheet:{name}"})) for n, name in enumerate(names)]


def test_a_days_new_cards_are_of_several_sheets():
    assert chosen(sheets(*"aaaabbbbccddeeff"))[3] == keys(
        "0a", "1a", "4b", "5b", "8c", "9c", "10d", "11d", "12e", "13e"
    )


def test_where_there_are_few_sheets_the_day_is_filled_with_more_of_them():
    assert chosen(sheets(*"aaaaaaaaabbb"))[3] == keys("0a", "1a", "9b", "10b", "2a", "3a", "4a", "5a", "6a", "7a")


@pytest.mark.parametrize("names", ["aaaabbbbccddeeff", "aaaaaaaaabbb", "abababababababab"])
def test_the_choice_of_new_cards_stands_all_day_whatever_was_asked_first(names):
    cards = sheets(*names)
    first = chosen(cards)[3]
    for begun in ([first[-1]], first[::2], first[5:], first[:5]):
        states = by_key(*(learning(key, 0) for key in begun))
        again = chosen(cards, states, [Shown(key) for key in begun])
        assert sorted(again[3]) == sorted(set(first) - set(begun))


def test_new_cards_of_today_and_lessons_of_yesterday_count_towards_the_limit():
    cards = [card(f"bank:{n}", order=n) for n in range(9)]
    states = by_key(CardState("bank:0", introduced=True), CardState("bank:1", introduced=True), learning("bank:2", 0))
    history = [Shown("bank:1", lesson=True), Shown("bank:2")]
    assert chosen(cards, states, history, Limits(new=5))[1:] == (keys(0, 1), [], keys(3, 4))
    assert chosen(cards, states, history, Limits(new=0))[1:] == (keys(1), [], [])


def test_a_card_waits_for_its_prerequisites():
    cards = [card("bank:a", order=1, prerequisites=("bank:z",)), card("bank:b", order=2), card("bank:z", order=3)]
    assert chosen(cards, limits=Limits(new=2))[3] == keys("b", "z")
    assert chosen(cards)[3] == keys("b", "z", "a")


@every_row(
    ("prerequisite", "state", "free"),
    [
        (card("bank:z", order=9), None, True),
        (card("bank:z", order=9), CardState("bank:z", buried_until=DAY + 1), False),
        (card("bank:z", order=9), CardState("bank:z", introduced=True), True),
        (card("bank:z", order=9), due("bank:z", day=DAY + 9), True),
        (card("bank:z", order=9), CardState("bank:z", suspended=True), True),
        (card("bank:z", order=9, forms=()), None, True),
        (card("bank:z", order=9, tier=Tier.ARCHIVE), None, True),
        (card("bank:y", order=9), None, True),
    ],
)
def test_only_a_prerequisite_that_can_be_met_is_waited_for(prerequisite, state, free):
    cards = [card("bank:a", prerequisites=("bank:z",)), prerequisite]
    assert ("bank:a" in chosen(cards, by_key(state) if state else {})[3]) == free


def test_a_circle_of_prerequisites_loses_no_card():
    ring = [card(f"bank:{n}", order=n, prerequisites=(f"bank:{(n + 1) % 3}",)) for n in range(3)]
    assert sorted(chosen(ring)[3]) == keys(0, 1, 2)


VALUE, ENTITY = (card(f"fact:m/a#{side}", fact="fact:m/a") for side in ("value", "entity"))


@every_row(
    ("states", "history", "expected"),
    [
        ([], [], ([], [], [], ["fact:m/a#entity"])),
        ([due(VALUE.key)], [], ([], [], [VALUE.key], [])),
        ([due(VALUE.key, last=20), due(ENTITY.key)], [], ([], [], [VALUE.key], [])),
        ([due(VALUE.key), learning(ENTITY.key, 5)], [], ([ENTITY.key], [], [], [])),
        ([due(VALUE.key, day=DAY + 4), due(ENTITY.key)], [Shown(VALUE.key)], ([], [], [], [])),
        ([learning(VALUE.key, 4), due(ENTITY.key)], [Shown(VALUE.key)], ([VALUE.key], [], [], [])),
        ([due(VALUE.key), CardState(ENTITY.key, introduced=True)], [], ([], [ENTITY.key], [], [])),
        (
            [due(VALUE.key), CardState(ENTITY.key, introduced=True)],
            [Shown(ENTITY.key, lesson=True)],
            ([], [ENTITY.key], [], []),
        ),
    ],
)
def test_the_other_direction_of_a_fact_is_buried_until_tomorrow(states, history, expected):
    assert chosen([VALUE, ENTITY], by_key(*states), history) == expected


@pytest.mark.parametrize(
    ("waits", "side"), [(0, "entity"), (1, "value"), (6, "value")], ids=["both today", "one day", "six days"]
)
def test_a_hard_direction_that_is_due_every_day_does_not_keep_the_other_away(waits, side):
    patient = due(VALUE.key, day=DAY - waits, stability=9.0, last=DAY - waits - 1)
    hard = due(ENTITY.key, day=DAY, stability=0.2, last=DAY - 1)
    assert chosen([VALUE, ENTITY], by_key(patient, hard)) == ([], [], [f"fact:m/a#{side}"], [])


def test_the_other_direction_gives_its_place_to_another_card():
    cards = [VALUE, ENTITY, card("bank:b")]
    states = by_key(due(VALUE.key, last=20), due(ENTITY.key, last=30), due("bank:b"))
    assert chosen(cards, states, limits=Limits(reviews=2))[2] == [VALUE.key, "bank:b"]
