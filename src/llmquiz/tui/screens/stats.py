"""Statistics: the year, what comes, what is known and how well that was predicted. A thread reads the log."""

from collections.abc import Iterable, Sequence

from textual import work
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from llmquiz.trainer.statistics import Overview, Record
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import figures, plots
from llmquiz.tui.content import Block
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.plots import Section
from llmquiz.tui.screens.mixups import MixupsScreen
from llmquiz.tui.widgets.bases import Group, Scroll
from llmquiz.tui.widgets.chart import Chart
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.prose import Prose

_COLUMNS = (("forecast", "mastery", "hardest"), ("retention", "calibration", "time", "mixups"))
"""The sections below the year: beside each other where there is room, else below."""


class SectionPane(Late):
    """A title, words, a plot, how to read it."""

    def pieces(self) -> Iterable[Widget]:
        """From the top."""
        yield Prose(classes="title")
        yield Prose(classes="says")
        yield Chart()
        yield Prose(classes="note")

    def show(self, section: Section) -> None:
        """Show this one."""
        self.make()
        self.display = True
        self.query_one(".title", Prose).show(Block(section.title, "bold $accent"))
        self.query_one(".says", Prose).show(section.says)
        self.query_one(Chart).show(section.draws)
        self.query_one(".note", Prose).show(Block(section.note, "$muted"))


class StatsScreen(Page):
    """Draws what is known at once, and the rest as soon as the log is read."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (116, "-wide")]  # noqa: RUF012 -- as in Page

    class Read(Message):
        """The log was read."""

        def __init__(self, record: Record) -> None:
            super().__init__()
            self.record = record

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._overview: Overview | None = None
        self._record: Record | None = None

    @property
    def mode(self) -> Where:
        """Statistics."""
        return Where.STATS

    def body(self) -> Iterable[Widget]:
        """The year above, the other sections below it."""
        with Scroll(can_focus=False):
            yield Prose(id="empty")
            yield SectionPane(id="days")
            with Container():
                for side, places in zip(("left", "right"), _COLUMNS, strict=True):
                    with Group(classes=side):
                        yield from (SectionPane(id=place) for place in places)

    def begin(self) -> None:
        """Draw what is known, and have the log read."""
        self.redraw()
        self._read()

    def draw(self) -> None:
        """Everything there is."""
        self._overview = view = self._trainer.overview()
        started = bool(view.total)
        self.query_one("#empty", Prose).show(Block("" if started else figures.empty(), "bold"))
        for pane in self.query(SectionPane):
            pane.display = False
        self._show([section for section in plots.known_at_once(view) if started or section.id == "mastery"])
        if self._record is not None and started:
            self._show(list(plots.replayed(self._record, view.day)))

    def action_mixups(self) -> None:
        """The pairs that are taken for each other."""
        self.app.push_screen(MixupsScreen(self._trainer))

    def on_stats_screen_read(self, message: Read) -> None:
        """The rest."""
        self._record = message.record
        self.remark("")
        self.redraw()

    def _show(self, sections: Sequence[Section]) -> None:
        for section in sections:
            self.query_one(f"#{section.id}", SectionPane).show(section)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        """A hundred thousand answers take a second or two."""
        self.post_message(self.Read(self._trainer.record()))
