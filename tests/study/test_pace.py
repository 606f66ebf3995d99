"""A sitting of so many minutes: when it stops teaching, when it closes, when it is over."""

from study_samples import Learner, asked, card, taught, words

from llmquiz.study.pace import Span
from llmquiz.study.queue import Ask, Done

MINUTE = 60_000
FIVE = Span(5, 0)


def test_the_minutes_left_are_rounded_up_and_never_below_nought():
    assert [5, 5, 1, 0, 0] == [FIVE.minutes_left(at) for at in (0, 1, 5 * MINUTE - 1, 5 * MINUTE, 9 * MINUTE)]


def test_no_lesson_is_begun_in_the_last_two_minutes():
    assert (True, False) == (FIVE.teaches(3 * MINUTE - 1), FIVE.teaches(3 * MINUTE))


def test_one_minute_has_time_for_a_lesson_too():
    assert Span(1, 0).teaches(MINUTE // 2 - 1)


def test_it_closes_when_the_time_is_just_enough_for_what_was_taught():
    assert (False, True) == (FIVE.closes(4 * MINUTE - 1, owed=5), FIVE.closes(4 * MINUTE, owed=5))


def test_with_nothing_taught_it_closes_at_the_end():
    assert (False, True) == (FIVE.closes(5 * MINUTE - 1, owed=0), FIVE.closes(5 * MINUTE, owed=0))


def test_taught_cards_may_take_a_minute_more_and_no_longer():
    assert (False, True) == (FIVE.is_over(6 * MINUTE - 1), FIVE.is_over(6 * MINUTE))


def test_a_queue_that_teaches_no_more_asks_what_it_taught_and_what_has_no_lesson():
    learner = Learner([card("a"), card("b"), card("bank:c/d", order=9)])
    learner.take(learner.queue.next_step(0))
    learner.queue.teach_no_more()
    learner.study()
    first = list(dict.fromkeys(asked(learner.steps)))
    assert (1, {"bank:c/d", taught(learner.steps)[0]}) == (len(taught(learner.steps)), set(first))


def test_a_closed_queue_asks_what_was_taught_once_and_is_done():
    learner = Learner([card(name) for name in "abcdef"])
    for _ in range(2):
        learner.take(learner.queue.next_step(0))
    learner.queue.close()
    step = learner.queue.next_step(learner.now)
    assert isinstance(step, Ask)
    learner.queue.close()
    learner.study()
    assert ["ask", "ask"] == [word.split()[0] for word in words(learner.steps[2:])]
    assert isinstance(learner.queue.next_step(learner.now), Done)
