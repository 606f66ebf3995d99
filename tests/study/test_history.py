"""Today's history: what of the log belongs to it, and the tally."""

from study_samples import DAY, due, learning

from llmquiz.core.answers import Rating
from llmquiz.core.events import Review, Suspend, Taught
from llmquiz.core.states import CardState
from llmquiz.study.history import Shown, Today, shown_on


def review(card, day=DAY, **fields):
    return Review(
        card=card, at=0, day=day, offset=0, rating=Rating.GOOD, right=True, form="f", options=0, rung=0,
        planned_form="", planned_options=0, retention=0.9, parameters="p", scheduler="s", **fields,
    )  # fmt: skip


def test_lessons_and_answers_of_the_day_are_its_history():
    log = [
        review("early", DAY - 1),
        Taught(card="a", at=0, day=DAY, offset=0),
        review("b"),
        Suspend(card="c", at=0, day=DAY, offset=0, on=True),
        review("d", practice=True),
        review("a"),
    ]
    assert shown_on(DAY, log) == [Shown("a", lesson=True), Shown("b"), Shown("a")]


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
