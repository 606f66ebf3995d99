"""Browse: every card in a list, found by a line of search, looked at, practised, put aside or begun anew."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual import work
from textual.widget import Widget
from textual.widgets import Input

from llmquiz.study.search.query import Mistake
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import browsing, wording
from llmquiz.tui.content import Block
from llmquiz.tui.keyboard import key_to
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.quizzing import quiz
from llmquiz.tui.screens.card import CardScreen
from llmquiz.tui.speech import _, ngettext
from llmquiz.tui.widgets.cards import CardList
from llmquiz.tui.widgets.one_line import OneLine
from llmquiz.tui.widgets.prose import Prose


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is done to several cards once it is confirmed."""

    question: str
    does: Callable[[Sequence[str]], int]
    done: Callable[[int], str]
    keys: tuple[str, ...]


class BrowseScreen(Page):
    """One list; a line to search by, which also takes notes; one question before many cards change."""

    def __init__(self, trainer: Trainer, line: str = "") -> None:
        """`line`: what is searched for from the start."""
        super().__init__()
        self._trainer, self._line = trainer, line
        self._browser = trainer.browse()
        self._mistake: Mistake | None = None
        self._typing = self._noting = False
        self._change: Change | None = None

    @property
    def mode(self) -> Where:
        """The list, the line that is typed, or a question."""
        if self._change is not None:
            return Where.CONFIRMING
        if self._typing:
            return Where.SEARCHING
        return Where.NOTING if self._noting else Where.CARDS

    def body(self) -> Iterable[Widget]:
        """How many, the line, the cards, the highlighted one in full."""
        yield Prose(id="count")
        yield OneLine(select_on_focus=False)
        yield CardList(lambda place: self._browser.row(place), self._sorted)
        yield Prose(id="detail")

    def on_screen_resume(self) -> None:
        """At first, and back from somewhere: cards may stand differently."""
        self._browser = self._trainer.browse()
        self._search()

    def begin(self) -> None:
        """The cards are there at once; what a search needs is made ready meanwhile."""
        self.redraw()
        self._prepare()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _prepare(self) -> None:
        self._browser.prepare()

    def draw(self) -> None:
        """The list in the language that is spoken."""
        if self._browser.lang != self._trainer.lang:
            self._browser = self._trainer.browse()
        self.query_one(Input).display = self._typing or self._noting
        self._list.refresh()
        self._describe()

    def _search(self) -> None:
        """What the line finds; while it cannot be read, what the part before the mistake finds."""
        found = self._browser.find(self._line)
        self._mistake = found if isinstance(found, Mistake) else None
        if isinstance(found, Mistake):
            found = self._browser.find(" ".join(self._line[: found.at - 1].split()[:-1]))
        if not isinstance(found, Mistake):
            self._list.show(found)
        self._describe()

    def _sorted(self, places: Sequence[int], by: str, down: bool) -> list[int]:
        return self._browser.sort(places, by, down=down)

    @property
    def _list(self) -> CardList:
        return self.query_one(CardList)

    def _describe(self) -> None:
        self.query_one("#count", Prose).show(self._counted())
        place = self._list.current
        row = self._browser.row(place) if place is not None else None
        note = self._browser.note(row.card.key) if row is not None else ""
        self.query_one("#detail", Prose).show(*browsing.detail(row, note))

    def _counted(self) -> Block:
        if self._change is not None:
            return Block(self._change.question, "bold $warning")
        if self._noting:
            return Block(_("A note of your own; an empty one is taken away."), "$muted")
        if self._mistake is not None:
            return Block(browsing.mistake(self._mistake), "$warning")
        if self._typing and not self._line.strip():
            return Block(browsing.hint(), "$muted")
        cards = self._list
        shown = browsing.count(len(cards.places), len(self._browser.cards), self._line, len(cards.marked))
        return Block(shown, "$muted")

    def key_comes(self) -> None:
        """What was said in passing goes with the next key, or click, before that does anything."""
        self.remark("")

    on_mouse_down = key_comes

    # Moving

    def action_card_row(self, by: int) -> None:
        """Another row."""
        self._list.move(by)

    def action_page(self, by: int) -> None:
        """As many rows on as are seen."""
        self._list.page(by)

    def action_column(self, by: int) -> None:
        """Another column."""
        self._list.turn(by)

    def action_sort(self) -> None:
        """By the column of the cursor."""
        self._list.sort()

    def action_tick(self) -> None:
        """Mark the highlighted card."""
        self._list.mark()

    def action_tick_all(self) -> None:
        """Mark all that are found."""
        self._list.mark_all()

    # Typing

    def action_filter(self) -> None:
        """Open the line to search by."""
        self._typing = True
        self._open(self._line)

    def action_card_note(self) -> None:
        """Open the line for a note on the highlighted card."""
        key = self._current_key
        if key:
            self._noting = True
            self._open(self._browser.note(key))

    def action_filtered(self) -> None:
        """Close the line; what was found, or noted, stays."""
        key = self._current_key
        if self._noting and key:
            self._browser.write_note(key, self.query_one(Input).value.strip())
        self._close()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search while typing."""
        if self._typing and message.value != self._line:
            self._line = message.value
            self._search()

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_filtered()

    def _open(self, text: str) -> None:
        self.redraw()
        self.query_one(OneLine).open(text)

    def _close(self) -> None:
        self._typing = self._noting = False
        self.set_focus(None)
        self.redraw()

    # Doing something with cards

    def action_open_card(self) -> None:
        """The page of the highlighted card."""
        key = self._current_key
        if key:
            self.app.push_screen(CardScreen(self._trainer, key))

    def action_quiz(self) -> None:
        """Practise what is marked, else what was found."""
        places = self._marked or self._list.places
        quiz(self, self._trainer, self._keys(places))

    def action_suspend_cards(self) -> None:
        """Put cards aside, once it is confirmed."""
        self._ask(
            lambda n: ngettext("Suspend {n} card?", "Suspend {n} cards?", n),
            self._browser.suspend,
            lambda n: ngettext("{n} card is put aside.", "{n} cards are put aside.", n),
        )

    def action_take_up(self) -> None:
        """Take cards up again, once it is confirmed."""
        self._ask(
            lambda n: ngettext("Take up {n} card again?", "Take up {n} cards again?", n),
            self._browser.take_up,
            lambda n: ngettext("{n} card is taken up again.", "{n} cards are taken up again.", n),
        )

    def action_reset(self) -> None:
        """Let cards begin anew, once it is confirmed."""
        self._ask(
            lambda n: ngettext("Forget the memory of {n} card?", "Forget the memory of {n} cards?", n),
            self._browser.reset,
            lambda n: ngettext("{n} card begins anew.", "{n} cards begin anew.", n),
        )

    def action_do(self) -> None:
        """It is confirmed."""
        change = self._change
        self._change = None
        if change is not None:
            changed = change.does(change.keys)
            self._list.unmark()
            self._search()
            self.redraw()
            self.remark(change.done(changed))

    def action_leave(self) -> None:
        """First the question goes, then the line, the marks, the search, the screen."""
        if self._change is not None:
            self._change = None
            self.redraw()
        elif self._typing or self._noting:
            self._close()
        elif self._list.marked:
            self._list.unmark()
        elif self._line:
            self._line = ""
            self._search()
        else:
            super().action_leave()

    def _ask(
        self, question: Callable[[int], str], does: Callable[[Sequence[str]], int], done: Callable[[int], str]
    ) -> None:
        current = self._list.current
        keys = self._keys(self._marked or ([] if current is None else [current]))
        if keys:
            asked = wording.sentences(
                question(len(keys)),
                _("{yes}: yes. {no}: no.").format(yes=key_to("confirm.do"), no=key_to("page.leave")),
            )
            self._change = Change(asked, does, done, keys)
            self.redraw()

    def _keys(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._browser.cards[place].key for place in places)

    @property
    def _marked(self) -> list[int]:
        """What is marked, in the order of the cards, wherever the search has gone meanwhile."""
        return sorted(self._list.marked)

    @property
    def _current_key(self) -> str:
        place = self._list.current
        return self._browser.cards[place].key if place is not None else ""

    # Messages

    def on_card_list_moved(self) -> None:
        """Another card."""
        self._describe()

    def on_card_list_opened(self) -> None:
        """A row was clicked twice."""
        self.action_open_card()
