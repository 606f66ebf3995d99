"""What is said of options after an answer: of each mistake something, and nothing twice."""

from llmquiz.core.answers import Chosen, DontKnow, Matched, Rating, Verdict
from llmquiz.core.cards import Tier
from llmquiz.core.forms import Asking
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, Match, One, Option
from llmquiz.trainer.misjudged import misjudged, names_its_option
from llmquiz.trainer.views import FeedbackView, Progress, QuestionView
from tables import every_row

A, B = Option("a", "A", True, "A is first."), Option("b", "B", True, "B is second.")
X, Y = Option("x", "X", False, "X is a letter."), Option("y", "Y", False, "Y is a letter.")
SILENT = Option("z", "Z", False)
ONE, MANY = One((A, X, Y, SILENT)), Many((A, B, X, Y))
PAIRS = Match((A, B), (X, Y), (("a", "x"), ("b", "y")))


def asked(response, explanation="Letters have an order."):
    return Item("bank:x", "choice", "en", 0, "Which?", response, explanation, "A book", "t", Tier.CORE)


def said(response, answer, explanation="Letters have an order."):
    item = asked(response, explanation)
    question = QuestionView(item, Asking("choice", 4, 0), "Topic", Progress(0, 1))
    verdict = Verdict(right=False, rating=Rating.AGAIN, score=0.0)
    return "".join(
        option.text for option in misjudged(FeedbackView(question, answer, verdict, Rating.AGAIN, None, Progress(0, 1)))
    )


@every_row(
    ("response", "answer", "told"),
    [
        (ONE, Chosen(("x",)), "X"),
        (ONE, Chosen(("a",)), ""),
        (ONE, Chosen(("z",)), ""),
        (ONE, DontKnow(), ""),
        (MANY, Chosen(("x", "a")), "XB"),
        (MANY, Chosen(("x", "y")), "XYAB"),
        (MANY, Chosen(("a", "b")), ""),
        (PAIRS, Matched((("a", "x"), ("b", "x"))), "B"),
        (PAIRS, Matched((("a", "x"), ("b", "y"))), ""),
    ],
)
def test_what_was_mistaken_is_told(response, answer, told):
    assert told == said(response, answer)


@every_row(
    ("options", "named"),
    [
        ((A, X, Option("q", "Q", False, "It comes after P.")), True),
        ((A, X, Option("q", "Q", False, "Q comes after P.")), False),
        ((A, Option("false", "False", False, "It is the first letter.")), False),
    ],
)
def test_an_option_is_named_where_its_reason_does_not_say_it_and_would_not_deny_it(options, named):
    assert named == names_its_option(asked(One(options)), options[-1])


def test_what_the_explanation_says_is_not_said_again():
    assert "X" == said(MANY, Chosen(("x",)), "A is first. B is second.")


def test_what_one_option_says_another_does_not_repeat():
    same = Many((A, Option("c", "C", True, A.because), X))
    assert "XA" == said(same, Chosen(("x",)))
