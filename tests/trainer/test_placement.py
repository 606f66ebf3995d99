"""The placement: what is known starts as known, what is not is taught, and the log alone says which."""

import pytest
from trainer_samples import GIVE_UP, right, study, wrong

from llmquiz.core.answers import Rating
from llmquiz.core.forms import PLACED
from llmquiz.core.states import Phase
from llmquiz.trainer.views import FinishedView, LessonView, QuestionView


def placed(desk):
    """The cards that were logged as known."""
    with desk.store() as store:
        states = store.states()
    return {key for key, state in states.items() if state.recent_forms == (PLACED,)}


def answer_all(session, clock, answer):
    """Answer until it is finished; the cards that were asked."""
    asked = []
    while not isinstance(session.view, FinishedView):
        clock.move(seconds=5)
        asked.append(session.view.item.card)
        session.answer(answer(session.view.item))
        session.next()
    return asked


def test_what_was_right_starts_as_known_and_comes_back_in_days(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        asked = answer_all(session, desk.clock, right)
        states = trainer._memory.states
        assert 5 < len(asked) <= 20
        assert {Phase.REVIEW} == {states[key].phase for key in asked}
        assert all(states[key].due_day > trainer.home().day + 1 for key in asked)
        assert len(asked) == session.view.summary.placed.known
    assert set(asked) <= placed(desk)
    desk.assert_states_are_the_log()


def test_what_was_not_known_is_taught_as_if_it_had_never_been_asked(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        asked = answer_all(session, desk.clock, wrong)
        assert 5 == len(asked)
        assert all(not trainer._memory.state(key).repetitions for key in asked)
        assert not trainer.begun
        assert isinstance(trainer.study().view, LessonView)
    assert set() == placed(desk)
    assert ["review"] * 5 == desk.kinds()
    desk.assert_states_are_the_log()


def test_it_takes_no_place_of_todays_new_cards(desk):
    with desk.trainer(new_per_day=4) as trainer:
        answer_all(trainer.place(), desk.clock, right)
        home = trainer.home()
        assert (4, 0, True) == (home.new, home.done_today, home.begun)


def test_what_a_known_card_builds_on_is_known_too_and_says_on_whose_word(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        asked = answer_all(session, desk.clock, right)
        implied = placed(desk) - set(asked)
        assert len(implied) == session.view.summary.placed.implied > 0
        needed = {on for key in asked for on in trainer.library.card(key).prerequisites}
        assert implied <= needed
        with desk.store() as store:
            (review,) = store.events(card=min(implied), with_content=True)
        assert (Rating.EASY, PLACED, 0) == (review.rating, review.form, review.elapsed)
        assert '"stem"' in review.shown


def test_a_lucky_guess_is_taken_back_with_all_that_it_spoke_for(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        session.answer(right(session.view.item))
        feedback = session.guessed()
        assert (True, None) == (feedback.guessed, feedback.due)
        assert not trainer.begun
    assert set() == placed(desk)
    desk.assert_states_are_the_log()


def test_the_learners_word_counts_after_a_wrong_answer(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        card = session.view.item.card
        session.answer(wrong(session.view.item))
        assert session.override(Rating.GOOD).due.days > 1
    assert card in placed(desk)
    desk.assert_states_are_the_log()


@pytest.mark.parametrize("answer", [right, wrong, lambda _: GIVE_UP])
def test_the_latest_answer_is_taken_back_and_asked_again(desk, answer):
    with desk.trainer() as trainer:
        session = trainer.place()
        first = session.view.item
        session.answer(answer(first))
        session.next()
        again = session.undo()
        assert (first, 0) == (again.item, again.progress.done)
        assert session.undo() is None
    assert set() == placed(desk)
    desk.assert_states_are_the_log()


@pytest.mark.parametrize("act", ["suspend", "bury"])
@pytest.mark.parametrize("answer", [right, wrong])
def test_a_card_that_was_put_off_is_asked_again_and_the_answer_before_it_stands(desk, act, answer):
    with desk.trainer() as trainer:
        session = trainer.place()
        session.answer(answer(session.view.item))
        known = placed(desk)
        question = session.next()
        assert question.item.card != getattr(session, act)().item.card
        assert question == session.undo()
        assert (act, known) == (session.undone.kind, placed(desk))
        state = trainer._memory.state(question.item.card)
        assert (False, None) == (state.suspended, state.buried_until)
    desk.assert_states_are_the_log()


def test_a_card_that_was_put_off_after_its_answer_is_not_asked_again(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        card = session.view.item.card
        session.answer(right(session.view.item))
        coming = session.suspend()
        assert coming == session.undo()
        assert card == session.undo().item.card
    assert set() == placed(desk)
    desk.assert_states_are_the_log()


def test_undo_goes_back_to_the_first_question_and_leaves_nothing_behind(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        first = session.view
        session.answer(right(session.view.item))
        session.next()
        session.bury()
        session.answer(wrong(session.view.item))
        session.suspend()
        kinds = []
        while session.undo() is not None:
            kinds.append(session.undone.kind)
        assert ["suspend", "review", "bury", "review"] == kinds
        assert first == session.view
    assert set() == placed(desk)
    desk.assert_states_are_the_log()


def test_left_at_any_time_what_was_found_out_stands(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        card = session.view.item.card
        session.answer(right(session.view.item))
    with desk.trainer() as trainer:
        assert Phase.REVIEW is trainer._memory.state(card).phase
        assert card not in {view.lesson.card for view in study(trainer.study(), desk.clock)
                            if isinstance(view, LessonView)}  # fmt: skip


def test_one_that_was_left_goes_on_where_it_was_and_asks_nothing_twice(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        for _ in range(3):
            session.answer(wrong(session.view.item))
            session.next()
        session.answer(wrong(session.view.item))
        session.undo()
        coming = session.view
    with desk.trainer() as trainer:
        session = trainer.place()
        assert (coming, 3) == (session.view, session.view.progress.done)
        assert 20 == session.view.progress.done + session.view.progress.left
        assert session.undo() is None
        answer_all(session, desk.clock, wrong)
        assert 2 == session.view.summary.answered


@pytest.mark.parametrize("days", [0, 1])
def test_it_begins_anew_after_its_end_and_on_another_day(desk, days):
    with desk.trainer() as trainer:
        session = trainer.place()
        first = session.card
        for _ in range(4 if days else 5):
            session.answer(wrong(session.view.item))
            session.next()
    desk.clock.move(days=days)
    with desk.trainer() as trainer:
        session = trainer.place()
        assert (first, 0) == (session.card, session.view.progress.done)


def test_what_was_practised_is_not_taken_for_what_it_asked(desk):
    with desk.trainer() as trainer:
        first = trainer.place().card
        practice = trainer.practise([first])
        practice.answer(wrong(practice.view.item))
        session = trainer.place()
        assert (first, 0) == (session.card, session.view.progress.done)


def test_nothing_is_asked_that_is_easily_guessed(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        while isinstance(session.view, QuestionView):
            assert len(session.view.item.options) >= 4
            session.answer(right(session.view.item))
            session.next()


def test_a_hint_that_takes_options_away_leaves_the_card_to_the_lessons(desk):
    with desk.trainer() as trainer:
        session = trainer.place()
        while session.hint():
            pass
        session.answer(right(session.view.item))
        assert not trainer.begun


def test_a_session_that_was_open_meanwhile_goes_on_without_what_is_known(desk):
    with desk.trainer(new_per_day=1000) as trainer:
        session = trainer.study()
        before = session.view.progress.left
        answer_all(trainer.place(), desk.clock, right)
        assert trainer.study().view == session.look_again()
        assert session.view.progress.left < before
