"""Random histories, folded from events as the program does it and by another hand: `fsrs_rs_python`, FSRS in Rust.

The two share no line of code. Gaps are whole days, many of them none: answers on one day count, too. Needs the extra
`optimise`; without it the suite says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.made_up import review
from benchmarks.reporting import Line
from llmquiz.core.answers import Rating
from llmquiz.core.events import AnyEvent
from llmquiz.core.hashing import draw
from llmquiz.core.states import CardState
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS

HISTORIES = 3000
_LONGEST = 30
"""Reviews of one card."""
_GAPS = (1, 4, 31, 366)
"""A gap is drawn below one of these: none, days, weeks, months."""
_TOLERANCE = 1e-4
_FIRST_DAY = 20_000

History = Sequence[tuple[Rating, int]]
"""Ratings, each with the days since the one before."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """One memory, by us and by the other: stability and difficulty."""

    ours: tuple[float, float]
    theirs: tuple[float, float]

    @property
    def apart(self) -> float:
        """The larger of the two relative differences."""
        return max(abs(one - other) / other for one, other in zip(self.ours, self.theirs, strict=True))


def rows(seed: int) -> Iterator[Line]:
    """How far the two are apart at most, over all histories."""
    histories = {f"fact:simulated-{number}/memory#value": _history(seed, number) for number in range(HISTORIES)}
    try:
        theirs = _by_rust(list(histories.values()))
    except ModuleNotFoundError:
        yield Line("memories equal to fsrs_rs_python's", "not installed", "pip install -e '.[optimise]'")
        return
    states = replay(_log(histories))
    pairs = [_Pair(_memory(states[card]), other) for card, other in zip(histories, theirs, strict=True)]
    reviews = sum(map(len, histories.values()))
    yield Line("histories / reviews", f"{len(histories)} / {reviews}")
    yield Line("memories apart at most, relative", f"{max(pair.apart for pair in pairs):.1e}", f"{_TOLERANCE:.0e}")
    yield Line("further apart than that", str(sum(pair.apart > _TOLERANCE for pair in pairs)), "0")


def _history(seed: int, number: int) -> History:
    """Half the answers Good, and a sixth each of the other ratings; there is no gap before the first."""
    ratings = (Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.EASY)
    return [
        (
            ratings[draw(len(ratings), seed, number, at, "rating")],
            draw(_GAPS[draw(len(_GAPS), seed, number, at, "reach")], seed, number, at, "gap") if at else 0,
        )
        for at in range(1 + draw(_LONGEST, seed, number, "length"))
    ]


def _log(histories: dict[str, History]) -> Iterator[AnyEvent]:
    for card, history in histories.items():
        day = _FIRST_DAY
        for at, (rating, gap) in enumerate(history):
            day += gap
            yield replace(review(card, day, rating), id=f"{card} {at:03}")


def _memory(state: CardState) -> tuple[float, float]:
    if state.stability is None or state.difficulty is None:
        raise RuntimeError(f"{state.card} was reviewed and has no memory")
    return state.stability, state.difficulty


def _by_rust(histories: Sequence[History]) -> list[tuple[float, float]]:
    from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

    items = [FSRSItem([FSRSReview(int(rating), gap) for rating, gap in history]) for history in histories]
    memories = FSRS(list(DEFAULT_WEIGHTS)).memory_state_batch(items)
    return [(memory.stability, memory.difficulty) for memory in memories]
