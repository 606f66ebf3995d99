"""Two columns to be matched: a cursor goes down the left one, a digit gives it something of the right one."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.core.responses import Match
from llmquiz.core.text import width
from llmquiz.tui.content import Block, padded
from llmquiz.tui.speech import _
from llmquiz.tui.widgets.bases import Group
from llmquiz.tui.widgets.choices import HIGHLIGHT, RIGHT, WRONG, OptionLine
from llmquiz.tui.widgets.late import Late
from llmquiz.tui.widgets.lines import Line, shown

_OPEN = "?"
_WIDEST = 30


class LeftLine(Line):
    """One of the left column; a click puts the cursor on it."""

    class Clicked(Line.Clicked):
        """This line was clicked."""


class Matching(Late):
    """Holds what was matched so far."""

    def __init__(self) -> None:
        super().__init__()
        self._match = Match((), (), ())
        self._judged = False
        self._at = 0
        """The left line whose partner is asked for."""
        self.given: dict[str, str] = {}
        """From left to right, by ids."""

    def pieces(self) -> Iterable[Widget]:
        """Left lines, then the numbered right ones."""
        yield Group(id="left")
        yield Group(id="partners")

    def show(self, match: Match, judged: dict[str, str] | None = None) -> None:
        """Show both columns; `judged`: what was answered."""
        if [left.id for left in match.left] != [left.id for left in self._match.left]:
            self.clear()
        self._match, self._judged = match, judged is not None
        if judged is not None:
            self.given = judged
        self._draw()

    def clear(self) -> None:
        """Nothing is matched."""
        self._at, self.given = 0, {}

    @property
    def count(self) -> int:
        """How many there are to choose from."""
        return len(self._match.right)

    @property
    def complete(self) -> bool:
        """Whether each left one has a partner."""
        return len(self.given) == len(self._match.left)

    def move(self, by: int) -> None:
        """Move the cursor."""
        self._at = (self._at + by) % len(self._match.left)
        self._draw()

    def give(self, at: int) -> None:
        """Give the left one under the cursor this partner, and go to the next that has none."""
        left = [option.id for option in self._match.left]
        self.given[left[self._at]] = self._match.right[at].id
        following = [*left[self._at + 1 :], *left[: self._at]]
        still_open = next((name for name in following if name not in self.given), left[self._at])
        self._at = left.index(still_open)
        self._draw()

    def on_left_line_clicked(self, message: LeftLine.Clicked) -> None:
        """The cursor goes where the mouse was."""
        message.stop()
        if not self._judged:
            self._at = message.at
            self._draw()

    def _draw(self) -> None:
        columns = min(max((width(left.text) for left in self._match.left), default=0), _WIDEST)
        self.make()
        for line in shown(self.query_one("#left"), LeftLine, len(self._match.left)):
            line.show(self._block(line.at, columns))
        for partner in shown(self.query_one("#partners"), OptionLine, self.count):
            text = self._match.right[partner.at].text
            partner.show(Block(text, lead=f"  {partner.at + 1}  ", lead_style="$accent"))

    def _block(self, at: int, columns: int) -> Block:
        left, texts = self._match.left[at], {right.id: right.text for right in self._match.right}
        given, right = self.given.get(left.id), dict(self._match.pairs)[left.id]
        text = texts.get(given or "", _OPEN)
        sign, style = (HIGHLIGHT if at == self._at else " "), ("bold" if at == self._at else "")
        if self._judged:
            sign, style = (RIGHT, "bold $success") if given == right else (WRONG, "$warning")
        if self._judged and given != right:
            should = _("right: {answer}").format(answer=texts[right])
            text = f"{text} ({should})"
        return Block(text, style, lead=f"{sign} {padded(left.text, columns)}  →  ", lead_style=style)
