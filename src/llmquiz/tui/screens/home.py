"""Home: what is to be done today, the coming days, and the topics. Enter starts what the cursor is on."""

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import HomeView
from llmquiz.tui import outlook, welcoming, wording
from llmquiz.tui.content import Block
from llmquiz.tui.keyboard import key_to
from llmquiz.tui.keys import Command
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.explore import ExploreScreen
from llmquiz.tui.screens.practice import PracticeScreen
from llmquiz.tui.screens.settings import SettingsScreen
from llmquiz.tui.screens.stats import StatsScreen
from llmquiz.tui.speech import _, ngettext
from llmquiz.tui.widgets.forecast import Forecast
from llmquiz.tui.widgets.keybar import Hint
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.topics import Row, StartRow, TopicList, TopicRow

_SHORT = 5
"""Minutes."""


class HomeScreen(Page):
    """Draws `trainer.home()`, anew whenever it comes back into view."""

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._view: HomeView | None = None
        self._cursor = 0
        """0: today's cards; from 1: the topics."""

    @property
    def mode(self) -> Where:
        """Home."""
        return Where.HOME

    def body(self) -> Iterable[Widget]:
        """From the most important to the least."""
        yield Prose(id="name")
        yield Prose(id="today")
        yield Prose(id="comfort")
        yield Prose(id="finished")
        yield StartRow("start")
        yield StartRow("place")
        yield Prose(id="coming")
        yield Prose(id="topics-title")
        yield TopicList(can_focus=False)
        yield Forecast()
        yield Prose(id="problems")

    def begin(self) -> None:
        """Coming into view draws it."""

    def on_screen_resume(self) -> None:
        """Come into view, perhaps from somewhere where things have changed."""
        self.redraw()

    def draw(self) -> None:
        """Everything, from the trainer."""
        self._view = view = self._trainer.home()
        busy = bool(view.due or view.new)
        self.query_one("#name", Prose).show(_name_line(view))
        self.query_one("#today", Prose).show(Block(wording.today(view), "bold"))
        self.query_one("#comfort", Prose).show(Block(outlook.comfort(view), "$muted"))
        self.query_one("#finished", Prose).show(Block(outlook.finished(view.milestones), "$accent"))
        self.query_one("#start", StartRow).show(wording.labelled(key_to("home.start"), _starting(view)))
        self.query_one("#place", StartRow).show(_("Find out what you know already: at most 20 questions"))
        self.query_one("#place", StartRow).display = self._offers("place")
        self.query_one("#coming", Prose).show(Block("" if busy else outlook.coming(view), "$muted"))
        self.query_one(Forecast).show(view.forecast, view.day)
        self.query_one("#topics-title", Prose).show(_topics_title(view))
        self.query_one(TopicList).show(view.topics)
        self.query_one("#problems", Prose).show(Block(_problems_line(len(view.problems)), "$warning"))
        self._point()

    def on_resize(self) -> None:
        """In a smaller terminal the cursor stays in sight."""
        self.call_after_refresh(self._point)

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What there is nothing to do with is not offered."""
        return super().check_action(action, parameters) if self._offers(action) else False

    def names(self, command: Command) -> bool:
        """The bar names what is offered."""
        return super().names(command) and self._offers(command.action)

    def hint(self, command: Command) -> Hint:
        """Enter does what the row under the cursor says."""
        hint = super().hint(command)
        on_start = self._cursor == 0 and self._view is not None and command.action == "choose"
        return replace(hint, label=_starting(self._view)) if on_start and self._view is not None else hint

    def action_move(self, by: int) -> None:
        """Move the cursor; it stops at the ends."""
        self._cursor = min(max(self._cursor + by, 0), len(self._rows) - 1)
        self._point()
        self.name_keys()

    def action_choose(self) -> None:
        """Study what the cursor is on."""
        row = self._rows[self._cursor]
        if row.id == "place":
            self.action_place()
        else:
            self._start(row.view.id if isinstance(row, TopicRow) else "")

    def action_place(self) -> None:
        """Find out what is known already."""
        self.post_message(self.Turn(self._trainer.place(), welcoming.placing()))

    def action_today(self) -> None:
        """Study today's cards."""
        self._start("")

    def action_five(self) -> None:
        """Study today's cards for a short while."""
        self._start("", minutes=_SHORT)

    def action_explore(self) -> None:
        """See everything there is to know."""
        self.remark("")
        self.app.push_screen(ExploreScreen(self._trainer))

    def action_browse(self) -> None:
        """See every card."""
        self.remark("")
        self.app.push_screen(BrowseScreen(self._trainer))

    def action_practice(self) -> None:
        """Practise without touching the schedule."""
        self.remark("")
        self.app.push_screen(PracticeScreen(self._trainer))

    def action_stats(self) -> None:
        """See how it goes."""
        self.remark("")
        self.app.push_screen(StatsScreen(self._trainer))

    def action_settings(self) -> None:
        """Change how things are done."""
        self.remark("")
        self.app.push_screen(SettingsScreen(self._trainer))

    def action_leave(self) -> None:
        """Out of the program."""
        self.app.exit()

    def action_undo(self) -> None:
        """Take back what was done last in an earlier sitting, and go on from there."""
        session = self._trainer.study()
        if session.undo() is None:
            self.remark(wording.taken_back(None))
        else:
            self.post_message(self.Turn(session, wording.taken_back(session.undone)))

    def on_row_clicked(self, message: Row.Clicked) -> None:
        """A click starts, as Enter does."""
        self._cursor = self._rows.index(message.row)
        self._point()
        self.action_choose()

    def _start(self, topic: str, minutes: int = 0) -> None:
        self.remark("")
        self.post_message(self.Turn(self._trainer.study(topic=topic, minutes=minutes)))

    def _offers(self, action: str) -> bool:
        view = self._view
        if action == "undo":
            return view is not None and view.undoable
        return action != "place" or (view is not None and view.offers_placement)

    @property
    def _rows(self) -> list[Row]:
        return [row for row in self.query(Row) if row.display]

    def _point(self) -> None:
        self._cursor = min(self._cursor, len(self._rows) - 1)
        for at, row in enumerate(self._rows):
            row.on = at == self._cursor
            if row.on and isinstance(row, TopicRow):
                row.scroll_visible(animate=False)


def _name_line(view: HomeView) -> Block:
    return Block("", lead=f"llmquiz   {wording.done(view)}".rstrip(), lead_style="$muted")


def _starting(view: HomeView) -> str:
    """What Enter does on the first row."""
    if not view.due and not view.new:
        return _("Look again")
    return _("Go on") if view.done_today else _("Start")


def _topics_title(view: HomeView) -> Block:
    return Block(_("Topics, and how much of each you know") if view.topics else "", "$muted")


def _problems_line(count: int) -> str:
    if not count:
        return ""
    found = ngettext("{n} problem in your files", "{n} problems in your files", count)
    return wording.labelled(found, _("{key} shows what is wrong, and where").format(key=key_to("app.problems")))
