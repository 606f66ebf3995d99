"""One sitting: taught before asked, every answer kept at once, every step back and forth as the learner expects."""

import json

import pytest
from trainer_samples import GIVE_UP, answer_right, days_later, right, study, to_hinted, to_question, wrong

from llmquiz.core.answers import Hint, Rating
from llmquiz.core.events import Review, Taught
from llmquiz.core.hints import OnlyStrong
from llmquiz.core.states import Phase
from llmquiz.trainer import posing
from llmquiz.trainer.views import FeedbackView, FinishedView, LessonView, QuestionView, WaitingView


def asked(views):
    return [view.item.card for view in views if isinstance(view, QuestionView)]


def taught(views):
    return [view.lesson.card for view in views if isinstance(view, LessonView)]


# Teach, then ask


def test_a_new_card_is_taught_before_it_is_asked_and_asked_some_items_later(desk):
    with desk.trainer() as trainer:
        views = study(trainer.study(), desk.clock)
    items = [view for view in views if isinstance(view, LessonView | QuestionView)]
    order = [view.lesson.card if isinstance(view, LessonView) else view.item.card for view in items]
    for card in taught(views):
        lesson = order.index(card)
        assert isinstance(items[lesson], LessonView)
        assert order.index(card, lesson + 1) >= lesson + 3
    assert 10 == len(taught(views)) == len(set(asked(views)))


def test_at_most_five_cards_are_taught_and_not_yet_asked(desk):
    waiting = set()
    with desk.trainer() as trainer:
        for view in study(trainer.study(), desk.clock):
            if isinstance(view, LessonView):
                waiting.add(view.lesson.card)
            elif isinstance(view, QuestionView):
                waiting.discard(view.item.card)
            assert len(waiting) <= 5


def test_an_answer_leads_to_feedback_and_feedback_to_the_next(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        feedback = session.answer(right(question.item))
        assert isinstance(feedback, FeedbackView)
        assert (question.item.card, True, Rating.GOOD) == (
            feedback.question.item.card,
            feedback.verdict.right,
            feedback.rating,
        )
        assert feedback is session.view
        assert not isinstance(session.next(), FeedbackView)


@pytest.mark.parametrize(
    ("give", "rating"), [(right, Rating.GOOD), (wrong, Rating.AGAIN), (lambda _: GIVE_UP, Rating.AGAIN)]
)
def test_an_answer_is_rated_by_the_table(desk, give, rating):
    with desk.trainer() as trainer:
        session = trainer.study()
        assert rating == session.answer(give(to_question(session).item)).rating


def test_a_card_in_its_steps_is_half_done(desk):
    with desk.trainer(new_per_day=2) as trainer:
        session = trainer.study()
        item = to_question(session).item
        assert 0 == session.view.progress.share
        begun = session.answer(right(item)).progress
        assert (0, 2, 0.25) == (begun.done, begun.left, begun.share)
        session.undo()
        assert 0 == session.view.progress.share


def test_a_hint_that_reveals_makes_a_right_answer_count_as_not_known(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        feedback = session.answer(right(to_hinted(session).item))
        assert (True, Rating.AGAIN) == (feedback.verdict.right, feedback.rating)
        with desk.store() as store:
            assert [Hint.REVEALING] == [review.hint for review in store.events(kinds={"review"})]


def test_a_hint_stays_taken_when_the_answer_is_taken_back(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        hinted = to_hinted(session)
        session.answer(right(hinted.item))
        assert (hinted.item, hinted.hints) == (session.undo().item, session.view.hints)
        assert Rating.AGAIN == session.answer(right(hinted.item)).rating
        session.next()
        session.answer(right(to_question(session).item))
        assert () == session.undo().hints


def test_a_hint_stays_taken_after_a_restart_too_however_often_the_answer_is_taken_back(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        hinted = session.answer(right(to_hinted(session).item)).question
    with desk.trainer() as trainer:
        session = trainer.study()
        assert hinted.hints == session.undo().hints
        session.suspend()
        assert hinted.hints == session.undo().hints


def test_the_same_question_has_no_hint_when_its_card_is_asked_the_next_time(desk, monkeypatch):
    monkeypatch.setattr(posing, "_seeds", lambda _card, _repetition: iter((0,)))
    with desk.trainer(new_per_day=1) as trainer:
        session = trainer.study()
        hinted = to_hinted(session)
        session.answer(right(hinted.item))
        desk.clock.move(minutes=2)
        again = session.next()
        assert (hinted.item, ()) == (again.item, again.hints)


def test_a_gentle_hint_makes_a_right_answer_count_as_hard(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(20):
            item = to_question(session).item
            session.hint()
            if session.view.hint is Hint.CATEGORY:
                break
            session.answer(right(item))
            session.next()
        assert Rating.HARD == session.answer(right(item)).rating


def test_that_there_is_only_a_strong_hint_costs_nothing(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(20):
            item = to_question(session).item
            session.hint()
            if OnlyStrong() in session.view.hints:
                break
            session.answer(right(item))
            session.next()
        assert Rating.GOOD == session.answer(right(item)).rating


def test_hints_are_told_in_the_language_that_is_spoken(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        hinted = to_hinted(session)
        given, gone = hinted.hints, hinted.gone
        session.speak("zh")
        assert len(given) == len(session.view.hints)
        assert gone == session.view.gone


def test_i_know_this_asks_at_once_and_a_right_answer_is_easy(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        card = session.view.lesson.card
        view = session.know()
        assert (QuestionView, card) == (type(view), view.item.card)
        assert Rating.EASY == session.answer(right(view.item)).rating


def test_i_know_this_and_wrong_is_wrong(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        assert Rating.AGAIN == session.answer(wrong(session.know().item)).rating


def test_i_know_this_says_nothing_of_the_next_card(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        session.answer(right(session.know().item))
        session.next()
        assert Rating.GOOD == answer_right(session).rating


@pytest.mark.parametrize("act", ["answer", "override", "guessed", "read", "know"])
def test_what_the_view_does_not_offer_is_refused_and_logs_nothing(desk, act):
    with desk.trainer() as trainer:
        session = trainer.study()
        if act in ("read", "know"):
            to_question(session)
        before = len(list(trainer.log()))
        arguments = {"answer": (GIVE_UP,), "override": (Rating.GOOD,)}.get(act, ())
        with pytest.raises(RuntimeError):
            getattr(session, act)(*arguments)
        assert before == len(list(trainer.log()))


# The log


def test_every_answer_is_on_the_disk_when_its_feedback_is_shown(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        for count in range(1, 4):
            answer_right(session)
            assert count == desk.kinds().count("review")
            desk.assert_states_are_the_log()
            session.next()


def test_a_review_says_what_was_shown_and_what_was_answered(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        desk.clock.move(seconds=7)
        session.answer(wrong(question.item))
    with desk.store() as store:
        review = next(event for event in store.events(with_content=True) if isinstance(event, Review))
    item = question.item
    assert (item.card, item.form, item.seed, item.lang) == (review.card, review.form, review.seed, review.lang)
    assert (len(item.options), 0, 7000, False) == (review.options, review.rung, review.elapsed, review.right)
    assert item.stem == json.loads(review.shown)["stem"]
    assert [[option.id, option.text] for option in item.options] == json.loads(review.shown)["options"]
    chosen = wrong(item).options[0]
    assert [[chosen, next(option.text for option in item.options if option.id == chosen)]] == (
        json.loads(review.answer)["chosen"]
    )


def test_whoever_takes_long_was_away(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        desk.clock.move(hours=1)
        session.answer(right(question.item))
    with desk.store() as store:
        assert [60_000] == [event.elapsed for event in store.events() if isinstance(event, Review)]


def test_the_first_question_of_a_sitting_is_timed_like_any_other(desk):
    with desk.trainer() as trainer:
        to_question(trainer.study())
    with desk.trainer() as trainer:
        session = trainer.study()
        assert isinstance(session.view, QuestionView)
        desk.clock.move(seconds=3)
        session.answer(right(session.view.item))
    with desk.store() as store:
        assert [3000] == [event.elapsed for event in store.events() if isinstance(event, Review)]


def test_lessons_are_logged_and_never_rated(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        card = session.view.lesson.card
        session.read()
    with desk.store() as store:
        assert [card] == [event.card for event in store.events() if isinstance(event, Taught)]
        state = store.state(card)
    assert (Phase.NEW, True, 0) == (state.phase, state.introduced, state.repetitions)


# Second thoughts


def test_the_learner_overrules_and_both_ratings_are_logged(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        card = to_question(session).item.card
        session.answer(wrong(session.view.item))
        feedback = session.override(Rating.GOOD)
    assert (Rating.GOOD, True, False) == (feedback.rating, feedback.overruled, feedback.guessed)
    assert ["review", "amend"] == desk.kinds()[-2:]
    with desk.store() as store:
        review = next(event for event in store.events() if isinstance(event, Review))
        assert (Rating.AGAIN, False) == (review.rating, review.right)
        assert not store.state(card).failed
    desk.assert_states_are_the_log()


def test_the_learner_may_change_his_mind_again(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        answer_right(session)
        session.guessed()
        session.override(Rating.HARD)
        feedback = session.override(Rating.EASY)
    assert (Rating.EASY, True, False) == (feedback.rating, feedback.overruled, feedback.guessed)
    assert ["review", "amend", "amend", "amend"] == desk.kinds()[-4:]
    desk.assert_states_are_the_log()


def test_a_guess_counts_as_not_known_and_as_no_lapse(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
    days_later(desk, 30)
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        session.answer(right(question.item))
        feedback = session.guessed()
    assert (Rating.AGAIN, True) == (feedback.rating, feedback.guessed)
    with desk.store() as store:
        state = store.state(question.item.card)
    assert (Phase.RELEARNING, 0, True) == (state.phase, state.lapses, state.failed)
    desk.assert_states_are_the_log()


# Undo


def test_undo_takes_the_answer_back_and_asks_the_same_item_again(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        with desk.store() as store:
            before = store.states()
        session.answer(wrong(question.item))
        again = session.undo()
        assert (question.item, question.asking) == (again.item, again.asking)
        with desk.store() as store:
            assert before[question.item.card] == store.state(question.item.card)
        assert Rating.GOOD == session.answer(right(again.item)).rating
    assert ["review", "retract", "review"] == desk.kinds()[-3:]
    desk.assert_states_are_the_log()


def test_undo_reaches_back_over_several_items(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        cards = []
        for _ in range(3):
            cards.append(answer_right(session).question.item.card)
            session.next()
        undone = [session.undo().item.card for _ in range(3)]
        assert cards[::-1] == undone
        assert session.undo() is None
    desk.assert_states_are_the_log()


def test_an_undo_is_final_and_the_next_one_takes_back_the_answer_before(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        first = answer_right(session).question.item.card
        session.next()
        second = answer_right(session).question.item.card
        assert second == session.undo().item.card
        answer_right(session)
        assert [second, first] == [session.undo().item.card, session.undo().item.card]
    assert 3 == desk.kinds().count("review") == desk.kinds().count("retract")
    desk.assert_states_are_the_log()


def test_undo_takes_back_the_second_thoughts_too(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        card = to_question(session).item.card
        session.answer(wrong(session.view.item))
        session.override(Rating.EASY)
        session.undo()
        with desk.store() as store:
            assert (Phase.NEW, 0) == (store.state(card).phase, store.state(card).repetitions)
    desk.assert_states_are_the_log()


def test_undo_reaches_back_over_a_restart(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        session.answer(wrong(question.item))
    desk.clock.move(minutes=5)
    with desk.trainer() as trainer:
        session = trainer.study()
        again = session.undo()
        assert question.item == again.item
        answer_right(session)
    desk.assert_states_are_the_log()


def test_undo_with_nothing_to_take_back_does_nothing(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        view = session.view
        assert session.undo() is None
        assert view is session.view


def test_an_answer_that_was_taken_back_is_not_in_the_summary(desk):
    with desk.trainer() as trainer:
        session = trainer.study(limit=2)
        session.answer(wrong(to_question(session).item))
        session.undo()
        summary = study(session, desk.clock)[-1].summary
    assert (2, 2, ()) == (summary.answered, summary.right, summary.missed)


# Where it stopped


def test_a_new_sitting_goes_on_with_the_same_item(desk):
    for _ in range(12):
        with desk.trainer() as trainer:
            session = trainer.study()
            shown = session.view
        with desk.trainer() as trainer:
            session = trainer.study()
            again = session.view
            if isinstance(shown, LessonView):
                assert shown.lesson == again.lesson
                session.read()
            else:
                assert (shown.item, shown.asking) == (again.item, again.asking)
                session.answer(right(again.item))
        desk.clock.move(seconds=20)
    assert desk.kinds().count("review") > 3


def test_a_card_that_was_shown_and_not_answered_has_lost_nothing(desk):
    with desk.trainer() as trainer:
        card = to_question(trainer.study()).item.card
    with desk.trainer() as trainer:
        assert card == to_question(trainer.study()).item.card
    assert "review" not in desk.kinds()


def test_another_day_begins_in_mid_session(desk):
    desk.clock.moment = desk.clock.moment.replace(hour=23, minute=50)
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(6):
            answer_right(session)
            session.next()
        desk.clock.move(hours=5)  # past four in the morning
        before = session.next()
        later = trainer.study().view
        assert (type(before), before.progress) == (type(later), later.progress)
        days = {event["day"] for event in trainer.log()}
        answer_right(session)
        assert max(event["day"] for event in trainer.log()) == max(days) + 1
    desk.assert_states_are_the_log()


def test_studying_past_midnight_is_still_today(desk):
    desk.clock.moment = desk.clock.moment.replace(hour=23, minute=50)
    with desk.trainer() as trainer:
        session = trainer.study()
        answer_right(session)
        desk.clock.move(hours=3)
        session.next()
        answer_right(session)
        assert 1 == len({event["day"] for event in trainer.log()})


def test_a_limit_ends_the_sitting_after_so_many_questions(desk):
    with desk.trainer() as trainer:
        session = trainer.study(limit=4)
        assert 4 == session.view.progress.left
        views = study(session, desk.clock)
    assert 4 == len(asked(views)) == views[-1].summary.answered
    assert isinstance(views[-1], FinishedView)


def test_a_topic_is_studied_alone(desk):
    with desk.trainer() as trainer:
        session = trainer.study(topic="ideas")
        views = study(session, desk.clock)
        topics = {trainer.library.card(card).topic for card in (*asked(views), *taught(views))}
    assert {"ideas"} == topics


def test_a_step_that_is_not_ripe_is_waited_for(desk):
    with desk.trainer(learning_steps=(60, 120)) as trainer:
        views = study(trainer.study(limit=40), desk.clock)
    assert any(isinstance(view, WaitingView) and view.minutes > 0 for view in views)


def test_the_summary_counts_what_was_right_and_names_what_was_missed(desk):
    with desk.trainer() as trainer:
        session = trainer.study(limit=3)
        question = to_question(session)
        session.answer(wrong(question.item))
        summary = study(session, desk.clock)[-1].summary
    assert (3, 2) == (summary.answered, summary.right)
    key = next(option.text for option in question.item.options if option.right)
    assert [(question.item.stem, key)] == [(missed.title, missed.answer) for missed in summary.missed]


def test_another_language_shows_the_same_question(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        question = to_question(session)
        spoken = session.speak("zh")
        assert ("zh", question.item.card, question.item.form) == (
            spoken.item.lang,
            spoken.item.card,
            spoken.item.form,
        )
        assert {option.id for option in question.item.options} == {option.id for option in spoken.item.options}
        feedback = session.answer(right(spoken.item))
        assert "en" == session.speak("en").question.item.lang
        assert feedback.verdict.right


def test_i_know_this_counts_after_a_restart_and_after_undo(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        session.know()
        card = session.view.item.card
    with desk.trainer() as trainer:
        session = trainer.study()
        while to_question(session).item.card != card:
            answer_right(session)
            session.next()
        assert Rating.EASY == answer_right(session).rating
        session.undo()
        assert Rating.EASY == answer_right(session).rating
    desk.assert_states_are_the_log()
