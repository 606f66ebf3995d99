"""Ratios: how many times as much one entity has as another. Ratios last when the figures themselves have aged."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from llmquiz.core.hashing import by_rank
from llmquiz.core.numbers import plain_decimal
from llmquiz.core.predicates import RatioOf
from llmquiz.generate.comparing import comparable, one_edition, rows
from llmquiz.generate.prompts import Candidate, Prompt, distinct
from llmquiz.generate.showing import month_of
from llmquiz.generate.similarity import nearness
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.catalogue import Attribute, Fact, Skill

_LEAST, _MOST = Decimal("1.5"), Decimal(500)
_THOUSAND, _BINARY = Decimal(1000), Decimal("1.024")
"""What a figure may be larger by than it is written: 32k may be 32,768."""
_EXACT = Decimal("0.03")
"""How far the rounded ratio may be from the true one."""
_ENOUGH = 40
"""Pairs that are looked at for wrong options."""

_CHOICE = 5
"""Different ratios among which three that are wrong can differ from seed to seed."""

Pair = tuple[Fact, Fact]


def ratio(card: str, attribute: Attribute, ask: Skill, telling: Telling, facts: list[Fact], seed: int) -> Prompt | None:
    """The ratio of the first pair by hash that comes out round; the wrong options are the ratios of other pairs."""
    pairs = by_rank(_pairs(comparable(facts, telling), attribute), _name, card, seed)
    if not pairs:
        return None
    one, other = pairs[0]
    language, entities = telling.language, telling.catalogue.entities
    question = language.fill(
        ask.question.in_language(language.id),
        entity=telling.name(entities[one.entity]),
        other=telling.name(entities[other.entity]),
        as_of=month_of(one.as_of, language),
    )
    key = _candidate(pairs[0], telling, _rounded(pairs[0]))
    others = (_candidate(pair, telling, _rounded(pairs[0])) for pair in _others(pairs)[:_ENOUGH])
    exactly = _is_exact(one, other)
    return Prompt(
        card=card,
        lang=language.id,
        question=question if exactly else language.frame("rounded", question=question),
        key=key,
        others=distinct(others, key),
        asks=RatioOf(attribute.id, one.entity, other.entity),
        explanation=language.frame(
            "times" if exactly else "about-times", rows=rows([other, one], telling), ratio=key.text
        ),
        source=telling.source(one.source),
    ).only("ratio")


def _pairs(facts: list[Fact], attribute: Attribute) -> Iterator[Pair]:
    """Pairs of a round ratio; of a fact that could be another figure as well there is no one ratio."""
    for one, other in permutations((fact for fact in facts if not fact.also), 2):
        if one_edition([one, other], attribute) is not None and _round(one, other) is not None:
            yield one, other


def _others(pairs: list[Pair]) -> list[Pair]:
    """What else may be taken for the ratio of the first pair.

    It is a ratio of one of the two where there is a choice of them: who had a wrong figure in mind learns whose it is.
    """
    (one, other), *rest = pairs
    kin = [pair for pair in rest if one in pair or other in pair]
    return kin if len({_rounded(pair) for pair in kin}) >= _CHOICE else rest


def _candidate(pair: Pair, telling: Telling, asked: Decimal) -> Candidate:
    """The ratio of a pair, the closer to the one that is asked for the better."""
    rounded = _rounded(pair)
    near = nearness((rounded,), (asked,))
    return Candidate(_name(pair), plain_decimal(rounded), _whose(pair, telling), (rounded,), near)


def _rounded(pair: Pair) -> Decimal:
    rounded = _round(*pair)
    assert rounded is not None
    return rounded


def _whose(pair: Pair, telling: Telling) -> str:
    """Which two entities have that ratio, with their values."""
    names = [telling.name(telling.catalogue.entities[fact.entity]) for fact in pair]
    one, other = (telling.shown(fact) for fact in pair)
    frame = "ratio-of" if _is_exact(*pair) else "about-ratio-of"
    return telling.language.frame(frame, entity=names[0], value=one, other=names[1], other_value=other)


def _is_exact(one: Fact, other: Fact) -> bool:
    """Whether the ratio that is shown is the ratio itself."""
    assert isinstance(one.value, Decimal)
    assert isinstance(other.value, Decimal)
    rounded = _round(one, other)
    return rounded is not None and rounded * other.value == one.value


def _round(one: Fact, other: Fact) -> Decimal | None:
    """A ratio as it is shown; None where it is too small, too large or not round, or another one with binary thousands.

    32k tokens may be 32,000 or 32,768, and 512 is 512: that is 62 or 64 times as many, so nobody can be asked.
    """
    assert isinstance(one.value, Decimal)
    assert isinstance(other.value, Decimal)
    exact = one.value / other.value if other.value else Decimal(0)
    if not _LEAST <= exact <= _MOST:
        return None
    shown, mixed = _shown(exact), other.value < _THOUSAND <= one.value
    return None if mixed and shown != _shown(_BINARY * exact) else shown


def _shown(exact: Decimal) -> Decimal | None:
    """A ratio to two digits, or the whole number beside it; None where neither is near.

    Figures are round themselves (4k tokens may be 4,000 or 4,096), so that 7.8 would say more than anybody knows.
    """
    rounded = exact.quantize(Decimal(1) if exact >= 10 else Decimal("0.1"), ROUND_HALF_UP).normalize()
    if exact >= 100:
        rounded = Decimal(round(exact, -1))
    elif rounded != exact and _is_near(exact.quantize(Decimal(1)), exact):
        rounded = exact.quantize(Decimal(1))
    return rounded if _is_near(rounded, exact) else None


def _is_near(shown: Decimal, exact: Decimal) -> bool:
    return abs(shown - exact) <= _EXACT * exact


def _name(pair: Pair) -> str:
    return f"{pair[0].entity}/{pair[1].entity}"
