"""The placement: which core card is asked next, and what the answers say is known. Pure.

Each topic has so many questions as it has weight among the core cards. Within a topic the teaching order is bisected,
the harder part first: after a right answer above, after a wrong one below.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from llmquiz.core.cards import Card

QUESTIONS = 20
"""At most: about four minutes."""
ENOUGH_WRONG = 5
"""After so many unknown ones in a row it is kinder to begin with the lessons."""

Outcomes = Mapping[str, bool]
"""Whether each card that was asked is known, in the order of asking."""


@dataclass(frozen=True, slots=True)
class Track:
    """One topic: its core cards in teaching order, and how many questions it has."""

    cards: tuple[str, ...]
    seats: int


def tracks(cards: Iterable[Card]) -> tuple[Track, ...]:
    """The topics of `cards`, which come in teaching order, with the questions shared out by their sizes."""
    shelves: dict[str, list[str]] = {}
    for card in cards:
        shelves.setdefault(card.topic, []).append(card.key)
    seats = dict.fromkeys(shelves, 0)
    for _ in range(min(QUESTIONS, sum(map(len, shelves.values())))):
        free = (topic for topic in shelves if seats[topic] < len(shelves[topic]))
        seats[max(free, key=lambda topic: len(shelves[topic]) / (2 * seats[topic] + 1))] += 1
    return tuple(Track(tuple(shelf), seats[topic]) for topic, shelf in shelves.items() if seats[topic])


def candidates(tracks: Sequence[Track], outcomes: Outcomes, passed: Collection[str] = ()) -> Iterator[str]:
    """The cards that could be asked next, the best first; none when the placement is over.

    Every topic has its first question before any has its second. `passed`: cards that cannot be asked.
    """
    latest = list(outcomes.values())[-ENOUGH_WRONG:]
    if len(outcomes) >= QUESTIONS or (len(latest) == ENOUGH_WRONG and not any(latest)):
        return
    for track in sorted(tracks, key=lambda track: _asked(track, outcomes)):
        if _asked(track, outcomes) < track.seats:
            yield from (key for key in _bisected(track, outcomes) if key not in outcomes and key not in passed)


def to_go(tracks: Sequence[Track], outcomes: Outcomes) -> int:
    """How many questions there are at most."""
    return sum(max(0, track.seats - _asked(track, outcomes)) for track in tracks)


def supported(cards: Mapping[str, Card], outcomes: Outcomes) -> dict[str, str]:
    """The cards that the answers say are known, each with the card whose answer says so.

    A right answer speaks for its card, and for what that card declares to build on, one step deep, unless an answer
    to the card itself, or to another that builds on it, was wrong: doubt counts for the lesson.
    """
    doubtful = {needed for key, known in outcomes.items() if not known for needed in (key, *cards[key].prerequisites)}
    right = [key for key, known in outcomes.items() if known]
    said = {key: key for key in right}
    for key in right:
        for needed in cards[key].prerequisites:
            if needed in cards and needed not in doubtful:
                said.setdefault(needed, key)
    return said


def _asked(track: Track, outcomes: Outcomes) -> int:
    return sum(key in outcomes for key in track.cards)


def _bisected(track: Track, outcomes: Outcomes) -> list[str]:
    """What is still open in a track: the nearest to two thirds of the way up first."""
    known = {at: outcomes[key] for at, key in enumerate(track.cards) if key in outcomes}
    low = max((at + 1 for at, right in known.items() if right), default=0)
    high = min((at - 1 for at, right in known.items() if not right), default=len(track.cards) - 1)
    aim = low + 2 * (high - low) / 3
    return [track.cards[at] for at in sorted(range(low, high + 1), key=lambda at: (abs(at - aim), at))]
