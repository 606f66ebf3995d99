"""The order of a day, by behaviour: lessons, gaps, steps, spacing, limits, the end of the day."""

from dataclasses import replace
from itertools import pairwise

import pytest
from study_samples import DAY, MINUTE, Learner, asked, by_key, card, due, learning, taught, words

from llmquiz.core.cards import Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.study.history import Shown
from llmquiz.study.queue import Ask, Done, Queue, Teach, Wait
from llmquiz.study.selection import Limits, Scope


def new(count, **fields):
    return [card(str(n), order=n, **fields) for n in range(count)]


def reviews(count, **fields):
    """Cards that are due, each with a topic of its own unless told otherwise."""
    cards = [card(f"bank:r{n:03}", **{"topic": f"t{n}", **fields}) for n in range(count)]
    return cards, by_key(*(due(c.key) for c in cards))


def short(steps):
    """`T0` for a lesson of card 0, `Q0` for a question."""
    said = (word.replace("fact:", "").replace("/a#value", "").replace("bank:", "") for word in words(steps))
    return " ".join(word.replace("teach ", "T").replace("ask ", "Q") for word in said)


def test_an_empty_library_is_done():
    assert Queue([], {}, [], DAY).next_step(0) == Done()


def test_a_first_day_of_new_cards():
    steps = Learner(new(6), seconds=60).study()
    assert short(steps[:12]) == "T0 T1 T2 Q0 Q1 Q2 T3 T4 T5 Q3 Q4 Q5"
    assert asked(steps)[6:] == asked(steps)[:6]


def test_a_single_new_card_is_asked_right_after_its_lesson():
    assert short(Learner(new(1)).study()) == "T0 Q0 Q0"


def test_at_the_end_steps_ahead_of_their_minute_give_a_lesson_its_distance():
    steps = Learner([card("x"), card("bank:a"), card("bank:b")], seconds=1, limits=Limits(new=3)).study()
    lesson, question = words(steps).index("teach fact:x/a#value"), words(steps).index("ask fact:x/a#value")
    assert question - lesson >= 3


def test_a_question_without_a_lesson_is_asked_at_once():
    cards = [card("bank:x"), card("skill:compare/price")]
    assert {type(step) for step in Learner(cards).study()} == {Ask}


def test_never_more_than_five_lessons_wait_for_their_question():
    steps = Learner(new(10), states={}, seconds=1).study()
    waiting, most = set(), 0
    for step in steps:
        (waiting.add if isinstance(step, Teach) else waiting.discard)(step.card.key)
        most = max(most, len(waiting))
    assert most <= 5


def test_lessons_of_an_earlier_day_count_among_the_five():
    cards = new(9)
    states = by_key(*(CardState(c.key, introduced=True) for c in cards[:5]))
    assert Queue(cards, states, [], DAY).next_step(0) == Ask(cards[0])
    kept_apart = [Shown(c.key, lesson=True) for c in cards[:5]]
    assert Queue(cards, states, kept_apart[3:] + kept_apart[:3], DAY).next_step(0) == Ask(cards[3])


def test_no_sixth_lesson_is_given_even_when_the_five_are_kin_of_the_last_item():
    kin = frozenset({"gpt-4o"})
    five = [card(str(n), order=n, kin=kin) for n in range(5)]
    last, sixth = card("bank:last", kin=kin), card("6", order=6)
    states = by_key(due("bank:last", day=DAY + 3), *(CardState(c.key, introduced=True) for c in five))
    history = [Shown("bank:last")]
    assert Queue([*five, last, sixth], states, history, DAY).next_step(0) == Ask(five[0])
    assert Queue([*five[1:], last, sixth], states, history, DAY).next_step(0) == Teach(sixth)


def test_new_cards_are_spread_evenly_among_reviews():
    cards, states = reviews(20)
    learner = Learner(new(4) + cards, states, seconds=1)
    steps = learner.study(most=28)
    positions = [n for n, step in enumerate(steps) if isinstance(step, Teach)]
    assert positions == [0, 7, 14, 21]


def test_the_first_question_comes_three_items_after_its_lesson():
    cards, states = reviews(20)
    fresh = [card(str(n), order=n, kin=frozenset({str(n)})) for n in range(4)]
    steps = Learner(fresh + cards, states, seconds=1).study(most=28)
    lesson = {step.card.key: n for n, step in enumerate(steps) if isinstance(step, Teach)}
    first = {}
    for n, step in enumerate(steps):
        if isinstance(step, Ask):
            first.setdefault(step.card.key, n)
    assert [first[key] - lesson[key] for key in lesson] == [3, 3, 3, 3]


def test_topics_alternate_among_reviews():
    cards = [card(f"bank:{topic}{n}", topic=topic) for topic in "ab" for n in range(8)]
    steps = Learner(cards, by_key(*(due(c.key) for c in cards))).study()
    topics = [step.card.topic for step in steps]
    assert all(one != other for one, other in pairwise(topics))


def test_kin_stand_five_items_apart_while_anything_else_is_left():
    cards = [card(f"bank:{kin}{n}", kin=frozenset({kin})) for kin in "abcdefgh" for n in range(5)]
    steps = Learner(cards, by_key(*(due(c.key) for c in cards))).study(most=30)
    kin = [min(step.card.kin) for step in steps]
    gaps = [n - max(m for m in range(n) if kin[m] == k) for n, k in enumerate(kin) if k in kin[:n]]
    assert len(gaps) == 22
    assert min(gaps) == 5


def test_kin_are_asked_nearer_when_nothing_else_is_left():
    cards, states = reviews(3, kin=frozenset({"gpt-4o"}))
    assert len(Learner(cards, states).study()) == 3


def test_a_lesson_is_kept_apart_from_the_questions_of_its_kin():
    cards, states = reviews(8)
    lesson = card("new", kin=frozenset({"gpt-4o"}))
    relative = card("bank:zz", topic="z", kin=frozenset({"gpt-4o"}))
    learner = Learner([lesson, relative, *cards], {**states, relative.key: due(relative.key, last=10)})
    steps = learner.study(most=12)
    order = [step.card.key for step in steps]
    assert order.index(relative.key) - order.index(lesson.key) >= 5


def test_a_step_comes_when_its_minute_has_come():
    cards, states = reviews(2)
    stepping = card("bank:step")
    queue = Queue([stepping, *cards], {**states, **by_key(learning("bank:step", 5 * MINUTE))}, [], DAY)
    assert queue.next_step(5 * MINUTE - 1) != Ask(stepping)
    assert queue.next_step(5 * MINUTE) == Ask(stepping)


@pytest.mark.parametrize(
    ("now", "step"),
    [
        (0, Wait(10 * MINUTE)),
        (10 * MINUTE - 1, Wait(10 * MINUTE)),
        (10 * MINUTE, "ask"),
        (30 * MINUTE, "ask"),
    ],
)
def test_at_the_end_a_step_is_taken_up_to_twenty_minutes_early(now, step):
    stepping = card("bank:step")
    queue = Queue([stepping], by_key(learning("bank:step", 30 * MINUTE)), [], DAY)
    assert queue.next_step(now) == (Ask(stepping) if step == "ask" else step)


def test_reviews_go_before_steps_ahead_of_their_minute():
    cards, states = reviews(1)
    stepping = card("bank:step")
    state = learning("bank:step", 5 * MINUTE, phase=Phase.RELEARNING)
    learner = Learner([stepping, *cards], {**states, **by_key(state)})
    assert asked(learner.study()) == ["bank:r000", "bank:step"]


def test_at_the_end_one_card_is_not_asked_twice_running_while_another_is_left():
    cards = [card("bank:a"), card("bank:b")]
    states = by_key(learning("bank:a", MINUTE), learning("bank:b", 9 * MINUTE))
    learner = Learner(cards, states, wrong={0}, seconds=1)
    assert asked(learner.study(most=3)) == ["bank:a", "bank:b", "bank:a"]


def test_a_lapsed_review_comes_back_the_same_day():
    cards, states = reviews(3)
    learner = Learner(cards, states, wrong={1})
    steps = asked(learner.study())
    assert (len(steps), steps[1]) == (4, steps[3])


def test_daily_limits_hold():
    cards, states = reviews(30)
    steps = Learner(new(20) + cards, states, limits=Limits(new=3, reviews=7)).study()
    assert len(taught(steps)) == 3
    assert len({key for key in asked(steps) if key.startswith("bank:")}) == 7


def test_the_archive_stays_closed_unless_it_is_opened():
    cards = [card("old", tier=Tier.ARCHIVE)]
    assert Learner(cards).study() == []
    assert short(Learner(cards, scope=Scope(archive=True)).study()) == "Told Qold Qold"


def test_a_session_limit_counts_questions_and_teaches_only_what_it_can_ask():
    cards, states = reviews(5)
    steps = Learner(new(5) + cards, states, limit=3).study()
    assert len(asked(steps)) == 3
    assert set(taught(steps)) <= set(asked(steps))
    assert Learner(cards, states, limit=0).study() == []


def test_a_topic_is_studied_alone():
    cards, states = reviews(5)
    assert asked(Learner(cards, states, scope=Scope(topic="t3")).study()) == ["bank:r003"]


def test_a_dropped_card_is_not_asked_again():
    cards, states = reviews(2)
    queue = Queue(cards, {**states, **by_key(learning("bank:r001", 0))}, [], DAY)
    queue.drop("bank:r000")
    queue.drop("bank:r001")
    assert queue.next_step(0) == Done()


def test_prerequisites_are_taught_first_even_when_kin_push_them_back():
    cards = [
        card("a", order=0, kin=frozenset({"x"})),
        card("b", order=1, kin=frozenset({"x"})),
        card("c", order=2, prerequisites=(card("b").key,)),
        *(card(f"d{n}", order=3 + n) for n in range(5)),
    ]
    order = taught(Learner(cards).study())
    assert order.index(card("b").key) < order.index(card("c").key)


def test_an_answer_to_a_card_from_elsewhere_is_noted_and_no_trouble():
    cards, states = reviews(1)
    queue = Queue(cards, states, [], DAY)
    queue.answered(learning("bank:elsewhere", 5))
    queue.taught("bank:elsewhere")
    assert queue.next_step(0) == Ask(cards[0])


def test_the_counts_of_the_home_screen():
    cards, states = reviews(4)
    learner = Learner([card("bank:step"), *new(3), *cards], {**states, **by_key(learning("bank:step", 99 * MINUTE))})
    counts = learner.queue.counts()
    assert (counts.due, counts.learning, counts.new, counts.done, counts.left) == (4, 1, 3, 0, 8)
    assert counts.minutes(12.0) == 3
    learner.study(most=5)
    total = {(c := queue.counts()).left + c.done for queue in (learner.queue, learner.rebuilt())}
    assert total == {8}
    learner.study()
    counts = learner.queue.counts()
    assert (counts.left, counts.done, counts.minutes(12.0)) == (0, 8, 0)


@pytest.mark.parametrize(("cards", "limit", "room"), [(19, None, 0), (20, None, 1), (45, None, 2), (45, 20, 1)])
def test_one_question_in_twenty_may_hold_a_not(cards, limit, room):
    due_cards, states = reviews(cards)
    assert Queue(due_cards, states, [], DAY, limit=limit).negatives_left() == room


def test_a_question_with_a_not_takes_room_for_good_and_does_so_after_a_restart_too():
    cards, states = reviews(60)
    queue = Queue(cards, states, [], DAY, negative={"not"})
    key = cards[0].key
    queue.answered(learning(key, 5, phase=Phase.RELEARNING, repetitions=9, recent_forms=("choice", "not")))
    known = replace(due(key, day=DAY + 3), last_day=DAY, repetitions=10, recent_forms=("not", "choice"))
    queue.answered(known)
    history = [Shown(key, form="not"), Shown(key, form="choice")]
    again = Queue(cards, {**states, key: known}, history, DAY, negative={"not"})
    assert [queue.negatives_left(), again.negatives_left()] == [2, 2]
