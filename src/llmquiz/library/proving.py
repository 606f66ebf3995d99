"""The proof of a body of knowledge on several processors: each process makes a generator of it and takes shares.

The result does not depend on how many there are: shares are put together in the order of the cards.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

from llmquiz.generate.generator import Generator
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.proving import Proof, prove, prove_cards
from llmquiz.knowledge.gathering import Knowledge

_SHARE = 16
"""Cards a process takes at a time: few enough for progress to be seen, enough not to spend the time on passing."""

_worker: tuple[Generator, Judge, int] | None = None
"""What a process of the pool proves with."""


def prove_all(generator: Generator, today: date, seeds: int, jobs: int, advance: Callable[[int], None]) -> Proof:
    """Check everything that can be asked, on `jobs` processors; `advance` is told how many cards are done."""
    if jobs == 1:
        return prove(generator, seeds, lambda: advance(1))
    proof = Proof(seeds=seeds)
    shares = list(_shares([card.key for card in generator.cards]))
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (generator.knowledge, today, seeds)) as pool:
        for share in pool.map(_prove_share, shares):
            proof.add(share)
            advance(share.cards)
    return proof.conclude()


def _shares(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + _SHARE] for start in range(0, len(keys), _SHARE))


def _begin(knowledge: Knowledge, today: date, seeds: int) -> None:
    global _worker
    _worker = Generator(knowledge, today), Judge(knowledge), seeds


def _prove_share(keys: list[str]) -> Proof:
    assert _worker is not None
    generator, judge, seeds = _worker
    return prove_cards(generator, keys, seeds, judge)
