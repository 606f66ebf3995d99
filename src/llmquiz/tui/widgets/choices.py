"""Options to choose from, one or several, numbered as the keys are. Nothing moves when signs and words come."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.events import Click
from textual.message import Message

from llmquiz.core.responses import Option
from llmquiz.core.text import width
from llmquiz.tui.content import Block
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.prose import Prose

RIGHT, WRONG = "✓", "✗"
_HIGHLIGHT = "›"
_MOST = 9
"""As many options as there are digits."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of the options: which were chosen."""

    chosen: frozenset[str]


class OptionLine(Prose):
    """One option; a click chooses it."""

    class Clicked(Message):
        """This option was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    def on_click(self, event: Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Clicked(self.at))


class Choices(VerticalGroup):
    """Up to nine options. Holds the highlight and the marks; the screen decides what they mean."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options: tuple[Option, ...] = ()
        self._many = False
        self._judged: Judged | None = None
        self.highlighted: int | None = None
        """The option that Enter would choose, from 0."""
        self.marked: frozenset[str] = frozenset()
        """The ids that are marked, where several can be."""

    def compose(self) -> ComposeResult:
        """A line for each digit."""
        yield from (OptionLine(at) for at in range(_MOST))

    def show(self, options: Sequence[Option], *, many: bool, judged: Judged | None = None) -> None:
        """Show these options; the highlight and the marks stay where the options are the same."""
        if [option.id for option in options] != [option.id for option in self._options]:
            self.highlighted, self.marked = None, frozenset()
        self._options, self._many, self._judged = tuple(options[:_MOST]), many, judged
        self._draw()

    def clear(self) -> None:
        """Forget highlight and marks."""
        self.highlighted, self.marked = None, frozenset()

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self._options)

    def move(self, by: int) -> None:
        """Move the highlight, round the ends."""
        if self.highlighted is None:
            self.highlighted = 0 if by > 0 else self.count - 1
        else:
            self.highlighted = (self.highlighted + by) % self.count
        self._draw()
        list(self.query(OptionLine))[self.highlighted].scroll_visible(animate=False)

    def tick(self, at: int) -> None:
        """Mark an option, or take its mark back."""
        self.highlighted = at
        self.marked ^= {self._options[at].id}
        self._draw()

    def option(self, at: int) -> Option:
        """The option at a place."""
        return self._options[at]

    def _draw(self) -> None:
        for at, line in enumerate(self.query(OptionLine)):
            line.display = at < self.count
            if at < self.count:
                line.show(self._block(at, self._options[at]))

    def _block(self, at: int, option: Option) -> Block:
        sign, word, style = self._judgement(option)
        box = ("[x] " if option.id in self._picked else "[ ] ") if self._many else ""
        cursor = _HIGHLIGHT if at == self.highlighted and self._judged is None else " "
        return Block(
            option.text,
            style or ("bold" if cursor.strip() else ""),
            lead=f"{sign or cursor} {at + 1}  {box}",
            lead_style=style or "$accent",
            tail=word,
            tail_style=style,
            tail_columns=_tail_columns(),
        )

    @property
    def _picked(self) -> frozenset[str]:
        return self._judged.chosen if self._judged is not None else self.marked

    def _judgement(self, option: Option) -> tuple[str, str, str]:
        """Sign, word and colour of an option after the answer; nothing before it."""
        if self._judged is None:
            return "", "", ""
        chosen = option.id in self._judged.chosen
        if option.right:
            return RIGHT, _("your answer") if chosen else _("right answer"), "bold $success"
        return (WRONG, _("your answer"), "$warning") if chosen else ("", "", "$muted")


def _tail_columns() -> int:
    """Room for the longest word."""
    return 2 + max(width(_("your answer")), width(_("right answer")))
