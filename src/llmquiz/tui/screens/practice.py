"""Practice: the ways to choose what is asked without touching the schedule."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from textual.widget import Widget
from textual.widgets import Input

from llmquiz.core.days import date_of
from llmquiz.study.search.query import Mistake
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui.content import Block
from llmquiz.tui.cramming import today, told
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.quizzing import begin, quiz
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.mixups import MixupsScreen
from llmquiz.tui.speech import _, ngettext
from llmquiz.tui.widgets.menu import Menu
from llmquiz.tui.widgets.one_line import OneLine
from llmquiz.tui.widgets.prose import Prose

_EPOCH = date_of(0)


class PracticeScreen(Page):
    """One way a line; a date is typed."""

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._quizzes = trainer.quizzes()
        self._dating = False

    @property
    def mode(self) -> Where:
        """The ways, or the line for a date."""
        return Where.DATING if self._dating else Where.PRACTICE

    def body(self) -> Iterable[Widget]:
        """What it is, the ways, a line for a date."""
        yield Prose(id="title")
        yield Prose(id="says")
        yield Menu()
        yield Prose(id="asked")
        yield OneLine(select_on_focus=False)

    def begin(self) -> None:
        """Coming into view draws it."""

    def on_screen_resume(self) -> None:
        """Back from a practice: there may be other mistakes."""
        self._quizzes = self._trainer.quizzes()
        self.redraw()

    def draw(self) -> None:
        """The ways, in the language that is spoken."""
        met, wrong = len(self._quizzes.weakest(self._everyday())), len(self._quizzes.mistakes_of_today())
        self.query_one("#title", Prose).show(Block(_("Practice"), "bold"))
        self.query_one("#says", Prose).show(Block(_("Nothing here changes your schedule."), "$muted"))
        self.query_one(Menu).show((
            (_("1  The weakest first"), ngettext("{n} card met", "{n} cards met", met)),
            (_("2  Mistakes of today"), ngettext("{n} card", "{n} cards", wrong)),
            (_("3  What you mix up"), _("pairs, and what tells them apart")),
            (_("4  Before a date"), _("what you would no longer know then")),
            (_("5  Choose cards"), _("by topic, tag or words")),
        ))  # fmt: skip
        self.query_one("#asked", Prose).show(_("For which day? (2026-12-10)") if self._dating else "")
        self.query_one(Input).display = self._dating

    def _everyday(self) -> Sequence[str]:
        found = self._quizzes.found("")
        return () if isinstance(found, Mistake) else found

    # Actions

    def action_entry(self, by: int) -> None:
        """Another way."""
        self.query_one(Menu).move(by)

    def action_pick_entry(self, number: int) -> None:
        """The way of a digit."""
        ways = self._ways()
        if number <= len(ways):
            self.query_one(Menu).at = number - 1
            ways[number - 1]()

    def action_choose_entry(self) -> None:
        """The way of the cursor."""
        self._ways()[self.query_one(Menu).at]()

    def action_dated(self) -> None:
        """A date was typed."""
        try:
            day = (date.fromisoformat(self.query_one(Input).value.strip()) - _EPOCH).days
        except ValueError:
            day = -1
        if day < self._quizzes.day:
            self.remark(_("Type a day to come, year first: 2026-12-10."))
            return
        self._close()
        plan = self._quizzes.before(self._everyday(), day)
        remark = today(plan) if plan.left else told(plan, self._trainer.settings.retention)
        begin(self, self._trainer.practise(plan.today, in_order=True), remark)

    def action_leave(self) -> None:
        """First the line goes, then the screen."""
        if self._dating:
            self._close()
        else:
            super().action_leave()

    def on_menu_chosen(self) -> None:
        """A way was clicked."""
        self.action_choose_entry()

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_dated()

    def _ways(self) -> tuple[Callable[[], None], ...]:
        return (self._weakest, self._mistakes, self._mixups, self._date, self._choose)

    def _weakest(self) -> None:
        met = self._quizzes.weakest(self._everyday())
        quiz(self, self._trainer, met, in_order=True, remark="" if met else _("No card was met yet."))

    def _mistakes(self) -> None:
        wrong = self._quizzes.mistakes_of_today()
        quiz(self, self._trainer, wrong, remark="" if wrong else _("There were no mistakes today."))

    def _mixups(self) -> None:
        self.remark("")
        self.app.push_screen(MixupsScreen(self._trainer))

    def _date(self) -> None:
        self._dating = True
        self.remark("")
        self.redraw()
        self.query_one(OneLine).open("")

    def _choose(self) -> None:
        self.remark("")
        self.app.push_screen(BrowseScreen(self._trainer))

    def _close(self) -> None:
        self._dating = False
        self.set_focus(None)
        self.remark("")
        self.redraw()
