"""Suspend and bury: logged at once, from wherever a card is shown, and taken back like an answer."""

import pytest
from trainer_samples import answer_right, days_later, right, study, to_question

from llmquiz.core.answers import Rating
from llmquiz.core.events import Bury, Retract, Suspend
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView

ACTS = ("suspend", "bury")


def put_off(session, act):
    """Do it, and say with which card."""
    card = session.card
    getattr(session, act)()
    return card


def to_lesson(session):
    """Go on until something is taught."""
    while not isinstance(session.view, LessonView):
        session.next()
    return session


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("place", ["lesson", "question", "feedback"])
def test_a_card_is_put_off_wherever_it_is_shown_and_the_log_says_so_at_once(desk, act, place):
    with desk.trainer() as trainer:
        session = trainer.study()
        if place == "question":
            to_question(session)
        elif place == "feedback":
            answer_right(session)
        card = put_off(session, act)
        assert card != session.card
        assert act == desk.kinds()[-1]
    with desk.trainer() as trainer:
        assert card != trainer.study().card
    desk.assert_states_are_the_log()


def test_a_suspended_card_stays_away_and_a_buried_one_comes_back_tomorrow(desk):
    with desk.trainer() as trainer:
        session = to_lesson(trainer.study())
        suspended, buried = put_off(session, "suspend"), put_off(to_lesson(session), "bury")
        assert trainer.study().card not in (suspended, buried)
    days_later(desk, 1)
    with desk.trainer() as trainer:
        session = trainer.study()
        assert buried == session.card
        put_off(session, "bury")
        assert suspended != session.card


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("restarted", [False, True])
def test_a_putting_off_is_taken_back_across_restarts_and_the_card_is_shown_again(desk, act, restarted):
    with desk.trainer() as trainer:
        session = to_lesson(trainer.study())
        with desk.store() as store:
            before = store.states().get(session.card)
        card = put_off(session, act)
        if not restarted:
            session.undo()
            assert card == session.card
    if restarted:
        with desk.trainer() as trainer:
            session = trainer.study()
            session.undo()
            assert card == session.card
            assert isinstance(session.undone, {"suspend": Suspend, "bury": Bury}[act])
    with desk.store() as store:
        state = store.state(card)
        assert (False, None) == (state.suspended, state.buried_until)
        assert before is None or before == state
        assert Retract.kind == [event.kind for event in store.events()][-1]
    desk.assert_states_are_the_log()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("new_per_day", [1, 10])
def test_a_lesson_that_was_put_off_is_shown_again_at_once_whatever_was_read_since(desk, act, new_per_day):
    with desk.trainer(new_per_day=new_per_day) as trainer:
        session = to_lesson(trainer.study())
        card = put_off(session, act)
        session.read()
        assert card == session.undo().lesson.card
        shown = study(session, desk.clock)
        assert card in {view.item.card for view in shown if isinstance(view, QuestionView)}
    desk.assert_states_are_the_log()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("restarted", [False, True])
def test_a_known_card_that_was_put_off_before_its_answer_is_asked_again_at_once(desk, act, restarted):
    with desk.trainer() as trainer:
        session = to_lesson(trainer.study())
        question = session.know()
        card = put_off(session, act)
        assert card != session.card
        if not restarted:
            assert question == session.undo()
    if restarted:
        with desk.trainer() as trainer:
            assert question == trainer.study().undo()
    desk.assert_states_are_the_log()


def test_of_many_cards_that_are_taken_back_at_once_none_comes_before_its_turn(desk):
    with desk.trainer() as trainer:
        due = trainer.study().card
        trainer.browse().suspend([card.key for card in trainer.library.cards[-3:]])
        session = trainer.study()
        session.undo()
        assert due == session.card


def test_undo_goes_back_over_answers_and_puttings_off_in_the_order_they_came(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        answered = answer_right(session).question.item.card
        put_off(session, "bury")
        to_question(session)
        suspended = put_off(session, "suspend")
        kinds = []
        while session.undo() is not None:
            kinds.append((session.undone.kind, session.undone.card))
        assert [("suspend", suspended), ("bury", answered), ("review", answered)] == kinds
    desk.assert_states_are_the_log()


def test_many_cards_that_were_suspended_or_taken_up_at_once_are_taken_back_at_once(desk):
    def asleep(trainer):
        return {key for key, state in trainer._memory.states.items() if state.suspended}

    with desk.trainer() as trainer:
        cards = {card.key for card in trainer.library.cards[:3]}
        trainer.browse().suspend(sorted(cards))
        desk.clock.move(seconds=5)
        trainer.browse().take_up(sorted(cards))
        session = trainer.study()
        session.undo()
        assert cards == asleep(trainer)
        session.undo()
        assert set() == asleep(trainer)
        assert session.undo() is None
    desk.assert_states_are_the_log()


def test_taking_back_a_second_burial_leaves_the_first_in_force(desk):
    with desk.trainer() as trainer:
        session = to_lesson(trainer.study())
        card = put_off(session, "bury")
    days_later(desk, 1)
    with desk.trainer() as trainer:
        session = trainer.study()
        assert card == put_off(session, "bury")
        session.undo()
    with desk.store() as store:
        assert next(event.until for event in store.events(kinds={"bury"})) == store.state(card).buried_until


def test_another_card_takes_the_place_of_a_suspended_new_one(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        left = session.view.progress.left
        put_off(to_lesson(session), "suspend")
        assert left == session.view.progress.left


@pytest.mark.parametrize("act", ACTS)
def test_practice_puts_off_too_and_takes_back_its_own(desk, act):
    with desk.trainer() as trainer:
        practice = trainer.practise([card.key for card in trainer.library.cards][:4])
        assert isinstance(practice, Practice)
        first, left = practice.card, practice.view.progress.left
        put_off(practice, act)
        assert left - 1 == practice.view.progress.left
        assert isinstance(practice.undo(), QuestionView)
        assert (first, left) == (practice.card, practice.view.progress.left)
        assert practice.undo() is None
    desk.assert_states_are_the_log()


def test_a_card_that_was_answered_in_practice_is_not_asked_again_when_its_suspension_is_taken_back(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise([card.key for card in trainer.library.cards][:4])
        practice.answer(right(practice.view.item))
        assert isinstance(practice.view, FeedbackView)
        card = put_off(practice, "suspend")
        practice.undo()
        assert card != practice.card


def sat_down(trainer, kind):
    """A sitting of some kind, at its first question."""
    match kind:
        case "practice":
            return trainer.practise([card.key for card in trainer.library.cards][:4])
        case "placement":
            return trainer.place()
    session = to_lesson(trainer.study())
    session.know()
    return session


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("kind", ["session", "practice", "placement"])
def test_a_question_that_is_no_longer_put_off_comes_back_with_its_hints(desk, kind, act):
    with desk.trainer() as trainer:
        sitting = sat_down(trainer, kind)
        while sitting.hint():
            pass
        hinted = sitting.view
        put_off(sitting, act)
        assert isinstance(sitting.view, LessonView) or sitting.view.hints == ()
        assert hinted == sitting.undo()
        assert Rating.AGAIN == sitting.answer(right(hinted.item)).rating


def test_nothing_is_put_off_where_no_card_is_shown(desk):
    with desk.trainer() as trainer:
        session = trainer.study(limit=1)
        answer_right(session)
        session.next()
        with pytest.raises(RuntimeError, match="no card"):
            session.suspend()
