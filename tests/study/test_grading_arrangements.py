"""Orders, matches and lists are right as a whole; parts count for the score alone."""

import pytest
from test_grading import item

from llmquiz.core.answers import Answer, DontKnow, Listed, Matched, Ordered, Rating
from llmquiz.core.responses import ListEntry, Match, Option, Order, Response, TextEntry
from llmquiz.study.grading import grade
from tables import every_row

ABC = tuple(Option(name, name.upper(), True) for name in "abc")
ORDER = Order(ABC, ("b", "a", "c"))
MATCH = Match(ABC, tuple(Option(name, name, True) for name in "xyz"), (("a", "x"), ("b", "y"), ("c", "z")))
LIST = ListEntry(
    (TextEntry("Haiku", ("Haiku", "俳句")), TextEntry("Sonnet"), TextEntry("Opus")), (TextEntry("Instant", ("即时",)),)
)


@every_row(
    ("response", "answer", "right", "score"),
    [
        (ORDER, Ordered(("b", "a", "c")), True, 1),
        (ORDER, Ordered(("a", "b", "c")), False, 1 / 3),
        (ORDER, Ordered(("c", "b", "a")), False, 0),
        (ORDER, Ordered(("b", "a")), False, 2 / 3),
        (ORDER, Ordered(("b", "a", "c", "a")), False, 3 / 4),
        (ORDER, Ordered(()), False, 0),
        (ORDER, DontKnow(), False, 0),
        (MATCH, Matched((("c", "z"), ("a", "x"), ("b", "y"))), True, 1),
        (MATCH, Matched((("a", "x"), ("b", "z"), ("c", "y"))), False, 1 / 3),
        (MATCH, Matched((("a", "x"), ("b", "y"))), False, 2 / 3),
        (MATCH, Matched(tuple((left, right) for left in "abc" for right in "xyz")), False, 3 / 9),
        (MATCH, Matched(()), False, 0),
        (LIST, Listed(("opus", "sonnet", "haiku")), True, 1),
        (LIST, Listed(("俳句", "Sonnet", "Opus")), True, 1),
        (LIST, Listed(("Haiku", "Sonet", "Opus")), True, 1),
        (LIST, Listed(("Haiku", "Sonnet and Opus")), True, 1),
        (LIST, Listed(("Haiku", "Sonnet", "and Opus")), True, 1),
        (LIST, Listed(("俳句/Sonnet 以及Opus",)), True, 1),
        (LIST, Listed(("俳句和Sonnet", "Opus")), True, 1),
        (LIST, Listed(("Haiku", "Opus and Ultra")), False, 2 / 3),
        (LIST, Listed(("Haiku", "Opus", "Light and Ultra")), False, 2 / 3),
        (LIST, Listed(("Haiku", "Haiku", "Haiku")), False, 1 / 3),
        (LIST, Listed(("Haiku", "Ultra", "Opus")), False, 2 / 3),
        (LIST, Listed(("Haiku", "Opus", "Sonnet", "Ultra")), False, 3 / 4),
        (LIST, Listed(("Haiku", "Opus", "Sonnet", "Opus")), True, 1),
        (LIST, Listed(("Haiku", "Instant", "Opus", "Sonnet")), True, 1),
        (LIST, Listed(("即时", "Haiku", "Instant", "Opus")), False, 2 / 3),
        (LIST, Listed(("Haiku", "Instant", "Opus", "Sonnet", "Ultra")), False, 3 / 4),
        (LIST, Listed(("Instant", "Instant", "Instant")), False, 0),
        (LIST, Listed(()), False, 0),
    ],
)
def test_an_arrangement_is_right_as_a_whole(response: Response, answer: Answer, right: bool, score: float) -> None:
    verdict = grade(item(response), answer)
    assert (right, pytest.approx(score)) == (verdict.right, verdict.score)
    assert (Rating.GOOD if right else Rating.AGAIN) is verdict.rating
