"""Just five minutes: the sitting ends after about so long, taught cards are asked before, and nothing is lost."""

import pytest
from trainer_samples import right

from llmquiz.trainer.views import FinishedView, LessonView, QuestionView


def study(session, clock, seconds):
    """Study at an even pace until it is finished; the minutes that took."""
    start = clock.now()
    for _turn in range(300):
        match session.view:
            case LessonView():
                clock.move(seconds=seconds)
                session.read()
            case QuestionView(item=item):
                clock.move(seconds=seconds)
                session.answer(right(item))
                session.next()
            case FinishedView():
                return (clock.now() - start).total_seconds() / 60
            case other:
                raise AssertionError(other)
    raise AssertionError("it does not end")


@pytest.mark.parametrize("seconds", [5, 12, 25])
def test_it_ends_after_about_five_minutes_at_any_pace(desk, seconds):
    with desk.trainer(new_per_day=60) as trainer:
        assert 4.4 <= study(trainer.study(minutes=5), desk.clock, seconds) <= 6.5


def test_what_was_taught_is_asked_before_the_end(desk):
    with desk.trainer(new_per_day=60) as trainer:
        session = trainer.study(minutes=5)
        study(session, desk.clock, 12)
        states = trainer._memory.states.values()
        assert [] == [state.card for state in states if state.introduced and not state.repetitions]


def test_the_card_that_is_shown_when_the_time_is_over_is_still_answered(desk):
    with desk.trainer(new_per_day=60) as trainer:
        session = trainer.study(minutes=1)
        while not isinstance(session.view, QuestionView):
            session.read()
        desk.clock.move(minutes=20)
        assert session.answer(right(session.view.item)).verdict.right
        assert isinstance(session.next(), FinishedView)


def test_the_summary_knows_the_minutes_and_what_is_left(desk):
    with desk.trainer(new_per_day=60) as trainer:
        session = trainer.study(minutes=5)
        study(session, desk.clock, 12)
        summary = session.view.summary
        assert 5 == summary.timed
        assert trainer.home().new == summary.new_left_today > 0


def test_the_next_sitting_goes_on_where_it_stopped(desk):
    with desk.trainer(new_per_day=60) as trainer:
        study(trainer.study(minutes=5), desk.clock, 12)
        done = trainer.home().done_today
        session = trainer.study()
        assert done == session.view.progress.done
        assert not isinstance(session.view, FinishedView)


def test_nobody_waits_within_the_minutes(desk):
    with desk.trainer(new_per_day=1, learning_steps=(60,)) as trainer:
        assert study(trainer.study(minutes=5), desk.clock, 5) < 1


def test_the_progress_is_told_in_minutes(desk):
    with desk.trainer() as trainer:
        session = trainer.study(minutes=5)
        desk.clock.move(seconds=150)
        session.read()
        progress = session.view.progress
        assert (5, 3, 0.4) == (progress.minutes, progress.to_go, progress.share)


def test_an_answer_after_the_end_is_taken_back_and_asked_again(desk):
    with desk.trainer(new_per_day=60) as trainer:
        session = trainer.study(minutes=1)
        study(session, desk.clock, 12)
        desk.clock.move(minutes=3)
        assert isinstance(session.undo(), QuestionView)
        session.answer(right(session.view.item))
        assert isinstance(session.next(), FinishedView)
