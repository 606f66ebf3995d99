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
from llmquiz.core.numbers import plain_decimal
from llmquiz.core.responses import Choice, ListEntry, Many, Match, NumberEntry, One, Order, SelfRate, TextEntry
from llmquiz.core.spelling import meant, same_name, twice_named
from llmquiz.core.text import with_unit
from llmquiz.study.dating import read_date, same_date
from llmquiz.study.quantities import typed_number, without_about

_AFTER_HINT = {Hint.NONE: Rating.GOOD, Hint.CATEGORY: Rating.HARD, Hint.REVEALING: Rating.AGAIN}
_GROUPED_FROM = 10_000
"""Four digits stay together: a year has no comma."""
_AND = re.compile(r"(?:^|\s)(?:and|&)\s|以及|还有|[/和与及跟]", re.IGNORECASE)
_WRONG = Verdict(right=False, rating=Rating.AGAIN, score=0.0)


def after_hint(hint: Hint) -> Rating:
    """What a right answer counts as after a hint."""
    return _AFTER_HINT[hint]


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
            return _hinted(_number(response, text, item.stem), hint)
        case Order(right=right), Ordered(options):
            return _hinted(_placed(right, options), hint)
        case Match(pairs=pairs), Matched(chosen):
            return _hinted(_matched(pairs, chosen), hint)
        case ListEntry() as response, Listed(texts):
            return _hinted(_listed(response, texts), hint)
    raise TypeError(f"a {item.response.name} item cannot be answered with {type(answer).__name__}")


def understand(entry: NumberEntry, text: str, stem: str = "") -> str:
    """What a typed number is read as, to be shown before it is graded; empty when `stem` does not ask for such."""
    value = typed_number(entry, text, stem)
    if value is None:
        return ""
    grouping = ",f" if abs(value) >= _GROUPED_FROM else "f"
    return with_unit(format(Decimal(plain_decimal(value)), grouping), entry.unit)


def _hinted(verdict: Verdict, hint: Hint, *, best: bool = False) -> Verdict:
    """The rating of a right answer after the strongest hint that was taken."""
    if not verdict.right:
        return verdict
    easy = best and hint == Hint.NONE
    return replace(verdict, rating=Rating.EASY if easy else after_hint(hint))


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


def _listed(response: ListEntry, texts: tuple[str, ...]) -> Verdict:
    """Each member named, in any order and with nothing wrong, spelt as a single typed answer may be."""
    members, left, strange = response.members, list(response.members), 0
    for text in (piece for entry in texts for piece in _apart(response, entry)):
        named = next((member for member in left if _text(member, text).right), None)
        if named is not None:
            left.remove(named)
        elif not _is_known(response, text):
            strange += 1
    good = len(members) - len(left)
    return _part(good, len(members), good + strange)


def _apart(response: ListEntry, text: str) -> list[str]:
    """`text`, or what stands on both sides of its "and", where that is known and the whole is not."""
    pieces = [piece for piece in _AND.split(text) if piece.strip()]
    joined = not _is_known(response, text) and any(_is_known(response, piece) for piece in pieces)
    return pieces if joined else [text]


def _is_known(response: ListEntry, text: str) -> bool:
    return any(_text(known, text).right for known in (*response.members, *response.beside))


def _part(good: int, of: int, given: int) -> Verdict:
    """Right when all `of` were good and no more than these were given: giving everything is no knowledge."""
    most = max(of, given)
    return replace(_WRONG, right=good == most, score=good / most if most else 0.0)


def _text(response: TextEntry, typed: str) -> Verdict:
    names = (response.answer, *response.accept)
    if any(same_name(typed, name) for name in names) or _otherwise(response, typed):
        return replace(_WRONG, right=True, score=1.0)
    spelling = meant(typed, names, response.rivals)
    return replace(_WRONG, right=True, score=1.0, spelling=spelling) if spelling else _WRONG


def _otherwise(response: TextEntry, typed: str) -> bool:
    """Whether it is the same quantity with "about", the same date in another notation, or one thing by two names."""
    names = (response.answer, *response.accept)
    exactly = without_about(typed)
    if any(same_name(exactly, without_about(name)) for name in names) or same_date(typed, response.answer, names):
        return True
    to_the_month = len(read_date(response.answer) or ()) > 1  # two such dates may count and yet contradict each other
    return not to_the_month and twice_named(typed, names, response.rivals)


def _number(response: NumberEntry, typed: str, stem: str) -> Verdict:
    value = typed_number(response, typed, stem)
    counting = (response.value, *response.also)
    right = value is not None and any(abs(value - each) <= response.tolerance * (abs(each) or 1) for each in counting)
    return replace(_WRONG, right=right, score=float(right), understood=understand(response, typed, stem))
