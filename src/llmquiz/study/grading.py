"""From answer to rating: the table of the design, one function a kind of response. Pure.

A verdict says whether the answer was right, what FSRS is told, and the share of it that was right (for scores only).
Response time plays no part. A learner's second word ("I guessed", "I knew it") is a later amendment.
"""

import re
from dataclasses import replace
from decimal import Decimal

from llmquiz.core.answers import (
    Answer,
    Chosen,
    DontKnow,
    Hint,
    Listed,
    Matched,
    Ordered,
    Rated,
    Rating,
    Typed,
    Verdict,
)
from llmquiz.core.items import Item
from llmquiz.core.numbers import parse_number, plain_decimal
from llmquiz.core.responses import Choice, ListEntry, Many, Match, NumberEntry, One, Order, SelfRate, TextEntry
from llmquiz.core.text import with_unit
from llmquiz.study.spelling import meant, same_name

_AFTER_HINT = {Hint.NONE: Rating.GOOD, Hint.CATEGORY: Rating.HARD, Hint.REVEALING: Rating.AGAIN}
_GROUPED_FROM = 10_000
"""Four digits stay together: a year has no comma."""
_MONEY = re.compile(r"[$¥€£]|\b(?:us\s*)?dollars?\b|\b(?:usd|cny|rmb|eur)\b|美元|美金|人民币|元", re.IGNORECASE)
_FOREIGN = re.compile(f"{_MONEY.pattern}|[%％]", re.IGNORECASE)
"""What makes a number an amount of something else, where it is not the unit that is asked for."""
_WRONG = Verdict(right=False, rating=Rating.AGAIN, score=0.0)


def grade(item: Item, answer: Answer, *, hint: Hint = Hint.NONE, known_before: bool = False) -> Verdict:
    """Judge `answer`. `known_before`: the learner said "I know this" on the lesson instead of reading it.

    Raises TypeError for an answer that cannot be given to the item's kind of response: no screen offers one.
    """
    match item.response, answer:
        case _, DontKnow():
            return _WRONG
        case SelfRate(), Rated(rating):
            right = rating > Rating.AGAIN
            return Verdict(right=right, rating=rating, score=float(right))
        case (One() | Many()) as response, Chosen(options):
            return _hinted(_choice(response, frozenset(options)), hint, best=known_before)
        case TextEntry() as response, Typed(text):
            return _hinted(_text(response, text), hint)
        case NumberEntry() as response, Typed(text):
            return _hinted(_number(response, text), hint)
        case Order(right=right), Ordered(options):
            return _hinted(_placed(right, options), hint)
        case Match(pairs=pairs), Matched(chosen):
            return _hinted(_matched(pairs, chosen), hint)
        case ListEntry(members), Listed(texts):
            return _hinted(_listed(members, texts), hint)
    raise TypeError(f"a {item.response.name} item cannot be answered with {type(answer).__name__}")


def understand(entry: NumberEntry, text: str) -> str:
    """What a typed number is read as, to be shown before it is graded; empty when it is not understood."""
    value = _parse(entry, text)
    if value is None:
        return ""
    grouping = ",f" if abs(value) >= _GROUPED_FROM else "f"
    return with_unit(format(Decimal(plain_decimal(value)), grouping), entry.unit)


def _hinted(verdict: Verdict, hint: Hint, *, best: bool = False) -> Verdict:
    """The rating of a right answer after the strongest hint that was taken."""
    if not verdict.right:
        return verdict
    easy = best and hint == Hint.NONE
    return replace(verdict, rating=Rating.EASY if easy else _AFTER_HINT[hint])


def _choice(response: Choice, chosen: frozenset[str]) -> Verdict:
    keys = frozenset(option.id for option in response.options if option.right)
    if chosen == keys:
        return replace(_WRONG, right=True, score=1.0)
    return replace(_WRONG, score=_share(keys, chosen) if isinstance(response, Many) else 0.0)


def _share(keys: frozenset[str], chosen: frozenset[str]) -> float:
    """How much of a multi-choice was right; every wrong choice takes a right one back."""
    return max(0, len(keys & chosen) - len(chosen - keys)) / len(keys) if keys else 0.0


def _placed(right: tuple[str, ...], chosen: tuple[str, ...]) -> Verdict:
    """An order is right as a whole; for the score, what stands in its place."""
    places = sum(one == other for one, other in zip(right, chosen, strict=False))
    return _part(places, len(right), len(chosen))


def _matched(right: tuple[tuple[str, str], ...], chosen: tuple[tuple[str, str], ...]) -> Verdict:
    """A match is right as a whole; for the score, the pairs that are."""
    return _part(len(set(right) & set(chosen)), len(right), len(set(chosen)))


def _listed(members: tuple[TextEntry, ...], texts: tuple[str, ...]) -> Verdict:
    """Each member named, in any order and with nothing else, spelt as a single typed answer may be."""
    left, strange = list(members), 0
    for text in texts:
        named = next((member for member in left if _text(member, text).right), None)
        if named is not None:
            left.remove(named)
        elif not any(_text(member, text).right for member in members):
            strange += 1
    good = len(members) - len(left)
    return _part(good, len(members), good + strange)


def _part(good: int, of: int, given: int) -> Verdict:
    """Right when all `of` were good and no more than these were given: giving everything is no knowledge."""
    most = max(of, given)
    return replace(_WRONG, right=good == most, score=good / most if most else 0.0)


def _text(response: TextEntry, typed: str) -> Verdict:
    names = (response.answer, *response.accept)
    if any(same_name(typed, name) for name in names):
        return replace(_WRONG, right=True, score=1.0)
    spelling = meant(typed, names, response.rivals)
    return replace(_WRONG, right=True, score=1.0, spelling=spelling) if spelling else _WRONG


def _number(response: NumberEntry, typed: str) -> Verdict:
    value = _parse(response, typed)
    counting = (response.value, *response.also)
    right = value is not None and any(abs(value - each) <= response.tolerance * (abs(each) or 1) for each in counting)
    return replace(_WRONG, right=right, score=float(right), understood=understand(response, typed))


def _parse(entry: NumberEntry, text: str) -> Decimal | None:
    """The typed number; the unit may follow it: whole, in the singular, with or without a Chinese measure word."""
    unit = entry.unit.strip()
    bare = unit.removeprefix("个")
    units = tuple(word for word in (unit, unit.removesuffix("s"), bare, f"个{bare}") if word)
    bare_text = text.strip().rstrip(".。").rstrip()
    return None if _FOREIGN.search(_without(bare_text, units)) else parse_number(bare_text, units)


def _without(text: str, units: tuple[str, ...]) -> str:
    """`text` without the unit that is asked for; of prices every sign of money is the right one."""
    for unit in units:
        text = text.replace(unit, "")
    return _MONEY.sub("", text) if any(_MONEY.search(unit) for unit in units) else text
