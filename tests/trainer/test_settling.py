"""Settings that change while the program runs, and weights of one's own: in force at once, and after a restart."""

from dataclasses import replace

from trainer_samples import answer_right, days_later, study

from llmquiz.core.events import Parameters, Review
from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS
from llmquiz.storage.due import LetIn, due_by_day
from llmquiz.trainer.prospect import Prospect

OWN = (0.05, 0.2, 0.4, 1.5, *DEFAULT_WEIGHTS[4:])


def test_other_steps_schedule_the_next_answer(desk):
    with desk.trainer() as trainer:
        trainer.settle(replace(trainer.settings, learning_steps=(7, 30)))
        assert 30 == answer_right(trainer.study()).due.minutes
    desk.assert_states_are_the_log()


def test_what_was_just_asked_is_counted_by_its_topic_and_tier(desk):
    with desk.trainer() as trainer:
        study(trainer.study(limit=5), desk.clock)
        topics, database = tuple(trainer.library.topics), desk.home.database()
    every = due_by_day(database)
    assert every == due_by_day(database, LetIn(("core", "detail", "archive")))
    assert {} == due_by_day(database, LetIn(("core", "detail", "archive"), topics))
    assert {} == due_by_day(database, LetIn(("archive",)))
    assert every


def test_weights_are_in_use_at_once_and_after_a_restart(desk):
    with desk.trainer() as trainer:
        assert DEFAULT_WEIGHTS == trainer.weights
        trainer.adopt(OWN)
        assert OWN == trainer.weights
        answer_right(trainer.study())
    with desk.trainer() as trainer:
        assert OWN == trainer.weights
        trainer.settle(replace(trainer.settings, learning_steps=(5,)))
        assert OWN == trainer.weights
    with desk.store() as store:
        events = list(store.events())
        (review,) = [event for event in events if isinstance(event, Review)]
        spelt = {event.parameters for event in events if isinstance(event, Parameters)}
        assert review.parameters in spelt
    desk.assert_states_are_the_log()


def test_weights_that_forget_faster_bring_a_card_back_sooner(desk):
    with desk.trainer(learning_steps=(1,)) as trainer:
        usual = answer_right(trainer.study()).due.days
        days_later(desk, 1)
        trainer.adopt(tuple(4 * weight for weight in DEFAULT_WEIGHTS[:4]) + DEFAULT_WEIGHTS[4:])
        assert usual < answer_right(trainer.study()).due.days
    desk.assert_states_are_the_log()


def test_the_prospect_knows_what_is_met_and_the_rest_in_teaching_order(desk):
    with desk.trainer() as trainer:
        before = trainer.prospect()
        view = answer_right(trainer.study())
        after = trainer.prospect()
        card = view.question.item.card
        assert card in before.newcomers
        assert [card] == [state.card for state in after.states]
        assert [key for key in before.newcomers if key != card] == list(after.newcomers)
        assert after.answers_a_day(trainer.settings) > 0
        assert Prospect.days == 90
