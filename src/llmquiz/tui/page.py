"""What all screens share: keys from the table, the bar that names them, a remark line, drawing anew.

A page says in which `mode` it is; which keys act, and what the bar shows, follows from that.
"""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize, ScreenResume
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from llmquiz.trainer.sitting import Sitting
from llmquiz.tui import keyboard, keymap
from llmquiz.tui.keys import Command
from llmquiz.tui.places import Where
from llmquiz.tui.speech import _, input_method_likely
from llmquiz.tui.widgets.bases import Scroll
from llmquiz.tui.widgets.keybar import Hint, KeyBar, Remark


class Page(Screen[None]):
    """A screen of the app."""

    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 -- Textual does not declare it as a ClassVar
    BINDINGS: ClassVar[list[BindingType]] = list(keyboard.bindings())
    virtual_size = Reactive(Size(0, 0), layout=False)  # like the widgets in `bases`

    def __init__(self) -> None:
        super().__init__()
        self._shown = False
        self.use_keys()

    class Turn(Message):
        """The session has come to something that another screen shows."""

        def __init__(self, session: Sitting, remark: str = "") -> None:
            super().__init__()
            self.session, self.remark = session, remark

    class LookedUp(Message):
        """Somebody wants to read about a card."""

        def __init__(self, card: str) -> None:
            super().__init__()
            self.card = card

    @property
    def mode(self) -> Where:
        """What is on the screen now."""
        raise NotImplementedError

    @property
    def lets_keys_act(self) -> bool:
        """Whether a key may act at once: on a page that is there, and does not wait for a key to take for itself."""
        return self._shown

    def key_comes(self) -> None:
        """What is done before a key acts, whatever it does; nothing on most pages."""

    def body(self) -> Iterable[Widget]:
        """The widgets above the remark and the key bar."""
        raise NotImplementedError

    def draw(self) -> None:
        """Put every text in its place, in the language that is spoken."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The body, a remark, the keys; of the terminal's size from the start, or all would be styled twice."""
        self.add_class(*self._sizes(), update=False)
        yield from self.body()
        yield Remark()
        yield KeyBar()

    def _sizes(self) -> Iterator[str]:
        """The classes that Textual gives a screen of this size."""
        size = self.app.size
        for cells, points in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            yield from [name for least, name in sorted(points or ()) if cells >= least][-1:]

    def on_mount(self) -> None:
        """Everything is there. Textual calls this handler of every class, so pages differ in `begin` alone."""
        self.begin()

    @on(ScreenResume)
    def _first_seen(self, event: ScreenResume) -> None:
        """Come into view. Textual would style everything once more, which was styled a moment ago when it was made."""
        event.refresh_styles = event.refresh_styles and self._shown
        self._shown = True

    @on(Resize)
    def _fit_once(self, event: Resize) -> None:
        """Fit a new size. Textual also tells a page of the size that it was laid out for a moment ago."""
        if event.size == self.outer_size and self.has_class(*self._sizes()):
            event.prevent_default()

    def begin(self) -> None:
        """What is done first: draw it, unless coming into view draws it anyway."""
        self.redraw()

    def redraw(self) -> None:
        """Draw the page and name its keys."""
        with self.app.batch_update():
            self.draw()
            self.name_keys()

    def name_keys(self) -> None:
        """Let the bar name the keys that act now."""
        self.query_one(KeyBar).show(
            [self.hint(command) for command in keyboard.acting(self.mode) if self.names(command)]
        )

    def names(self, command: Command) -> bool:
        """Whether the bar names a command."""
        return command.footer

    def use_keys(self) -> None:
        """Let the keys count that the learner has now."""
        keymap.bind(self._bindings, everywhere=False)

    def remark(self, text: str) -> None:
        """Say something in passing."""
        self.query_one(Remark).show(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the table allows here."""
        allowed = keyboard.may_act(action, self.mode)
        return True if allowed is None else allowed

    def key_of(self, command: Command) -> str:
        """The key that the bar names: no letter while typing, nor where input methods swallow them."""
        letters = self.mode not in (Where.TYPING, Where.JOTTING) and not input_method_likely()
        return keyboard.first_key(command, letters=letters)

    def action_scroll(self, lines: int) -> None:
        """Move the text."""
        for region in self.query(Scroll):
            region.scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Back to where we came from."""
        self.app.pop_screen()

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A key was clicked."""
        await self.run_action(message.action)

    def hint(self, command: Command) -> Hint:
        """A command as the bar names it."""
        return Hint(self.key_of(command), _(command.label), command.action)
