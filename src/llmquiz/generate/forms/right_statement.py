"""Which statement is right: one sentence that holds among what people wrongly believe of the same concept."""

from dataclasses import replace

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.predicates import Names, Stands
from llmquiz.core.responses import One, Option
from llmquiz.core.text import width
from llmquiz.generate.choosing import choose, shown_in_order
from llmquiz.generate.prompts import Candidate, Claim
from llmquiz.generate.request import Request

TRAITS = FormTraits("right-statement", (1,), options=3)
_WIDEST = 80
"""Columns an option may have (E13)."""


def make(request: Request) -> Item | None:
    """Which of three statements is right?"""
    prompt = request.prompt
    if not isinstance(prompt.asks, Names):
        return None
    fitting = [claim for claim in prompt.claims if width(claim.text) <= _WIDEST]
    wrong = tuple(_candidate(claim) for claim in fitting if not claim.holds)
    holding = by_rank((claim for claim in fitting if claim.holds), lambda claim: claim.id, *request.seeds)
    stem = request.language.frames[TRAITS.name]
    for claim in holding:
        key = _candidate(claim)
        others = choose(
            replace(prompt, question=stem, key=key, others=wrong), TRAITS.options - 1, request.seeds, hard=True
        )
        if others is not None:
            shown = shown_in_order((key, *others), request.seeds)
            options = tuple(Option(each.id, each.text, each is key, each.because) for each in shown)
            asks = Stands(prompt.asks.sheet)
            return request.item(stem, One(options), explanation=claim.because, source=claim.source, asks=asks)
    return None


def _candidate(claim: Claim) -> Candidate:
    return Candidate(claim.id, claim.text, claim.because)
