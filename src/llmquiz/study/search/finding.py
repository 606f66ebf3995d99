"""From a query to the places of the cards that it finds. Works on whole columns: each part narrows what is left."""

from collections.abc import Sequence

from llmquiz.study.search.query import All, Deck, Either, Not, Query, Term, Words


def find(query: Query, deck: Deck) -> list[int]:
    """The places in the deck of all cards that the query finds, in the deck's order."""
    return list(_among(query, deck, range(len(deck.cards))))


def _among(query: Query, deck: Deck, places: Sequence[int]) -> Sequence[int]:
    """Those of `places` that the query finds."""
    match query:
        case All(parts):
            for part in parts:
                places = _among(part, deck, places)
            return places
        case Either(parts):
            found = {place for part in parts for place in _among(part, deck, places)}
            return [place for place in places if place in found]
        case Not(part):
            out = set(_among(part, deck, places))
            return [place for place in places if place not in out]
        case Words(text):
            texts = deck.texts
            return [place for place in places if text in texts[place]]
        case Term(test):
            accepts, cards, states = test(deck), deck.cards, deck.states
            return [place for place in places if accepts(cards[place], states[place])]
