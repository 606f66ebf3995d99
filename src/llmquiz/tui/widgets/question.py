"""A question: the stem, and below it what its kind of response needs. Knows how keys become an answer."""

from collections.abc import Iterator

from textual.app import ComposeResult

from llmquiz.core.answers import Answer, Chosen, Listed, Matched, Ordered, Typed
from llmquiz.core.responses import ListEntry, Many, Match, One, Order, Response, SelfRate
from llmquiz.trainer.views import FeedbackView, QuestionView
from llmquiz.tui.content import Block
from llmquiz.tui.hinting import hint_lines
from llmquiz.tui.speech import _
from llmquiz.tui.task import missing, split, task, understood
from llmquiz.tui.widgets.bases import Group
from llmquiz.tui.widgets.choices import RIGHT, WRONG, Choices, Judged, Marking
from llmquiz.tui.widgets.entry import Entry
from llmquiz.tui.widgets.feedback import typed
from llmquiz.tui.widgets.flashcard import FlashcardBack
from llmquiz.tui.widgets.matching import Matching
from llmquiz.tui.widgets.prose import Prose


class QuestionPane(Group):
    """Shows a question before and after it is answered, in the same places."""

    def __init__(self) -> None:
        super().__init__()
        self._response: Response | None = None

    def compose(self) -> ComposeResult:
        """The stem and one widget for each kind of response."""
        yield Prose(id="stem")
        yield Prose(id="task")
        yield Choices()
        yield Matching()
        yield Entry()
        yield FlashcardBack()
        yield Prose(id="hints")

    def show(self, view: QuestionView, *, open_: bool, feedback: FeedbackView | None = None) -> None:
        """Show a question. `open_`: with its options, or with the back of its card."""
        self._response = response = view.item.response
        self.query_one("#stem", Prose).show(Block(view.item.stem, "bold"))
        self.query_one("#task", Prose).show(Block(task(response, open_=open_), "$muted"))
        self.query_one(Choices).display = isinstance(response, One | Many | Order) and open_
        self.query_one(Matching).display = isinstance(response, Match)
        self.query_one(FlashcardBack).display = isinstance(response, SelfRate) and open_ and feedback is None
        self._offer_entry(not isinstance(response, One | Many | Order | Match | SelfRate))
        self.query_one("#hints", Prose).show(*_hint_blocks(view) if feedback is None else ())
        self._fill(view, feedback)

    def bring_hints_in_sight(self) -> None:
        """Scroll as little as shows the latest hint."""
        self.query_one("#hints", Prose).scroll_visible(animate=False)

    def clear(self) -> None:
        """Nothing is chosen yet."""
        self.query_one(Choices).clear()
        self.query_one(Matching).clear()

    # From keys to an answer

    @property
    def count(self) -> int:
        """How many digits there is something for."""
        return self.query_one(Matching).count if isinstance(self._response, Match) else self.query_one(Choices).count

    def pick(self, number: int) -> Answer | None:
        """A digit: an answer where one option is one, else a mark."""
        if number > self.count:
            return None
        if isinstance(self._response, One) and self.query_one(Choices).can_be_chosen(number - 1):
            return Chosen((self.query_one(Choices).option(number - 1).id,))
        if isinstance(self._response, Match):
            self.query_one(Matching).give(number - 1)
        elif not isinstance(self._response, One):
            self.query_one(Choices).tick(number - 1)
        return None

    def move(self, by: int) -> None:
        """The cursor keys."""
        if isinstance(self._response, Match):
            self.query_one(Matching).move(by)
        else:
            self.query_one(Choices).move(by)

    def mark(self) -> None:
        """Mark what is highlighted."""
        choices = self.query_one(Choices)
        if choices.highlighted is not None:
            choices.tick(choices.highlighted)

    def collected(self) -> Answer | str:
        """What Enter answers; while that is not enough, what is missing, in words."""
        choices, matching = self.query_one(Choices), self.query_one(Matching)
        text = self.query_one(Entry).text.strip()
        match self._response:
            case One() if choices.highlighted is not None:
                return Chosen((choices.option(choices.highlighted).id,))
            case Many() if choices.marked:
                return Chosen(tuple(sorted(choices.marked)))
            case Order() if len(choices.marked) == choices.count:
                return Ordered(choices.marked)
            case Match() if matching.complete:
                return Matched(tuple(matching.given.items()))
            case ListEntry() if text:
                return Listed(split(text))
            case One() | Many() | Order() | Match() | ListEntry():
                return missing(self._response)
        return Typed(text) if text else missing(self._response)

    # From a view to the widgets

    def _fill(self, view: QuestionView, feedback: FeedbackView | None) -> None:
        answer = feedback.answer if feedback is not None else None
        match view.item.response:
            case One(options) | Many(options) as response:
                marking = Marking.ONE if isinstance(response, One) else Marking.MANY
                chosen = answer.options if isinstance(answer, Chosen) else ()
                judged = Judged(chosen) if feedback is not None else None
                self.query_one(Choices).show(options, marking, judged, gone=view.gone)
            case Order(options, right):
                chosen = answer.options if isinstance(answer, Ordered) else ()
                self.query_one(Choices).show(
                    options, Marking.ORDER, Judged(chosen, right) if feedback is not None else None
                )
            case Match() as match:
                given = dict(answer.pairs) if isinstance(answer, Matched) else {}
                self.query_one(Matching).show(match, given if feedback is not None else None)
            case SelfRate():
                self.query_one(FlashcardBack).show(view)
            case _ if feedback is not None:
                self._judge_entry(feedback)

    def _offer_entry(self, typing: bool) -> None:
        entry = self.query_one(Entry)
        entry.display = typing
        if typing:
            entry.make()

    def _judge_entry(self, view: FeedbackView) -> None:
        entry = self.query_one(Entry)
        entry.close(typed(view))
        if not typed(view):
            entry.note("")
        elif view.verdict.right:
            entry.note(understood(view) or _("your answer"), "bold $success", RIGHT)
        else:
            entry.note(understood(view) or _("your answer"), "$warning", WRONG)


def _hint_blocks(view: QuestionView) -> Iterator[Block]:
    """One paragraph a hint."""
    for line in hint_lines(view.hints):
        yield Block(line, lead=_("Hint: "), lead_style="$accent")
