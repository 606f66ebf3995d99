"""Two programs on one learner's file: what either of them writes rests on what the file holds, not on what it read."""

from trainer_samples import answer_right, right, study, to_question, wrong

from llmquiz.core.answers import Rating
from llmquiz.trainer.views import LessonView


def test_a_lesson_read_late_leaves_what_was_answered_elsewhere(desk):
    with desk.trainer() as one, desk.trainer() as other:
        here, there = one.study(), other.study()
        assert isinstance(there.view, LessonView)
        assert answer_right(here).question.item.card == there.view.lesson.card
        there.read()
    desk.assert_states_are_the_log()


def test_a_second_word_leaves_the_answer_that_came_after(desk):
    with desk.trainer() as one:
        here = one.study()
        question = to_question(here)
        with desk.trainer() as other:
            there = other.study()
            assert question.item.card == to_question(there).item.card
            here.answer(wrong(question.item))
            there.answer(right(question.item))
            here.override(Rating.GOOD)
    desk.assert_states_are_the_log()
    with desk.store() as store:
        assert 2 == store.state(question.item.card).repetitions


def test_a_second_word_on_practice_leaves_the_schedule_of_elsewhere(desk):
    with desk.trainer() as one:
        here = one.study()
        card = answer_right(here).question.item.card
        practice = one.practise([card])
        practice.answer(wrong(practice.view.item))
        with desk.trainer() as other:
            study(other.study(), desk.clock)
        practice.override(Rating.GOOD)
    desk.assert_states_are_the_log()
    with desk.store() as store:
        assert 1 < store.state(card).repetitions
