"""Options to choose from: one, several, or all in order. Numbered as the keys are; signs and words move nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from llmquiz.core.responses import Option
from llmquiz.core.text import width
from llmquiz.tui.content import Block
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Group
from llmquiz.tui.widgets.lines import Line, shown

RIGHT, WRONG = "✓", "✗"
HIGHLIGHT = "›"
GONE = "–"
_STRUCK = " strike"
MOST = 9
"""As many options as there are digits."""


class Marking(Enum):
    """What can be done with the options."""

    ONE = auto()
    MANY = auto()
    ORDER = auto()


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of the options: which were chosen, in which order, and where that matters the right order."""

    chosen: tuple[str, ...]
    order: tuple[str, ...] = ()


class OptionLine(Line):
    """One option; a click chooses it."""

    class Clicked(Line.Clicked):
        """This option was clicked."""


class Choices(Group):
    """Up to nine options. Holds the highlight and the marks; the question decides what they mean."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options: tuple[Option, ...] = ()
        self._marking = Marking.ONE
        self._judged: Judged | None = None
        self._gone: frozenset[str] = frozenset()
        self.highlighted: int | None = None
        """The option that Enter would choose, from 0."""
        self.marked: tuple[str, ...] = ()
        """The ids that are marked, where several can be, in the order of marking."""

    def show(
        self,
        options: Sequence[Option],
        marking: Marking,
        judged: Judged | None = None,
        *,
        gone: frozenset[str] = frozenset(),
    ) -> None:
        """Show these options; the highlight and the marks stay where the options are the same.

        `gone`: those that a hint took away, by their ids.
        """
        if [option.id for option in options] != [option.id for option in self._options]:
            self.clear()
        self._options, self._marking, self._judged = tuple(options[:MOST]), marking, judged
        self._gone, self.marked = gone, tuple(name for name in self.marked if name not in gone)
        if self.highlighted is not None and not self.can_be_chosen(self.highlighted):
            self.highlighted = None
        self._draw()

    def clear(self) -> None:
        """Forget highlight and marks."""
        self.highlighted, self.marked = None, ()

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self._options)

    def move(self, by: int) -> None:
        """Move the highlight, round the ends, over what is gone."""
        at = (-1 if by > 0 else self.count) if self.highlighted is None else self.highlighted
        at = (at + by) % self.count
        while not self.can_be_chosen(at):
            at = (at + by) % self.count
        self.highlighted = at
        self._draw()
        list(self.query(OptionLine))[self.highlighted].scroll_visible(animate=False)

    def tick(self, at: int) -> None:
        """Mark an option, or take its mark back."""
        if not self.can_be_chosen(at):
            return
        self.highlighted = at
        name = self._options[at].id
        self.marked = (
            tuple(mark for mark in self.marked if mark != name) if name in self.marked else (*self.marked, name)
        )
        self._draw()

    def can_be_chosen(self, at: int) -> bool:
        """Whether no hint took the option away."""
        return self._options[at].id not in self._gone

    def option(self, at: int) -> Option:
        """The option at a place."""
        return self._options[at]

    def _draw(self) -> None:
        for line in shown(self, OptionLine, self.count):
            line.show(self._block(line.at, self._options[line.at]))

    def _block(self, at: int, option: Option) -> Block:
        sign, word, style = self._judgement(option)
        cursor = HIGHLIGHT if at == self.highlighted and self._judged is None else " "
        return Block(
            option.text,
            style or ("bold" if cursor.strip() else ""),
            lead=f"{sign or cursor} {at + 1}  {self._box(option)}",
            lead_style=style.removesuffix(_STRUCK) or "$accent",
            tail=word,
            tail_style=style,
            tail_columns=_tail_columns(self._marking),
        )

    def _box(self, option: Option) -> str:
        if self._marking is Marking.ONE:
            return ""
        picked = self._judged.chosen if self._judged is not None else self.marked
        if option.id not in picked:
            return "[ ] "
        return f"[{picked.index(option.id) + 1}] " if self._marking is Marking.ORDER else "[x] "

    def _judgement(self, option: Option) -> tuple[str, str, str]:
        """Sign, word and colour of an option after the answer; nothing before it."""
        if self._judged is None:
            return (GONE, "", f"$faint{_STRUCK}") if option.id in self._gone else ("", "", "")
        if self._judged.order:
            return _placed(option, self._judged)
        chosen = option.id in self._judged.chosen
        if option.right:
            return RIGHT, _("your answer") if chosen else _("right answer"), "bold $success"
        return (WRONG, _("your answer"), "$warning") if chosen else ("", "", "$muted")


def _placed(option: Option, judged: Judged) -> tuple[str, str, str]:
    place = judged.order.index(option.id) + 1
    given = judged.chosen.index(option.id) + 1 if option.id in judged.chosen else 0
    if given == place:
        return RIGHT, _("right: {n}").format(n=place), "bold $success"
    word = _both_places(given, place) if given else _("right: {n}").format(n=place)
    return WRONG, word, "$warning"


def _both_places(given: int, place: int) -> str:
    return _("you: {given}, right: {place}").format(given=given, place=place)


def _tail_columns(marking: Marking) -> int:
    """Room for the longest word."""
    words = (_both_places(1, 1),) if marking is Marking.ORDER else (_("your answer"), _("right answer"))
    return 2 + max(width(word) for word in words)
