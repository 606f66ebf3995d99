"""What is mixed up: pairs with their counts; each opens both pages beside each other, or a practice of contrasts."""

from collections.abc import Iterable

from textual import work
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from llmquiz.trainer.contrasting import Pair
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import figures
from llmquiz.tui.content import Block
from llmquiz.tui.explaining import page_lines
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.quizzing import QUESTIONS, begin
from llmquiz.tui.screens.card import CardScreen
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.article import Article
from llmquiz.tui.widgets.menu import Menu
from llmquiz.tui.widgets.prose import Prose


class MixupsScreen(Page):
    """One pair a line, the most frequent first. A thread reads the log."""

    class Read(Message):
        """The log was read."""

        def __init__(self, pairs: tuple[Pair, ...]) -> None:
            super().__init__()
            self.pairs = pairs

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._pairs: tuple[Pair, ...] | None = None
        self._lang = trainer.lang

    @property
    def mode(self) -> Where:
        """Pairs."""
        return Where.PAIRS

    def body(self) -> Iterable[Widget]:
        """What it is, then the pairs."""
        yield Prose(id="title")
        yield Prose(id="says")
        yield Menu()

    def on_screen_resume(self) -> None:
        """At first, and back from a practice."""
        self._read()

    def draw(self) -> None:
        """The pairs, in the language that is spoken."""
        if self._lang != self._trainer.lang:
            self._lang = self._trainer.lang
            self._read()
        self.query_one("#title", Prose).show(Block(_("What you mix up"), "bold"))
        self.query_one("#says", Prose).show(Block(_says(self._pairs), "$muted"))
        self.query_one(Menu).show([figures.pair(pair) for pair in self._pairs or ()])

    def on_mixups_screen_read(self, message: Read) -> None:
        """The pairs are there."""
        self._pairs = message.pairs
        self.redraw()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        self.post_message(self.Read(self._trainer.confusions()))

    @property
    def _current(self) -> Pair | None:
        at = self.query_one(Menu).at
        return self._pairs[at] if self._pairs else None

    def action_entry(self, by: int) -> None:
        """Another pair."""
        self.query_one(Menu).move(by)

    def action_choose_entry(self) -> None:
        """Both pages; where there are none, the card on which it happened last."""
        pair = self._current
        if pair is not None and pair.pages:
            self.app.push_screen(PairScreen(self._trainer, pair))
        elif pair is not None and self._trainer.library.card(pair.confusion.cards[0]) is not None:
            self.app.push_screen(CardScreen(self._trainer, pair.confusion.cards[0]))

    def action_quiz(self) -> None:
        """Practise what tells them apart."""
        pair = self._current
        if pair is not None:
            begin(self, self._trainer.contrast(pair, QUESTIONS))

    def on_menu_chosen(self) -> None:
        """A pair was clicked."""
        self.action_choose_entry()


class PairScreen(Page):
    """Two pages, beside each other where there is room."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]  # noqa: RUF012 -- as in Page

    def __init__(self, trainer: Trainer, pair: Pair) -> None:
        super().__init__()
        self._trainer, self._pair = trainer, pair

    @property
    def mode(self) -> Where:
        """Two pages."""
        return Where.PAIR

    def body(self) -> Iterable[Widget]:
        """How often, then the pages."""
        yield Prose(id="title")
        with Container():
            yield from (Article() for _page in self._pair.pages)

    def draw(self) -> None:
        """Both, in the language that is spoken."""
        name, note = figures.pair(self._pair)
        self.query_one("#title", Prose).show(Block(name, "bold", tail=note, tail_style="$muted", tail_columns=30))
        explorer = self._trainer.explore()
        for article, page in zip(self.query(Article), self._pair.pages, strict=True):
            article.show(page_lines(explorer.page(page)))

    def action_quiz(self) -> None:
        """Practise what tells them apart."""
        begin(self, self._trainer.contrast(self._pair, QUESTIONS))


def _says(pairs: tuple[Pair, ...] | None) -> str:
    if pairs is None:
        return _("Reading your answers…")
    return figures.mixups(pairs)
