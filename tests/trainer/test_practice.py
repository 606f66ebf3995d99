"""Practice: each card once, nothing scheduled, undo of its own answers alone."""

import pytest
from trainer_samples import GIVE_UP, answer_right, right, to_question, wrong

from llmquiz.core.answers import Rating
from llmquiz.core.responses import ListEntry
from llmquiz.trainer.practice import arranged
from llmquiz.trainer.views import FeedbackView, FinishedView, QuestionView

FACTS = ("fact:babarin/release#value", "fact:babarin/release#entity", "fact:bakerin/release#value")


def asked(practice):
    """Answer everything rightly; the cards in the order they came."""
    cards = []
    while isinstance(practice.view, QuestionView):
        cards.append(practice.view.item.card)
        practice.answer(right(practice.view.item))
        practice.next()
    return cards


def test_each_card_is_asked_once_without_a_lesson(desk):
    with desk.trainer() as trainer:
        assert sorted(FACTS) == sorted(asked(trainer.practise([*FACTS, *FACTS])))


def test_the_second_direction_of_a_fact_comes_after_everything_was_asked_once(desk):
    with desk.trainer() as trainer:
        cards = [trainer.library.card(key) for key in FACTS]
        for seed in range(20):
            assert "fact:babarin/release" == arranged(cards, seed)[-1].fact


def test_the_order_follows_from_the_seed_alone(desk):
    with desk.trainer() as trainer:
        cards = [card for card in trainer.library.cards if card.forms][:30]
        assert arranged(cards, 1) == arranged(cards[::-1], 1)
        assert arranged(cards, 1) != arranged(cards, 2)


def test_nothing_of_it_is_scheduled(desk):
    with desk.trainer() as trainer:
        before = trainer.home()
        asked(trainer.practise(FACTS))
        assert before == trainer.home()
    with desk.store() as store:
        assert [True] * 3 == [event.practice for event in store.events(kinds={"review"})]
        assert {0} == {state.repetitions for state in store.states().values()}
    desk.assert_states_are_the_log()


def test_a_practised_card_keeps_its_memory_as_it_is(desk):
    with desk.trainer() as trainer:
        card = answer_right(trainer.study()).question.item.card
        before = trainer._memory.state(card)
        practice = trainer.practise([card])
        practice.answer(wrong(practice.view.item))
        practice.override(Rating.EASY)
        assert before == trainer._memory.state(card)
    with desk.store() as store:
        assert before == store.state(card)


def test_the_feedback_says_nothing_of_when_the_card_comes_next(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise(FACTS)
        assert practice.answer(right(practice.view.item)).due is None


def test_the_picture_gives_no_coming_answer_away(desk):
    releases = [f"fact:{name}/release#value" for name in ("babarin", "bakerin", "balirin", "bamorin")]
    with desk.trainer() as trainer:
        practice = trainer.practise(releases)
        picture = practice.answer(GIVE_UP).picture
        coming = {card.key for card in practice._left}
        assert picture is None or not coming & {row.card for row in picture.rows}


def test_undo_takes_back_the_answers_of_this_practice_one_by_one(desk):
    with desk.trainer() as trainer:
        answer_right(trainer.study())
        practice = trainer.practise(FACTS)
        first = practice.view
        practice.answer(right(first.item))
        practice.next()
        practice.answer(GIVE_UP)
        assert isinstance(practice.undo(), QuestionView)
        assert first.item == practice.undo().item
        assert practice.undo() is None
        assert sorted(FACTS) == sorted(asked(practice))


def test_undo_in_the_days_session_passes_practice_by(desk):
    with desk.trainer() as trainer:
        scheduled = answer_right(trainer.study()).question
        asked(trainer.practise(FACTS))
        assert scheduled.item == trainer.study().undo().item


def test_guessing_and_overruling_are_logged_and_change_the_tally_alone(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise(FACTS[:1])
        practice.answer(wrong(practice.view.item))
        assert practice.override(Rating.GOOD).overruled
        assert 1 == practice.next().summary.right
    assert ["review", "amend"] == desk.kinds()
    desk.assert_states_are_the_log()


@pytest.mark.parametrize(("limit", "answers"), [(None, 3), (2, 2), (1, 1)])
def test_the_limit_counts_questions(desk, limit, answers):
    with desk.trainer() as trainer:
        practice = trainer.practise(FACTS, limit)
        assert answers == practice.view.progress.left
        assert answers == len(asked(practice))
        assert answers == practice.view.summary.answered


def test_its_end_says_that_it_was_practice_and_what_was_missed(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise(FACTS[:1])
        stem = practice.view.item.stem
        practice.answer(GIVE_UP)
        summary = practice.next().summary
        assert (True, 1, 0, [stem]) == (
            summary.practice,
            summary.answered,
            summary.right,
            [each.title for each in summary.missed],
        )


@pytest.mark.parametrize("cards", [(), ("fact:nobody/release#value",), ("concept:pruning/nothing",)])
def test_without_a_card_it_is_over_at_once(desk, cards):
    with desk.trainer() as trainer:
        assert isinstance(trainer.practise(cards).view, FinishedView)


def test_there_is_no_lesson_to_be_read(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise(FACTS)
        with pytest.raises(RuntimeError, match="no lesson"):
            practice.read()
        with pytest.raises(RuntimeError, match="no lesson"):
            practice.know()


def test_a_whole_list_is_recalled_once_its_card_has_been_met(desk):
    whole = "concept:pruning/kinds"
    with desk.trainer() as trainer:
        recalled = [card.key for card in trainer.library.cards if "recall" in card.forms]
        if whole not in recalled:
            whole = recalled[0]
        assert not isinstance(trainer.practise([whole]).view.item.response, ListEntry)
        state = trainer._memory.state(whole)
        trainer._memory.states[whole] = type(state)(whole, repetitions=1)
        assert isinstance(trainer.practise([whole]).view.item.response, ListEntry)


def test_the_language_changes_under_way(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise(FACTS)
        assert "zh" == practice.speak("zh").item.lang
        assert isinstance(practice.answer(GIVE_UP), FeedbackView)
        assert "en" == practice.speak("en").question.item.lang


def test_a_session_is_not_disturbed_by_it(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        waiting = to_question(session)
        asked(trainer.practise([waiting.item.card]))
        assert session.answer(right(waiting.item)).asked == 1
