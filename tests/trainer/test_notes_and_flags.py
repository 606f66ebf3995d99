"""Notes and reports: logged at once, shown again where they help, and a report names the very question."""

import pytest
from trainer_samples import answer_right, to_question

from llmquiz.core.events import Flag, Note, Renamed
from llmquiz.core.replay import code_in
from llmquiz.library.replaying import replayed
from llmquiz.trainer.clock import moment
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.views import LessonView


def logged(desk, kind):
    """The events of one kind."""
    with desk.store() as store:
        return list(store.events(kinds={kind.kind}))


def test_a_note_is_kept_with_its_card_and_shown_with_lesson_question_and_feedback(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        assert isinstance(session.view, LessonView)
        assert "mine" == session.write_note(" mine\n").note == session.note
        card = session.card
        session.know()
        assert "mine" == session.view.note
        assert "mine" == answer_right(session).question.note
    assert [(card, "mine")] == [(event.card, event.text) for event in logged(desk, Note)]
    desk.assert_states_are_the_log()


def test_a_note_can_be_written_in_the_feedback_and_an_empty_one_removes_it(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        answer_right(session)
        assert "one" == session.write_note("one").question.note
        assert "" == session.write_note("").question.note
        session.write_note("  ")
    assert ["one", ""] == [event.text for event in logged(desk, Note)]
    with desk.trainer() as trainer:
        assert "" == trainer.study().undo().note


def test_a_note_can_drive_no_terminal(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        assert "red [b]x" == session.write_note("\x1b[31mred [b]x\u202e").note


def test_a_card_that_took_over_from_another_has_its_note(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        session.write_note("mine")
        card = session.card
        now = moment(desk.clock, 4)
    with desk.store() as store:
        store.append([Renamed(card="fact:new/name#value", old=card, at=now.at, day=now.day, offset=0)])
        assert "mine" == Memory(store, desk.settings).note("fact:new/name#value")


@pytest.mark.parametrize("answered", [False, True])
def test_a_report_names_the_very_question(desk, answered):
    with desk.trainer() as trainer:
        session = trainer.study()
        item = to_question(session).item
        if answered:
            answer_right(session)
        session.flag("It is not so.")
        (flag,) = logged(desk, Flag)
        assert (item.card, "It is not so.") == (flag.card, flag.text)
        assert item == replayed(trainer.library, code_in(flag.code))
    desk.assert_states_are_the_log()


def test_every_question_of_a_session_can_be_shown_again_by_its_code(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(15):
            view = to_question(session)
            assert view.item == replayed(trainer.library, code_in(view.code))
            answer_right(session)
            desk.clock.move(minutes=2)
            session.next()


def test_a_lesson_is_no_question_to_be_reported(desk):
    with desk.trainer() as trainer, pytest.raises(RuntimeError, match="no question"):
        trainer.study().flag("What is this?")
