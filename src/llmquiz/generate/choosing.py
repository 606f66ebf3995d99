"""Which wrong options stand beside the key: by closeness and hash, so that nothing but knowledge finds the key.

First the key's place among the options is drawn (its rank by number, or by length), then it is filled from below and
above: otherwise the key would be the middle number and the longest text far too often (rules C24 to C28).
"""

from collections.abc import Container, Sequence
from functools import lru_cache

from llmquiz.core.hashing import SEPARATOR, as_fraction, by_rank, ranking
from llmquiz.core.text import width
from llmquiz.generate.clang import shared_tokens, tokens
from llmquiz.generate.differing import far_enough, same_name
from llmquiz.generate.prompts import Candidate, Prompt

_CHANCE = 0.5
"""How much chance weighs against closeness: enough that the same card is not always asked with the same options."""
_COMMONNESS = 1.6
"""How strongly a common value is drawn as a wrong option: guessing the commonest must not pay (C28, measured)."""


def choose(
    prompt: Prompt, count: int, seeds: tuple[object, ...], hard: bool, preferred: Container[str] = ()
) -> tuple[Candidate, ...] | None:
    """`count` wrong options for the prompt, in no particular order; None where no sound set exists.

    `preferred`: ids that come before all others, except for one option that is left to chance: not even who mixes the
    same things up for weeks should know an item by its look.
    """
    pool = _ranked(_without_clang(prompt), seeds, hard)
    if len(pool) < count:
        return None
    first = [candidate for candidate in pool if candidate.id in preferred][: count - 1]
    pool = [*first, *(candidate for candidate in pool if candidate not in first)] if first else pool
    sides = [(candidate, _side(prompt.key, candidate)) for candidate in pool]
    ranks = by_rank(range(count + 1), lambda rank: rank, *seeds, "rank")
    for mixed in (True, False):
        filled = (_fill(prompt.key, sides, below, count - below, mixed) for below in ranks)
        sound = (chosen for chosen in filled if chosen is not None)
        found = max(sound, key=lambda chosen: _shared(first, chosen), default=None) if first else next(sound, None)
        if found is not None:
            return found
    return None


def _shared(first: Sequence[Candidate], chosen: Sequence[Candidate]) -> int:
    return sum(candidate in first for candidate in chosen)


def shown_in_order(candidates: Sequence[Candidate], seeds: tuple[object, ...]) -> list[Candidate]:
    """Numbers and dates ascending, everything else in hash order (rule E14)."""
    if all(candidate.order is not None for candidate in candidates):
        return sorted(candidates, key=lambda candidate: candidate.order or ())
    return by_rank(candidates, lambda candidate: candidate.id, *seeds, "order")


def _without_clang(prompt: Prompt) -> list[Candidate]:
    """Where the key shares a token with the question, only options that share it too may stand beside it."""
    shared = shared_tokens(prompt.question, prompt.key.text)
    return [other for other in prompt.others if shared <= tokens(other.text)] if shared else list(prompt.others)


def _ranked(candidates: list[Candidate], seeds: tuple[object, ...], hard: bool) -> list[Candidate]:
    """The best first: the closest for a hard question; for an easy one closeness counts half, against the absurd."""
    weight = 1.0 if hard else 0.5

    rank = ranking(*seeds)

    def score(candidate: Candidate) -> float:
        own = candidate.id + SEPARATOR
        first = rank(f"{own}0")
        if candidate.weight > 1:
            first = min([first, *(rank(own + ticket) for ticket in _tickets(candidate.weight))])
        return _CHANCE * as_fraction(first) - weight * candidate.closeness

    return sorted(candidates, key=score)


@lru_cache(maxsize=1024)
def _tickets(weight: int) -> tuple[str, ...]:
    """The further tickets, behind the first, that a value has in the draw."""
    return tuple(map(str, range(1, round(weight**_COMMONNESS))))


def _fill(
    key: Candidate, pool: list[tuple[Candidate, int]], below: int, above: int, mixed: bool
) -> tuple[Candidate, ...] | None:
    """The first `below` candidates that measure less than the key and the first `above` that measure more.

    `pool`: the candidates with their sides. `mixed`: no two of one group, so that none can be crossed out together.
    """
    chosen: list[Candidate] = []
    left = {-1: below, 1: above}
    for candidate, measure in pool:
        side = measure or (-1 if left[-1] > left[1] else 1)
        if left[side] == 0:
            continue
        if mixed and candidate.group and candidate.group in {each.group for each in chosen}:
            continue
        if _fits(candidate, (key, *chosen)):
            left[side] -= 1
            chosen.append(candidate)
        if len(chosen) == below + above:
            return tuple(chosen)
    return None


def _side(key: Candidate, candidate: Candidate) -> int:
    """-1, 0 or 1: whether the candidate measures less than, like or more than the key."""
    if key.order is not None and candidate.order is not None:
        return (candidate.order > key.order) - (candidate.order < key.order)
    one, other = width(candidate.text), width(key.text)
    return (one > other) - (one < other)


def _fits(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether a candidate can be told from all that are chosen already."""
    for other in chosen:
        if same_name(candidate.text, other.text):
            return False
        if candidate.order is not None and other.order is not None and not far_enough(candidate.order, other.order):
            return False
    return True
