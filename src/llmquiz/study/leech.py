"""Leeches: cards that fail again and again and cost more time than they are worth. Guesses are no lapses."""

from llmquiz.core.states import CardState

LEECH_LAPSES = 8


def is_leech(state: CardState, lapses: int = LEECH_LAPSES) -> bool:
    """Whether a card has lapsed so often that another way of learning it would serve better."""
    return state.lapses >= lapses


def became_leech(before: CardState, after: CardState, lapses: int = LEECH_LAPSES) -> bool:
    """Whether an answer made a leech: the moment to tell the learner, once."""
    return not is_leech(before, lapses) and is_leech(after, lapses)
