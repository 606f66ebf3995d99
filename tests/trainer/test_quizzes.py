"""Which cards a quiz asks, from a real log; and the wrong choices that come back as wrong options."""

import json

from trainer_samples import GIVE_UP, days_later, right, study, to_question

from llmquiz.core.answers import Chosen
from llmquiz.core.events import Review
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.views import FeedbackView, FinishedView, QuestionView

ENTITY_CARD = "fact:babarin/release#entity"


def met(trainer):
    return {card for card, state in trainer._memory.states.items() if state.repetitions}


def choose_wrong(sitting):
    """Come to a choice and take its first wrong option; the card, the right option and the wrong one."""
    while True:
        view = to_question(sitting)
        wrong = next((option for option in view.item.options if not option.right), None)
        if wrong is not None and view.item.form.startswith("choice"):
            sitting.answer(Chosen((wrong.id,)))
            return view.item, wrong.id
        sitting.answer(right(view.item))
        sitting.next()


def test_a_quiz_of_nothing_in_particular_asks_what_was_met(desk):
    with desk.trainer() as trainer:
        assert [] == list(trainer.quizzes().found(""))
        study(trainer.study(), desk.clock)
        assert met(trainer) == set(trainer.quizzes().found(""))


def test_what_is_put_aside_is_asked_only_by_name(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
        card = sorted(met(trainer))[0]
        trainer.browse().suspend([card])
        assert card not in trainer.quizzes().found("")
        assert [card] == trainer.quizzes().found("is:suspended")


def test_the_weakest_first_and_new_cards_not_at_all(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
        days_later(desk, 3)
        quizzes = trainer.quizzes()
        weakest = quizzes.weakest([card.key for card in trainer.library.cards])
        recalls = [trainer.browse().row_of(card).recall for card in weakest]
        assert met(trainer) == set(weakest)
        assert sorted(recalls) == recalls


def test_who_has_just_practised_a_card_is_asked_others_first(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
        days_later(desk, 3)
        first = trainer.quizzes().weakest(met(trainer))[0]
        practice = trainer.practise([first])
        practice.answer(right(practice.view.item))
        assert first == trainer.quizzes().weakest(met(trainer))[-1]


def test_in_order_means_as_they_come(desk):
    with desk.trainer() as trainer:
        keys = [card.key for card in trainer.library.cards if card.forms and card.fact][:6][::-1]
        facts = {trainer.library.card(key).fact for key in keys}
        practice = trainer.practise(keys, in_order=True)
        if len(facts) == len(keys):
            assert keys == [card.key for card in practice._left]


def test_only_mistakes_of_today_practice_among_them(desk):
    with desk.trainer() as trainer:
        item, _ = choose_wrong(trainer.study())
        practice = trainer.practise(["fact:babarin/release#value"])
        practice.answer(GIVE_UP)
        assert {item.card, "fact:babarin/release#value"} == set(trainer.quizzes().mistakes_of_today())
        days_later(desk, 1)
        assert [] == list(trainer.quizzes().mistakes_of_today())


def test_before_a_date_the_days_share_what_is_in_danger(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
        days_later(desk, 2)
        quizzes = trainer.quizzes()
        plan = quizzes.before(met(trainer), quizzes.day + 60)
        assert len(met(trainer)) == plan.endangered
        assert -(-plan.endangered // 60) == len(plan.today)
        practice = trainer.practise(plan.today, in_order=True)
        practice.answer(right(practice.view.item))
        later = trainer.quizzes().before(met(trainer), quizzes.day + 60)
        assert 1 == later.done_today
        assert plan.today[0] not in later.left


def test_the_results_of_a_practice_are_its_answers_as_they_stand(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise(["fact:babarin/release#value", "fact:bakerin/release#value"])
        practice.answer(GIVE_UP)
        practice.next()
        practice.answer(right(practice.view.item))
        assert [False, True] == [told for _, told in practice.results]
        practice.undo()
        assert [False] == [told for _, told in practice.results]


# What is mixed up


def test_a_wrong_choice_is_a_pair_and_comes_back_as_a_wrong_option(desk):
    with desk.trainer() as trainer:
        item, wrong = choose_wrong(trainer.study())
        (pair,) = trainer.confusions()
        assert (1, (item.card,)) == (pair.confusion.count, pair.confusion.cards)
        for _ in range(3):
            practice = trainer.practise([item.card])
            shown = practice.view.item
            if shown.form.startswith("choice"):
                assert wrong in {option.id for option in shown.options}
                assert (wrong,) == shown.preferred


def test_what_was_preferred_is_in_the_log(desk):
    with desk.trainer() as trainer:
        item, _ = choose_wrong(trainer.study())
        practice = trainer.practise([item.card])
        shown = practice.view.item
        practice.answer(GIVE_UP)
        (last,) = (event for event in trainer._memory.events(item.card) if isinstance(event, Review) and event.practice)
        assert list(shown.preferred) == json.loads(last.shown).get("preferred", [])


def test_undo_takes_the_pair_away_and_asks_the_very_same_item(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        item, _ = choose_wrong(session)
        assert item == session.undo().item
        assert () == trainer.confusions()
        assert () == trainer._memory.mixups.preferred(item.card)


def test_the_options_stay_in_another_language_although_the_log_knows_more(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        item, _ = choose_wrong(session)
        view = session.speak("zh")
        assert isinstance(view, FeedbackView)
        assert [option.id for option in item.options] == [option.id for option in view.question.item.options]


def test_a_word_of_ones_own_that_it_was_right_takes_the_pair_away(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        choose_wrong(session)
        session.override(3)
        assert () == trainer.confusions()


def test_memory_and_log_prefer_the_same(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        items = []
        for _ in range(3):
            items.append(choose_wrong(session)[0])
            session.next()
        kept = [trainer._memory.mixups.preferred(item.card) for item in items]
    with desk.trainer() as trainer:
        assert kept == [trainer._memory.mixups.preferred(item.card) for item in items]


def test_contrasts_ask_each_with_the_other_among_the_options(desk):
    with desk.trainer() as trainer:
        practice = trainer.practise([ENTITY_CARD], preferred={ENTITY_CARD: ("bakerin",)})
        item = practice.view.item
        wrong = next(option.id for option in item.options if not option.right) if item.options else "bakerin"
        practice.answer(Chosen((wrong,)))
        found = trainer.confusions()
        if not found:
            return
        contrast = trainer.contrast(found[0])
        assert isinstance(contrast, Practice)
        assert isinstance(contrast.view, QuestionView)
        asked = {card.key for card in contrast._left}
        assert ENTITY_CARD in asked
        assert all("babarin" in key or wrong in key for key in asked)
        assert not isinstance(contrast.view, FinishedView)


def test_a_pair_is_told_in_the_language_that_is_spoken(desk):
    with desk.trainer() as trainer:
        choose_wrong(trainer.study())
        (english,) = trainer.confusions()
        trainer.speak("zh")
        (chinese,) = trainer.confusions()
        assert english.confusion == chinese.confusion
        assert english.pages == chinese.pages
