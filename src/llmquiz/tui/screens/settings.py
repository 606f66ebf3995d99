"""Settings: each with its explanation and, where it costs time, the workload it implies. Kept as they are changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from llmquiz.core.text import width
from llmquiz.files.setting_kinds import RefusedError
from llmquiz.files.setting_texts import typed
from llmquiz.files.settings import Settings
from llmquiz.scheduling.workload import Plan
from llmquiz.trainer.prospect import Prospect
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import setting_rows, themes
from llmquiz.tui.content import Block
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.screens.own_keys import OwnKeysScreen
from llmquiz.tui.setting_rows import KEYS, Choices, SettingRow
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Group, Scroll
from llmquiz.tui.widgets.one_line import OneLine
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.setting_line import SettingLine
from llmquiz.tui.widgets.topics import Row

_GAP = "   "
_REST = 0.3
"""Seconds on a row before its workload is simulated."""


class SettingsScreen(Page):
    """A list to move in; below it what the highlighted row means, in a place of its own, so that nothing jumps."""

    class Settled(Message):
        """Other settings are in use; they are still to be kept, and language and theme to be changed."""

    class Weighed(Message):
        """What settings would ask for was simulated."""

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._cursor = 0
        self._typing = False
        self._prospect: Prospect | None = None
        self._answers: dict[Plan, float] = {}
        """A day, as far as they were simulated."""

    @property
    def mode(self) -> Where:
        """A list, or the line to type in."""
        return Where.SETTING if self._typing else Where.SETTINGS

    def body(self) -> Iterable[Widget]:
        """The rows, then what is said of one of them, then the line to type in."""
        with Scroll(can_focus=False):
            for row in self._rows:
                if row.heading:
                    yield Prose(classes="heading")
                yield SettingLine(row.id)
        with Group(id="explained"):
            yield Prose(id="about")
            yield Prose(id="workload")
        with Group(id="entry"):
            yield OneLine(select_on_focus=True)

    def draw(self) -> None:
        """Every row as it stands."""
        rows = self._rows
        columns = max(width(row.name) for row in rows)
        for row, line in zip(rows, self._lines, strict=True):
            line.say(row.name, row.value, columns, arrows=row.id != KEYS)
        headings = (row.heading for row in rows if row.heading)
        for text, heading in zip(headings, self.query(".heading").results(Prose), strict=True):
            heading.show(Block(text, "$muted"))
        self.query_one(Input).display = self._typing
        self._point()

    def begin(self) -> None:
        """Coming into view draws it."""

    def on_screen_resume(self) -> None:
        """Back from the keys."""
        self.redraw()

    def on_resize(self) -> None:
        """In a smaller terminal the cursor stays in sight."""
        self.call_after_refresh(self._point)

    # Actions

    def action_move(self, by: int) -> None:
        """Another row; it stops at the ends."""
        self._cursor = min(max(self._cursor + by, 0), len(self._lines) - 1)
        self.remark("")
        self._point()

    def action_step(self, by: int) -> None:
        """The next value, or the one before."""
        if self._row.id != KEYS:
            self._settle(setting_rows.stepped(self._row.id, self._trainer.settings, self._choices, by))

    def action_change(self) -> None:
        """The next value, or a line to type one in."""
        if self._row.id == KEYS:
            self.app.push_screen(OwnKeysScreen(self._trainer))
            return
        following = setting_rows.turned(self._row.id, self._trainer.settings, self._choices)
        if following is not None:
            self._settle(following)
            return
        self._typing = True
        self.remark("")
        self.redraw()
        self.query_one(OneLine).open(setting_rows.as_typed(self._row.id, self._trainer.settings))

    def action_typed(self) -> None:
        """Use what was typed, or say why not."""
        try:
            value = typed(self._row.id, self.query_one(Input).value)
        except RefusedError as refused:
            self.remark(setting_rows.refusal(refused))
            return
        self._close()
        self._settle(setting_rows.with_value(self._row.id, self._trainer.settings, value))

    def action_default(self) -> None:
        """What the program does by itself."""
        self._settle(setting_rows.undone(self._row.id, self._trainer.settings))

    def action_leave(self) -> None:
        """First out of the line, then out of the screen."""
        self.remark("")
        if self._typing:
            self._close()
            self.redraw()
        else:
            super().action_leave()

    # Messages

    def on_row_clicked(self, message: Row.Clicked) -> None:
        """A click moves there; a second one changes it."""
        at = next(at for at, line in enumerate(self._lines) if line is message.row)
        if at == self._cursor and not self._typing:
            self.action_change()
        elif not self._typing:
            self.action_move(at - self._cursor)

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        if self._typing:
            self.action_typed()

    def on_settings_screen_weighed(self) -> None:
        """Say it, if that row is still the one."""
        self._describe()

    # Small steps

    @property
    def _choices(self) -> Choices:
        trainer = self._trainer
        languages = {lang: trainer.library.languages.get(lang, lang) for lang in trainer.languages}
        topics = {topic: name.in_language(trainer.lang) for topic, name in trainer.library.topics.items()}
        return Choices(languages, topics, tuple(themes.THEMES))

    @property
    def _rows(self) -> list[SettingRow]:
        return list(setting_rows.rows(self._trainer.settings, self._choices))

    @property
    def _lines(self) -> list[SettingLine]:
        return list(self.query(SettingLine))

    @property
    def _row(self) -> SettingRow:
        return self._rows[self._cursor]

    def _close(self) -> None:
        self._typing = False
        self.set_focus(None)

    def _settle(self, settings: Settings) -> None:
        old = self._trainer.settings
        if settings != old:
            self._trainer.settle(settings)
            if (old.tiers, old.topics_off) != (settings.tiers, settings.topics_off):
                self._prospect, self._answers = None, {}
            self.post_message(self.Settled())
        self.remark("")
        self.redraw()

    def _point(self) -> None:
        for at, line in enumerate(self._lines):
            line.on = at == self._cursor
            if line.on:
                line.scroll_visible(animate=False)
        if self._cursor == 0:
            self.query_one(Scroll).scroll_home(animate=False)
        self._describe()

    def _describe(self) -> None:
        """What the row means; what it would cost as soon as that is known."""
        row, settings = self._row, self._trainer.settings
        self.query_one("#about", Prose).show(setting_rows.about(row, settings, self._choices))
        wanted = setting_rows.alternatives(row.id, settings)
        title = setting_rows.workload_title(Prospect.days) if wanted else ""
        told = self._workload(row.id, wanted) if wanted else ""
        self.query_one("#workload", Prose).show(Block(title, "$muted"), Block(told))

    def _workload(self, setting: str, wanted: Mapping[Any, Settings]) -> str:
        """What each value would cost; what is not known yet is found out."""
        prospect = self._prospect = self._prospect or self._trainer.prospect()
        plans = {value: prospect.plan(each) for value, each in wanted.items()}
        unknown = [wanted[value] for value, plan in plans.items() if plan not in self._answers]
        if unknown:
            self._weigh(prospect, unknown)
            return _("Simulating…")
        known = {value: self._answers[plan] for value, plan in plans.items()}
        return _GAP.join(setting_rows.workload(setting, getattr(self._trainer.settings, setting), known, self._choices))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _weigh(self, prospect: Prospect, wanted: list[Settings]) -> None:
        """A tenth of a second for each, once the cursor rests."""
        left = get_current_worker().cancelled_event
        left.wait(_REST)
        for settings in wanted:
            if left.is_set():
                return
            self._answers[prospect.plan(settings)] = prospect.answers_a_day(settings)
        self.post_message(self.Weighed())
