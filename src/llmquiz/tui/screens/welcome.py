"""The welcome: three short screens for a newcomer, the last of which ends in the first lesson. Esc skips them."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.core.text import width
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import setting_rows, welcoming, wording
from llmquiz.tui.content import Block
from llmquiz.tui.keys import Command
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Scroll
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.topics import Row, StartRow

_LAST = 2
"""The screen with the choices, counted from 0."""
_ROWS = ("begin", "place", "language", "theme")


class WelcomeScreen(Page):
    """Shown over home while nothing was ever logged."""

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._at = 0
        self._cursor = 0

    @property
    def mode(self) -> Where:
        """Something to read, or something to choose."""
        return Where.BEGINNING if self._at == _LAST else Where.WELCOME

    def body(self) -> Iterable[Widget]:
        """Headline, text, choices."""
        with Scroll(can_focus=False):
            yield Prose(id="headline")
            yield Prose(id="told")
            yield Prose(id="keys")
            for row in _ROWS:
                yield StartRow(row)

    def draw(self) -> None:
        """The screen that one has come to."""
        headlines = (_("Welcome"), _("How a day goes"), _("Before you begin"))
        place = wording.labelled(f"{self._at + 1}/{_LAST + 1}", headlines[self._at])
        told = (welcoming.about(), welcoming.how_a_day_goes(), ())[self._at]
        self.query_one("#headline", Prose).show(Block(place, "bold"))
        self.query_one("#told", Prose).show(*_spaced(told))
        self.query_one("#keys", Prose).show(*(_keys() if self._at == 1 else ()))
        for row, label in zip(self._rows, self._labels(), strict=True):
            row.display = self._at == _LAST
            row.show(label)
        self._point()

    def names(self, command: Command) -> bool:
        """There is no way back from the first one."""
        return super().names(command) and (self._at > 0 or command.action != "backward")

    # Actions

    def action_onward(self) -> None:
        """The next screen."""
        self._turn(self._at + 1)

    def action_backward(self) -> None:
        """The screen before."""
        self._turn(max(0, self._at - 1))

    def action_choice(self, by: int) -> None:
        """Move between the choices; it stops at the ends."""
        self._cursor = min(max(self._cursor + by, 0), len(_ROWS) - 1)
        self._point()

    async def action_take(self) -> None:
        """Begin, or change what is highlighted."""
        match _ROWS[self._cursor]:
            case "begin":
                self.post_message(self.Turn(self._trainer.study()))
            case "place":
                self.post_message(self.Turn(self._trainer.place(), welcoming.placing()))
            case setting:
                await self.run_action(f"app.{setting}")
                self.redraw()

    async def on_row_clicked(self, message: Row.Clicked) -> None:
        """A click chooses."""
        self._cursor = _ROWS.index(message.row.id or "")
        self._point()
        await self.action_take()

    # Small steps

    def _turn(self, at: int) -> None:
        self._at = at
        self.redraw()

    @property
    def _rows(self) -> list[StartRow]:
        return list(self.query(StartRow))

    def _labels(self) -> tuple[str, ...]:
        languages = self._trainer.library.languages
        language = languages.get(self._trainer.interface, self._trainer.interface)
        return (
            _("Begin with the first lesson"),
            _("Find out what you know already: at most 20 questions"),
            wording.labelled(_("Language"), language),
            wording.labelled(_("Theme"), setting_rows.theme_name(self.app.theme)),
        )

    def _point(self) -> None:
        for at, row in enumerate(self._rows):
            row.on = at == self._cursor


def _spaced(told: Iterable[str]) -> Iterable[Block]:
    """Paragraphs with a line between them."""
    for at, text in enumerate(told):
        if at:
            yield Block("", lead=" ")
        yield Block(text)


def _keys() -> Iterable[Block]:
    keys = welcoming.three_keys()
    columns = max(width(key) for key, _does in keys) + 2
    for key, does in keys:
        yield Block(does, lead=f"{key:<{columns}}", lead_style="bold $accent")
