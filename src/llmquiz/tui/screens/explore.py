"""Explore: everything there is to know, as tables, concepts, a timeline and a plot. Nothing here is logged."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from llmquiz.trainer.explored import Plot
from llmquiz.trainer.tabling import CONCEPTS, TIMELINE
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import exploration
from llmquiz.tui.content import Block
from llmquiz.tui.keys import Command
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.quizzing import quiz
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.speech import N_, _
from llmquiz.tui.widgets.grid import Grid
from llmquiz.tui.widgets.one_line import OneLine
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.scatter import Scatter
from llmquiz.tui.widgets.views import Views

_PLOT = "plot"
_NAMES = {CONCEPTS: N_("concepts"), TIMELINE: N_("timeline"), _PLOT: N_("plot")}


class ExploreScreen(Page):
    """One view at a time, chosen by its digit."""

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._explorer = trainer.explore()
        self._views = (*self._explorer.tables, _PLOT)
        self._at = 0
        self._filtering = False
        self._measures: tuple[str, str] = ("", "")

    @property
    def mode(self) -> Where:
        """A table, the plot, or the line to filter by."""
        if self._views[self._at] == _PLOT:
            return Where.PLOT
        return Where.FILTERING if self._filtering else Where.TABLE

    def body(self) -> Iterable[Widget]:
        """The views, how many rows, the rows or the plot, and what is highlighted in full."""
        yield Views()
        yield Prose(id="count")
        yield OneLine(select_on_focus=False)
        yield Grid()
        yield Scatter()
        yield Prose(id="detail")

    def draw(self) -> None:
        """The view that is open, in the language that is spoken."""
        if self._explorer.lang != self._trainer.lang:
            self._explorer = self._trainer.explore()
        plotted = self.mode is Where.PLOT
        self.set_class(plotted, "-plotted")
        self.query_one(Views).show([self._view_name(view) for view in self._views], self._at)
        self.query_one(Grid).display, self.query_one(Scatter).display = not plotted, plotted
        self.query_one(Input).display = self._filtering
        if plotted:
            self.query_one(Scatter).show(self._explorer.plot(*self._measures))
        else:
            self.query_one(Grid).show(self._explorer.table(self._views[self._at]))
        self._describe()

    def key_of(self, command: Command) -> str:
        """The digits that there are views for."""
        return f"1-{len(self._views)}" if command.action == "view" else super().key_of(command)

    def _describe(self) -> None:
        """What is highlighted, in full: the rows show it short."""
        if self.mode is Where.PLOT:
            scatter = self.query_one(Scatter)
            self.query_one("#count", Prose).show()
            self.query_one("#detail", Prose).show(*exploration.point(scatter.plot, scatter.current))
            return
        grid = self.query_one(Grid)
        self.query_one("#count", Prose).show(Block(exploration.count(grid), "$muted"))
        self.query_one("#detail", Prose).show(*exploration.detail(grid))

    def _view_name(self, view: str) -> str:
        return _(_NAMES[view]) if view in _NAMES else self._explorer.table(view).name

    # Actions

    def action_view(self, number: int) -> None:
        """Another view."""
        if number <= len(self._views):
            self._at = number - 1
            self.remark("")
            self.redraw()

    def action_turn(self, by: int) -> None:
        """The next view, or the one before."""
        self.action_view((self._at + by) % len(self._views) + 1)

    def action_row(self, by: int) -> None:
        """Another row, or another point."""
        if self.mode is Where.PLOT:
            self.query_one(Scatter).move(by)
        else:
            self.query_one(Grid).move(by)

    def action_column(self, by: int) -> None:
        """Another column."""
        self.query_one(Grid).turn(by)

    def action_sort(self) -> None:
        """By the column of the cursor."""
        self.query_one(Grid).sort()

    def action_filter(self) -> None:
        """Open the line to type in."""
        self._filtering = True
        self.redraw()
        self.query_one(OneLine).open(self.query_one(Grid).wanted)

    def action_filtered(self) -> None:
        """Close it; what was found stays."""
        self._filtering = False
        self.set_focus(None)
        self.redraw()

    def action_measure_across(self) -> None:
        """Another measure from left to right."""
        self._measure(across=True)

    def action_measure_up(self) -> None:
        """Another measure from bottom to top."""
        self._measure(across=False)

    def action_open(self) -> None:
        """The page of what is highlighted."""
        subject = self._subject
        if subject:
            self.app.push_screen(ExplorePageScreen(self._trainer, subject))

    def action_quiz(self) -> None:
        """Practise what is highlighted."""
        subject = self._subject
        quiz(self, self._trainer, self._explorer.cards(subject) if subject else ())

    def action_quiz_column(self) -> None:
        """Practise a whole column, for the rows that are shown."""
        if self.mode is Where.PLOT:
            shown = self.query_one(Scatter).plot
            cards = exploration.cards_of_plot(self._explorer, shown) if shown else ()
        else:
            cards = exploration.cards_of_column(self._explorer, self.query_one(Grid))
        quiz(self, self._trainer, cards)

    def action_leave(self) -> None:
        """First the filter goes, then the screen."""
        grid = self.query_one(Grid)
        if self._filtering or (grid.wanted and self.mode is Where.TABLE):
            grid.filter("")
            self.action_filtered()
        else:
            super().action_leave()

    @property
    def _subject(self) -> str:
        highlighted = self.query_one(Scatter).current if self.mode is Where.PLOT else self.query_one(Grid).current
        return highlighted.subject if highlighted is not None else ""

    def _measure(self, *, across: bool) -> None:
        shown = self.query_one(Scatter).plot
        following: Plot | None = self._explorer.next_plot(shown, across=across) if shown else None
        if following is not None:
            self._measures = (following.across.id, following.up.id)
            self.redraw()

    # Messages

    def on_grid_moved(self) -> None:
        """Another cell."""
        self._describe()

    def on_scatter_moved(self) -> None:
        """Another point."""
        self._describe()

    def on_grid_opened(self) -> None:
        """A row was clicked twice."""
        self.action_open()

    def on_views_chosen(self, message: Views.Chosen) -> None:
        """A view was clicked."""
        self.action_view(message.at + 1)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter while typing."""
        if self._filtering:
            self.query_one(Grid).filter(message.value)

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_filtered()
