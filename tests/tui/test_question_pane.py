"""Ordering, matching and listing: from keys to an answer, and what is shown of it afterwards."""

import pytest
from textual.app import App
from textual.widgets import Input

from llmquiz.core.answers import DontKnow, Listed, Matched, Ordered, Rating, Verdict
from llmquiz.core.cards import Tier
from llmquiz.core.forms import Asking
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Match, Option, Order, SelfRate, TextEntry
from llmquiz.trainer.views import Due, FeedbackView, Progress, QuestionView
from llmquiz.tui.modes import mode_of
from llmquiz.tui.places import Where
from llmquiz.tui.task import split
from llmquiz.tui.widgets.feedback import FeedbackPane
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.question import QuestionPane

A, B, C = (Option(name, name.upper(), True, f"Because of {name.upper()}.") for name in "abc")
ORDER = Order((A, B, C), ("c", "a", "b"))
MATCH = Match((A, B), (Option("x", "X", True), Option("y", "Y", True)), (("a", "y"), ("b", "x")))
LIST = ListEntry((TextEntry("one"), TextEntry("two")))


def question(response):
    """A question with this response."""
    item = Item("k", "form", "en", 0, "Stem", response, "So it is.", "Book", "topic", Tier.CORE)
    return QuestionView(item, Asking("form", 0, 0), "Topic", Progress(0, 1))


def feedback(response, answer, *, right=False):
    """What came of an answer."""
    rating = Rating.GOOD if right else Rating.AGAIN
    verdict = Verdict(right=right, rating=rating, score=float(right))
    return FeedbackView(question(response), answer, verdict, rating, Due(days=3), Progress(0, 1))


class Holder(App[None]):
    """Both panes, without a session."""

    def compose(self):
        yield QuestionPane()
        yield FeedbackPane()

    def ask(self, response):
        """Show a question."""
        self.query_one(QuestionPane).show(question(response), open_=True)
        return self.query_one(QuestionPane)

    def judge(self, view):
        """Show what came of an answer."""
        self.query_one(QuestionPane).show(view.question, open_=True, feedback=view)
        self.query_one(FeedbackPane).show(view, explain=True, rating=False)

    @property
    def text(self):
        """Everything that is shown."""
        return "\n".join(prose.text for prose in self.query(Prose) if prose.display)


async def test_digits_put_options_in_order_and_take_them_out_again():
    async with Holder().run_test() as pilot:
        pane = pilot.app.ask(ORDER)
        assert pane.pick(1) is None
        assert "Put all of them in order first." == pane.collected()
        for digit in (3, 1, 1, 2):
            assert pane.pick(digit) is None
        assert "2  [3] B" in pilot.app.text
        assert Ordered(("c", "a", "b")) == pane.collected()


async def test_after_an_order_each_option_has_its_place():
    async with Holder().run_test() as pilot:
        pilot.app.judge(feedback(ORDER, Ordered(("a", "c", "b"))))
        assert "✗ 1  [1] Ayou: 1, right: 2" in pilot.app.text
        assert "✓ 2  [3] Bright: 3" in pilot.app.text
        assert "The answer: C, A, B" in pilot.app.text


async def test_digits_match_and_the_cursor_goes_to_what_is_open():
    async with Holder().run_test() as pilot:
        pane = pilot.app.ask(MATCH)
        pane.pick(2)
        assert "Give each line a number first." == pane.collected()
        pane.pick(1)
        assert Matched((("a", "y"), ("b", "x"))) == pane.collected()


async def test_a_match_can_be_changed():
    async with Holder().run_test() as pilot:
        pane = pilot.app.ask(MATCH)
        for digit in (1, 1):
            pane.pick(digit)
        pane.move(-1)
        pane.pick(2)
        assert Matched((("a", "y"), ("b", "x"))) == pane.collected()


async def test_after_a_match_the_wrong_pairs_are_put_right():
    async with Holder().run_test() as pilot:
        pilot.app.judge(feedback(MATCH, Matched((("a", "x"), ("b", "x")))))
        assert "✗ A  →  X (right: Y)" in pilot.app.text
        assert "✓ B  →  X" in pilot.app.text
        assert "Because of A." in pilot.app.text
        assert "Because of B." not in pilot.app.text


@pytest.mark.parametrize("response", [ORDER, MATCH, LIST])
async def test_whoever_gives_up_sees_the_answer(response):
    async with Holder().run_test() as pilot:
        pilot.app.judge(feedback(response, DontKnow()))
        assert "So it is." in pilot.app.text


async def test_a_list_is_typed_with_commas():
    async with Holder().run_test() as pilot:
        pane = pilot.app.ask(LIST)
        pane.query_one(Input).value = "two, one"
        assert Listed(("two", "one")) == pane.collected()
        assert "Type all 2" in pilot.app.text


@pytest.mark.parametrize(
    ("text", "parts"),
    [("a", ("a",)), ("a, b", ("a", "b")), (" 甲，乙、丙； ", ("甲", "乙", "丙")), ("a,,b", ("a", "b"))],
)
def test_lists_are_split_at_commas_of_either_language(text, parts):
    assert parts == split(text)


async def test_an_explanation_shows_what_there_was_to_say():
    async with Holder().run_test() as pilot:
        pilot.app.ask(SelfRate("Short.", ("First point.", "Second [point].")))
        assert "• Second [point]." in pilot.app.text


@pytest.mark.parametrize(("response", "mode"), [(ORDER, Where.ORDERING), (MATCH, Where.MATCHING), (LIST, Where.TYPING)])
def test_each_response_has_its_keys(response, mode):
    assert mode == mode_of(question(response), open_=True, overruling=False)
