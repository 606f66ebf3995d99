"""What was finished today: a topic, or all core cards, with the last card that was met for the first time."""

from study_samples import by_key, card, due

from llmquiz.core.cards import Tier
from llmquiz.study.milestones import CORE, finished

A, B = card("a", topic="one"), card("b", topic="two")
DETAIL = card("d", topic="two", tier=Tier.DETAIL)


def met(*cards, **fields):
    return by_key(*(due(each.key, **fields) for each in cards))


def test_a_topic_is_finished_by_its_last_card():
    assert ("one",) == finished([A, B], met(A), {A.key})


def test_all_core_cards_are_an_event_of_their_own():
    assert (CORE, "one") == finished([A, B, DETAIL], met(A, B), {A.key})


def test_it_is_said_on_that_day_and_on_no_other():
    assert () == finished([A, B], met(A, B), set())


def test_a_card_that_was_only_taught_is_not_met():
    assert () == finished([A], {}, {A.key})


def test_skills_come_and_go_and_do_not_count():
    assert (CORE, "one") == finished([A, card("skill:compare/x", topic="one")], met(A), {A.key})


def test_a_card_that_was_put_aside_is_not_waited_for():
    other = card("o", topic="one")
    states = met(A) | by_key(due(other.key, suspended=True))
    assert (CORE, "one") == finished([A, other], states, {A.key})
