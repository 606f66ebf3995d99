"""A fact that changed since it was learned: told before anything else, once, and asked anew without a lapse."""

import shutil
from dataclasses import replace
from functools import cache

import pytest
from trainer_samples import Desk, Shelf, answer_right, days_later, right, study, to_question

from forests import forest
from llmquiz.core.events import Review
from llmquiz.core.states import Phase
from llmquiz.files.paths import Home
from llmquiz.trainer.records import shown
from llmquiz.trainer.views import ChangeView, QuestionView

CARD = "fact:babarin/context#value"
LEARNT = {"new_per_day": 400, "reviews_per_day": 400}


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A small forest as a release with some changes brings it; each is made once."""

    @cache
    def release(*changes):
        root = tmp_path_factory.mktemp("release")
        questions = forest(4).write(root / "questions")
        for old, new in changes:
            change(questions, old, new)
        return Shelf(questions, root / "index.db")

    return release


@pytest.fixture(scope="module")
def learnt_once(tmp_path_factory, released):
    """The home of a learner who has met every card of the forest."""
    desk = Desk.at(tmp_path_factory.mktemp("learnt") / "home", released())
    with desk.trainer(**LEARNT) as trainer:
        study(trainer.study(topic="forest"), desk.clock, 3000)
    return desk.home.root


@pytest.fixture
def learnt(learnt_once, tmp_path, released):
    """That learner on the next day."""
    desk = Desk(Home(shutil.copytree(learnt_once, tmp_path / "home")), released())
    days_later(desk, 1)
    return desk


def change(questions, old, new):
    path = questions / "catalogue" / "things.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def state_of(desk, card=CARD):
    with desk.store() as store:
        return store.state(card)


def told(trainer):
    """The changes that are told at the beginning of a sitting."""
    session, found = trainer.study(), []
    while isinstance(session.view, ChangeView):
        found.append(session.view)
        session.read()
    return found


def test_nothing_changed_and_nothing_is_told(learnt):
    with learnt.trainer(**LEARNT) as trainer:
        assert [] == told(trainer)


def test_a_change_is_told_first_with_the_old_value_and_the_new(learnt, released):
    learnt.questions = released(("context: 1k", "context: 3k"))
    with learnt.trainer(**LEARNT) as trainer:
        view = trainer.study().view
    assert isinstance(view, ChangeView)
    assert (CARD, "1k", "3k") == (view.card, view.old, view.new)
    assert "3k" in view.explanation
    assert view.source


def test_what_was_last_a_sentence_to_judge_is_told_by_its_values_too(learnt, released):
    with learnt.trainer(**LEARNT) as trainer, learnt.store() as store:
        latest = [event for event in store.events(card=CARD) if isinstance(event, Review)][-1]
        judged = trainer.library.item(CARD, "true-false", "en", 0)
        store.append([replace(latest, id="", at=latest.at + 1, form="true-false", shown=shown(judged))])
    learnt.questions = released(("context: 1k", "context: 3k"))
    with learnt.trainer(**LEARNT) as trainer:
        view = trainer.study().view
    assert (CARD, "1k", "3k") == (view.card, view.old, view.new)


def test_what_can_only_be_judged_is_told_by_its_question_and_its_lesson(tmp_path):
    folder, card = forest(2), "fact:babarin/developer#value"
    folder.attribute("developer")["open_forms"] = []
    desk = Desk.at(tmp_path / "home", Shelf.of(folder, tmp_path))
    with desk.trainer(**LEARNT) as trainer:
        assert ("true-false",) == trainer.library.card(card).forms
        study(trainer.study(topic="forest"), desk.clock, 3000)
    days_later(desk, 1)
    change(desk.questions.questions, "developer: acme", "developer: corvid")
    with Desk(desk.home, Shelf(desk.questions.questions, tmp_path / "new.db")).trainer(**LEARNT) as trainer:
        view = trainer.study().view
    assert (card, "Who developed Babarin?", "", "") == (view.card, view.title, view.old, view.new)
    assert ("Babarin was developed by Corvid.", True) == (view.explanation, bool(view.source))


def test_a_change_is_told_once_and_the_card_is_asked_again_without_a_lapse(learnt, released):
    before = state_of(learnt)
    learnt.questions = released(("context: 1k", "context: 3k"))
    with learnt.trainer(**LEARNT) as trainer:
        assert CARD in [view.card for view in told(trainer)]
    after = state_of(learnt)
    assert (Phase.RELEARNING, before.lapses, before.repetitions) == (after.phase, after.lapses, after.repetitions)
    assert after.stability < before.stability
    with learnt.trainer(**LEARNT) as trainer:
        assert [] == told(trainer)
        views = study(trainer.study(), learnt.clock, 3000)
    assert CARD in [view.item.card for view in views if isinstance(view, QuestionView)]
    learnt.assert_states_are_the_log()


def test_the_same_value_in_other_words_is_no_change(learnt, released):
    learnt.questions = released(
        ("context: 1k", "context: '1,000'"),
        ("release: 2020-01", "release: {value: 2020-01, why: It was cold.}"),
    )
    with learnt.trainer(**LEARNT) as trainer:
        assert [] == told(trainer)


def test_a_card_that_was_never_asked_has_not_changed(desk, released):
    desk.questions = released()
    with desk.trainer() as trainer:
        trainer.study().read()
    desk.questions = released(("context: 1k", "context: 3k"))
    with desk.trainer() as trainer:
        assert [] == told(trainer)


def test_an_undo_after_the_news_leaves_the_states_the_log(learnt, released):
    learnt.questions = released(("context: 1k", "context: 3k"))
    with learnt.trainer(**LEARNT) as trainer:
        session = trainer.study()
        while isinstance(session.view, ChangeView):
            session.read()
        answer_right(session)
        for _ in range(4):
            session.undo()
        answer_right(session)
    learnt.assert_states_are_the_log()


def test_news_that_was_not_read_is_told_again(learnt, released):
    learnt.questions = released(("context: 1k", "context: 3k"))
    for _ in range(2):
        with learnt.trainer(**LEARNT) as trainer:
            assert isinstance(trainer.study().view, ChangeView)


def test_a_fact_that_is_gone_is_asked_no_more_and_its_log_stays(learnt, released):
    with learnt.store() as store:
        before = len(list(store.events()))
    learnt.questions = released(("    context: 1k\n", ""))
    with learnt.trainer(**LEARNT) as trainer:
        views = study(trainer.study(), learnt.clock, 3000)
    assert CARD not in [view.item.card for view in views if isinstance(view, QuestionView)]
    with learnt.store() as store:
        assert CARD in store.states()
        assert len(list(store.events())) >= before
    learnt.assert_states_are_the_log()


def test_the_news_is_told_in_the_learners_language(learnt, released):
    learnt.questions = released(("context: 1k", "context: 3k"))
    with learnt.trainer("zh", **LEARNT) as trainer:
        session = trainer.study()
        assert "多少" in session.view.title
        assert "How long" in session.speak("en").title
        session.read()
        question = to_question(session)
        assert session.answer(right(question.item)).verdict.right
