"""What is said after an answer: one line when it was right, a small lesson when it was not."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalGroup

from llmquiz.core.answers import Chosen, Listed, Matched, Rating, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Match, NumberEntry, Option, Order, SelfRate, TextEntry
from llmquiz.trainer.views import FeedbackView
from llmquiz.tui import wording
from llmquiz.tui.content import Block
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.choices import RIGHT, WRONG
from llmquiz.tui.widgets.lesson import source
from llmquiz.tui.widgets.picture import picture_blocks
from llmquiz.tui.widgets.prose import Prose

_TRUE_FALSE = 2
"""Options, where "True: ..." before the reason would read as its opposite."""


class FeedbackPane(VerticalGroup):
    """The verdict, what explains it, and what else there is to say."""

    def compose(self) -> ComposeResult:
        """Verdict, explanation, source, remarks."""
        yield Prose(id="verdict")
        yield Prose(id="ratings")
        yield Prose(id="why")
        yield Prose(id="picture")
        yield Prose(id="why-source", classes="source")
        yield Prose(id="asides")

    def show(self, view: FeedbackView, *, explain: bool, rating: bool) -> None:
        """Show the feedback; `explain`: with the explanation, `rating`: with the keys to overrule it."""
        good = view.rating > Rating.AGAIN
        style = "bold $success" if good else "bold $warning"
        self.query_one("#verdict", Prose).show(
            Block(wording.verdict(view), style, lead=f"{RIGHT if good else WRONG} ", lead_style=style)
        )
        self.query_one("#ratings", Prose).show(_rating_keys() if rating else "")
        self.query_one("#why", Prose).show(*(explanation(view) if explain else ()))
        self.query_one("#picture", Prose).show(*(picture_blocks(view.picture) if explain else ()))
        self.query_one("#why-source", Prose).show(source(view.question.item.source) if explain else "")
        self.query_one("#asides", Prose).show(*asides(view))

    def bring_in_sight(self) -> None:
        """Scroll as little as shows what matters: the explanation where there is one, else the verdict."""
        why = self.query_one("#why", Prose)
        shown = why if why.display else self.query_one("#verdict", Prose)
        shown.scroll_visible(animate=False)


def explanation(view: FeedbackView) -> Iterable[Block]:
    """The key, why it is right, and why what was chosen is not."""
    item = view.question.item
    yield from _key(item)
    yield Block(item.explanation)
    for option in _misjudged(view):
        named = len(item.options) > _TRUE_FALSE and option.text not in option.because
        yield Block(wording.labelled(option.text, option.because) if named else option.because)


def asides(view: FeedbackView) -> Iterable[Block]:
    """What is worth saying once in a while."""
    if view.verdict.spelling:
        yield Block(_("It is spelled {spelling}.").format(spelling=view.verdict.spelling))
    if view.leech:
        yield Block(_("This card slips away again and again. Make up a picture or a sentence for it."), "$warning")
    yield Block(wording.variety(view), "$muted")


def _key(item: Item) -> Iterable[Block]:
    """The right answer in words, where no option shows it."""
    match item.response:
        case NumberEntry(answer=answer, unit=unit) if unit and unit not in answer:
            yield _answer_line(f"{answer} {unit}")
        case TextEntry(answer) | NumberEntry(answer=answer) | SelfRate(answer):
            yield _answer_line(answer)
        case ListEntry(members):
            yield _answer_line(wording.listed(member.answer for member in members))
        case Order(options, right):
            texts = {option.id: option.text for option in options}
            yield _answer_line(wording.listed(texts[name] for name in right))


def _answer_line(text: str) -> Block:
    return Block(text, "bold $success", lead=_("The answer: "), lead_style="$muted")


def _misjudged(view: FeedbackView) -> list[Option]:
    """The options that were chosen and wrong, or right and not chosen where several are."""
    if isinstance(view.answer, Matched) and isinstance(view.question.item.response, Match):
        wrong_pairs = dict(view.answer.pairs).items() - frozenset(view.question.item.response.pairs)
        return [left for left in view.question.item.response.left if left.id in dict(wrong_pairs)]
    if not isinstance(view.answer, Chosen):
        return []
    chosen = frozenset(view.answer.options)
    options = view.question.item.options
    several = sum(option.right for option in options) > 1
    wrong = [option for option in options if not option.right and option.id in chosen]
    missed = [option for option in options if option.right and option.id not in chosen and several]
    return [
        option for option in (*wrong, *missed) if option.because and option.because != view.question.item.explanation
    ]


def _rating_keys() -> Block:
    named = "   ".join(f"{int(rating)} {wording.rating_name(rating)}" for rating in Rating)
    return Block(named, "$accent", lead=_("Rate it: "), lead_style="$muted")


def typed(view: FeedbackView) -> str:
    """What was typed; nothing when the learner gave up."""
    if isinstance(view.answer, Listed):
        return ", ".join(view.answer.texts)
    return view.answer.text if isinstance(view.answer, Typed) else ""
