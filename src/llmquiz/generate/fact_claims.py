"""Facts as sentences that hold or do not, for true/false: a value said of its entity, and of entities without it."""

from collections.abc import Iterable

from llmquiz.core.predicates import Claim as ClaimOf
from llmquiz.generate.clang import readable_from, shared_tokens, tokens
from llmquiz.generate.differing import far_enough
from llmquiz.generate.prompts import GAP, Candidate, Claim
from llmquiz.generate.similarity import months
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Fact
from llmquiz.knowledge.values import Kind, Members

_CLEAR_MONTHS = 3
"""A date nearer to the right one than this could be told by luck alone."""
_MOST_FALSE = 8
"""Enough that the same sentence is not said every time."""
_NEAR = 2 / 3
"""What resembles the key less than this part of what resembles it most is too far off."""


def value_claims(fact: Fact, gapped: str, candidates: Iterable[Candidate], telling: Telling) -> tuple[Claim, ...]:
    """The sentence with the key, then with each clearly wrong option, in its gap. None where the name tells the key.

    Of a number it helps to hear whose it is; of a category, which many share, what is so of this one.
    """
    key, *others = candidates
    name = telling.name(telling.catalogue.entities[fact.entity])
    if readable_from(name, key.text):
        return ()
    shared = shared_tokens(name, key.text)  # "Gemini Nano is the smallest GPT model" needs no knowledge
    category = telling.catalogue.attributes[fact.attribute].kind is Kind.CATEGORY
    clear = [other for other in others if _clearly_false(key, other)]
    near = _nearest(other for other in clear if shared <= tokens(other.text))
    return tuple(
        Claim(
            id=candidate.id,
            text=telling.language.spaced(gapped.replace(GAP, candidate.text)),
            holds=candidate is key,
            because="" if candidate is key else telling.stated(fact) if category else candidate.because,
            asks=ClaimOf(fact.entity, fact.attribute, candidate.text),
            explanation=_beside(fact, telling) if candidate is key else "",
            near=candidate is key or candidate in near,
        )
        for candidate in (key, *clear)
    )


def entity_claims(
    fact: Fact, template: str, shown: str, candidates: Iterable[Candidate], telling: Telling
) -> tuple[Claim, ...]:
    """The value said of its entity, then of entities that do not have it. None where the name tells the value."""
    key, *others = candidates
    if readable_from(key.text, shown):
        return ()
    as_of, near = telling.as_of(fact), _nearest(others)
    return tuple(
        Claim(
            id=candidate.id,
            text=telling.language.fill(template, entity=candidate.text, value=shown, as_of=as_of),
            holds=candidate is key,
            because="" if candidate is key else candidate.because,
            asks=ClaimOf(candidate.id, fact.attribute, shown),
            explanation=(_beside(fact, telling) if candidate is key else "")
            or telling.told(telling.catalogue.facts[candidate.id, fact.attribute]),
            source=candidate.source,
            near=candidate is key or candidate in near,
        )
        for candidate in (key, *others)
    )


def _beside(fact: Fact, telling: Telling) -> str:
    """What is told beside a sentence that holds, which need not be said again; of a set, all of it is told."""
    whole = isinstance(fact.value, Members) and fact.value.complete
    return "" if whole else telling.why(fact)


def _nearest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that resemble the key most: what is said of something remote is believed by nobody."""
    ranked = sorted(candidates, key=lambda each: (-each.closeness, each.id))[:_MOST_FALSE]
    return [each for each in ranked if each.closeness >= _NEAR * ranked[0].closeness]


def _clearly_false(key: Candidate, other: Candidate) -> bool:
    """Whether a sentence with `other` is false by more than luck could tell: three months, or a clear ratio."""
    if key.order is None or other.order is None:
        return True
    if len(key.order) > 1:
        return abs(months(key.order) - months(other.order)) >= _CLEAR_MONTHS
    return far_enough(key.order, other.order)
