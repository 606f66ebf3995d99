"""Mastery is the mean retrievability of a topic's cards, new cards counting 0."""

import pytest

from llmquiz.core.cards import Card, Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.stats.mastery import mastery


def card(key, topic, forms=("choice",)):
    return Card(key, topic, Tier.CORE, 0, forms=forms)


def recall(state):
    return state.stability or 0.0


CARDS = [card("a", "openai"), card("b", "openai"), card("c", "meta"), card("d", "meta", forms=()), card("e", "use")]
STATES = {
    "a": CardState("a", Phase.REVIEW, stability=0.9),
    "c": CardState("c", Phase.LEARNING, stability=0.5),
    "d": CardState("d", Phase.REVIEW, stability=1.0),
    "e": CardState("e", introduced=True),
    "gone": CardState("gone", Phase.REVIEW, stability=1.0),
}


def test_each_topic_has_the_mean_of_its_cards():
    assert mastery(CARDS, STATES, recall) == {"openai": 0.45, "meta": 0.5, "use": 0.0}


@pytest.mark.parametrize("cards", [[], [card("d", "meta", forms=())]])
def test_a_topic_without_cards_to_ask_has_no_mastery(cards):
    assert mastery(cards, STATES, recall) == {}
