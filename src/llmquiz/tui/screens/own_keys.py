"""Your keys: every action with its keys; Enter, then the key that is wanted instead. Kept at once."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual import events
from textual.message import Message
from textual.widget import Widget

from llmquiz.core.text import width
from llmquiz.files.settings import Settings
from llmquiz.trainer.trainer import Trainer
from llmquiz.tui import keyboard, keymap, setting_rows, wording
from llmquiz.tui.content import Block
from llmquiz.tui.keys import COMMANDS, Command
from llmquiz.tui.page import Page
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Group, Scroll
from llmquiz.tui.widgets.keybar import Hint, KeyBar
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.setting_line import SettingLine
from llmquiz.tui.widgets.topics import Row

_CANCEL = "escape"


class OwnKeysScreen(Page):
    """The table of keys as a list to move in."""

    class Chosen(Message):
        """The learner has other keys now; they are still to be kept, and bound on every screen."""

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        self._commands = sorted(COMMANDS, key=lambda command: list(Where).index(command.where[0]))
        self._cursor = 0
        self._waiting = False
        """Whether the next key that is pressed is the one that is wanted."""
        self._refusal = ""
        """Why the key that was pressed cannot be; more than a remark has room for."""

    @property
    def mode(self) -> Where:
        """A list."""
        return Where.KEYS

    @property
    def lets_keys_act(self) -> bool:
        """Not while one is awaited."""
        return super().lets_keys_act and not self._waiting

    def body(self) -> Iterable[Widget]:
        """The actions by place, then what is said of one of them."""
        with Scroll(can_focus=False):
            for _where, commands in _by_place(self._commands):
                yield Prose(classes="heading")
                yield from (SettingLine(command.id) for command in commands)
        with Group(id="explained"):
            yield Prose(id="about")

    def draw(self) -> None:
        """Every action with its keys."""
        columns = max(width(_(command.label)) for command in self._commands)
        for command, line in zip(self._commands, self._lines, strict=True):
            line.say(_(command.label), keyboard.all_keys(command), columns, arrows=False)
        headings = self.query(".heading").results(Prose)
        for (where, _commands), heading in zip(_by_place(self._commands), headings, strict=True):
            heading.show(Block(_(where), "$muted"))
        self._point()

    def redraw(self) -> None:
        """As other pages; while a key is awaited, only the way out is named."""
        super().redraw()
        if self._waiting:
            self.query_one(KeyBar).show([Hint(keyboard.key_name(_CANCEL), _("Leave it as it is"), "leave")])

    def on_key(self, event: events.Key) -> None:
        """Take the key that is awaited; otherwise keys do what they do."""
        if not self._waiting:
            return
        event.stop()
        event.prevent_default()
        self._waiting = False
        if event.key != _CANCEL:
            self._take(keymap.key_from(event.key, event.character))
        self.redraw()

    def on_resize(self) -> None:
        """In a smaller terminal the cursor stays in sight."""
        self.call_after_refresh(self._point)

    # Actions

    def action_move(self, by: int) -> None:
        """Another row; it stops at the ends."""
        self._cursor = min(max(self._cursor + by, 0), len(self._commands) - 1)
        self._refusal = ""
        self.remark("")
        self._point()

    def action_change(self) -> None:
        """Wait for the key that is wanted."""
        self._waiting, self._refusal = not self._command.each, ""
        self.remark("" if self._waiting else _("This takes several keys at once: set them in config.toml."))
        self.redraw()

    def action_default(self) -> None:
        """The program's own keys."""
        self._keep({})

    def action_leave(self) -> None:
        """First out of waiting, then out of the screen."""
        if self._waiting:
            self._waiting = False
            self.redraw()
        else:
            super().action_leave()

    def on_row_clicked(self, message: Row.Clicked) -> None:
        """A click moves there; a second one changes it."""
        at = next(at for at, line in enumerate(self._lines) if line is message.row)
        if at == self._cursor:
            self.action_change()
        else:
            self.action_move(at - self._cursor)

    # Small steps

    @property
    def _command(self) -> Command:
        return self._commands[self._cursor]

    @property
    def _lines(self) -> list[SettingLine]:
        return list(self.query(SettingLine))

    def _take(self, key: str) -> None:
        """The pressed key instead of the first one; the others stay, so that one is left for text fields."""
        others = [other for other in keyboard.keys_of(self._command)[1:] if other != key]
        self._keep({self._command.id: (key, *others)})

    def _keep(self, keys: dict[str, tuple[str, ...]]) -> None:
        settings = self._trainer.settings
        own = {action: named for action, named in settings.keys if action != self._command.id} | keys
        refused = keymap.refusals(own).get(self._command.id)
        self._refusal = setting_rows.refusal(refused) if refused is not None else ""
        if self._refusal:
            self._point()
            return
        self._trainer.settle(with_keys(settings, own))
        self.remark("")
        self.post_message(self.Chosen())

    def _point(self) -> None:
        for at, line in enumerate(self._lines):
            line.on = at == self._cursor
            if line.on:
                line.scroll_visible(animate=False)
        if self._cursor == 0:
            self.query_one(Scroll).scroll_home(animate=False)
        self.query_one("#about", Prose).show(*self._about())

    def _about(self) -> Iterable[Block]:
        command = self._command
        if self._waiting:
            yield Block(_("Press the key for: {action}").format(action=_(command.label)), "bold $accent")
            return
        yield Block(self._refusal, "$warning") if self._refusal else Block(_(command.tooltip))
        yield Block(wording.listed(_(place) for place in command.where), "$muted")


def with_keys(settings: Settings, own: dict[str, tuple[str, ...]]) -> Settings:
    """The settings with these keys of the learner's."""
    return setting_rows.with_value(setting_rows.KEYS, settings, tuple(sorted(own.items())))


def _by_place(commands: Iterable[Command]) -> Iterator[tuple[Where, Iterator[Command]]]:
    """The first place of some commands, and those of them that are of it."""
    return groupby(commands, lambda command: command.where[0])
