"""Today's history: the tally of what was shown."""

from study_samples import DAY, due, learning

from llmquiz.core.states import CardState
from llmquiz.study.history import Shown, Today


def test_a_card_is_new_today_when_all_its_answers_are_of_today():
    states = {
        "taught": CardState("taught", introduced=True),
        "first": learning("first", 0, repetitions=2),
        "known": due("known", day=DAY + 9),
        "relearnt": due("relearnt", day=DAY + 9),
    }
    history = [Shown("taught", True), Shown("first"), Shown("first"), Shown("known"), Shown("relearnt", True)]
    today = Today(history, states)
    assert (today.new, today.reviews) == ({"taught", "first"}, 1)


def test_positions_count_lessons_too():
    today = Today([Shown("a", True), Shown("b"), Shown("c", True)], {})
    assert (today.since_lesson("a"), today.since_lesson("c"), today.since_lesson("b")) == (3, 1, None)
