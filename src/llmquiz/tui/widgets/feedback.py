"""What is said after an answer: one line when it was right, a small lesson when it was not."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.core.answers import DontKnow, Listed, Rating, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, NumberEntry, Order, SelfRate, TextEntry
from llmquiz.core.text import with_unit
from llmquiz.trainer.misjudged import misjudged, names_its_option
from llmquiz.trainer.views import FeedbackView
from llmquiz.tui import wording
from llmquiz.tui.content import Block
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.choices import RIGHT, WRONG
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.lesson import own_note, source
from llmquiz.tui.widgets.picture import picture_blocks
from llmquiz.tui.widgets.prose import Prose

NEITHER = "→"


class FeedbackPane(Late):
    """The verdict, what explains it, and what else there is to say."""

    def pieces(self) -> Iterable[Widget]:
        """Verdict, explanation, source, remarks."""
        yield Prose(id="verdict")
        yield Prose(id="ratings")
        yield Prose(id="why")
        yield Prose(id="picture")
        yield Prose(id="why-source", classes="source")
        yield Prose(classes="own-note")
        yield Prose(id="asides")

    def show(self, view: FeedbackView, *, explain: bool, rating: bool) -> None:
        """Show the feedback; `explain`: with the explanation, `rating`: with the keys to overrule it."""
        self.make()
        self.query_one("#verdict", Prose).show(_verdict(view))
        self.query_one("#ratings", Prose).show(_rating_keys() if rating else "")
        self.query_one("#why", Prose).show(*(explanation(view) if explain else ()))
        self.query_one("#picture", Prose).show(*(picture_blocks(view.picture) if explain else ()))
        self.query_one("#why-source", Prose).show(source(view.question.item.source) if explain else "")
        self.query_one(".own-note", Prose).show(own_note(view.question.note))
        self.query_one("#asides", Prose).show(*asides(view, explain=explain))

    def bring_in_sight(self) -> None:
        """Scroll as little as shows what matters: the explanation where there is one, else the verdict."""
        why = self.query_one("#why", Prose)
        shown = why if why.display else self.query_one("#verdict", Prose)
        shown.scroll_visible(animate=False)


def _verdict(view: FeedbackView) -> Block:
    """Right or wrong in sign, word and colour; who gave up or guessed was neither."""
    if view.rating > Rating.AGAIN or view.helped:
        sign, style = RIGHT, "bold $success"
    elif isinstance(view.answer, DontKnow) or view.guessed:
        sign, style = NEITHER, "bold $accent"
    else:
        sign, style = WRONG, "bold $warning"
    return Block(wording.verdict(view), style, lead=f"{sign} ", lead_style=style)


def explanation(view: FeedbackView) -> Iterable[Block]:
    """The key, why it is right, and why what was chosen is not."""
    item = view.question.item
    yield from _key(item)
    yield Block(item.explanation)
    for option in misjudged(view):
        sign = RIGHT if option.right else WRONG  # or a wrong sentence would read as what is explained
        lead = f"{sign} {option.text}  " if names_its_option(item, option) else ""
        yield Block(option.because, lead=lead, lead_style="bold")


def asides(view: FeedbackView, *, explain: bool) -> Iterable[Block]:
    """What is worth saying once in a while; with the explanation also how often the card was asked."""
    if view.verdict.spelling:
        yield Block(_("It is spelled {spelling}.").format(spelling=view.verdict.spelling))
    if view.leech:
        yield Block(wording.leech(), "$warning")
    yield Block(wording.variety(view) if explain else "", "$muted")


def _key(item: Item) -> Iterable[Block]:
    """The right answer in words, where no option shows it."""
    match item.response:
        case NumberEntry(answer=answer, unit=unit) if unit and unit not in answer:
            yield _answer_line(with_unit(answer, unit))
        case TextEntry(answer) | NumberEntry(answer=answer) | SelfRate(answer):
            yield _answer_line(answer)
        case ListEntry(members):
            yield _answer_line(wording.listed(member.answer for member in members))
        case Order(options, right):
            texts = {option.id: option.text for option in options}
            yield _answer_line(wording.listed(texts[name] for name in right))


def _answer_line(text: str) -> Block:
    return Block(text, "bold $success", lead=_("The answer: "), lead_style="$muted")


def _rating_keys() -> Block:
    named = "   ".join(f"{int(rating)} {wording.rating_name(rating)}" for rating in Rating)
    return Block(named, "$accent", lead=_("Rate it: "), lead_style="$muted")


def typed(view: FeedbackView) -> str:
    """What was typed; nothing when the learner gave up."""
    if isinstance(view.answer, Listed):
        return ", ".join(view.answer.texts)
    return view.answer.text if isinstance(view.answer, Typed) else ""
