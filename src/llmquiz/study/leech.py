"""Leeches: cards that fail again and again and cost more time than they are worth. Guesses are no lapses."""

from llmquiz.core.states import CardState

LEECH_LAPSES = 8


def is_leech(state: CardState) -> bool:
    """Whether a card has lapsed so often that another way of learning it would serve better."""
    return state.lapses >= LEECH_LAPSES


def became_leech(before: CardState, after: CardState) -> bool:
    """Whether an answer made a leech: the moment to tell the learner, once."""
    return not is_leech(before) and is_leech(after)
