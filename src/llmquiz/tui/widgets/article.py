"""A page to be read: running text, and links that a cursor goes through. A link is marked by a sign, not by colour."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from llmquiz.tui.content import Block, paragraphs
from llmquiz.tui.explaining import Line, Look
from llmquiz.tui.widgets.bases import Leaf, Scroll
from llmquiz.tui.widgets.choices import RIGHT, WRONG
from llmquiz.tui.widgets.prose import Prose
from llmquiz.tui.widgets.topics import CURSOR

_LINK = "→"
_SIGNS = {Look.RIGHT: (RIGHT, "$success"), Look.WRONG: (WRONG, "$warning")}
_STYLES = {Look.TITLE: "bold", Look.HEADING: "bold $accent", Look.STRONG: "bold", Look.NOTE: "$muted"}


class LinkLine(Leaf):
    """A line that leads to another page."""

    DEFAULT_CSS = "LinkLine { height: auto; width: 1fr; pointer: pointer; } LinkLine:hover { background: $surface; }"

    on = reactive(False)
    """Whether the cursor is here."""

    class Clicked(Message):
        """The line was clicked."""

        def __init__(self, subject: str) -> None:
            super().__init__()
            self.subject = subject

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line

    def render(self) -> Content:
        """Sign, label, name."""
        return paragraphs((self._block,), self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it wraps to."""
        return paragraphs((self._block,), width).plain.count("\n") + 1

    def on_click(self, event: Click) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(self.Clicked(self.line.link))

    @property
    def _block(self) -> Block:
        sign = CURSOR if self.on else _LINK
        lead = f"{'  ' if self.line.inside else ''}{sign} {self.line.label}"
        style = "bold $accent" if self.on else "underline"
        return Block(self.line.text, style, lead=lead, lead_style="bold $accent" if self.on else "$muted")


class Article(Scroll):
    """Shows the lines of a page; the cursor begins on no link."""

    def __init__(self) -> None:
        super().__init__(can_focus=False)
        self.lines: tuple[Line, ...] = ()
        self.at = -1

    def show(self, lines: Iterable[Line]) -> None:
        """Show these lines, and the cursor where it was."""
        self.lines = tuple(lines)
        self.remove_children()
        self.mount_all(self._widgets())

    def move(self, by: int) -> None:
        """To another link; stops at the ends."""
        links = self.links
        if not links:
            return
        self.at = min(max(self.at + by, 0), len(links) - 1)
        for at, link in enumerate(links):
            link.on = at == self.at
        links[self.at].scroll_visible(animate=False)

    @property
    def links(self) -> Sequence[LinkLine]:
        """The links, in reading order."""
        return list(self.query(LinkLine))

    @property
    def current(self) -> str:
        """Where the link of the cursor leads; empty without one."""
        found = [line.link for line in self.lines if line.link]
        return found[self.at] if 0 <= self.at < len(found) else ""

    def _widgets(self) -> Iterator[Widget]:
        met = 0
        for linked, lines in groupby(self.lines, key=lambda line: bool(line.link)):
            if not linked:
                prose = Prose()
                prose.show(*(block for line in lines for block in _blocks(line)))
                yield prose
                continue
            for line in lines:
                link = LinkLine(line)
                link.on = met == self.at
                met += 1
                yield link


def _blocks(line: Line) -> Iterator[Block]:
    """A line as it looks; headings, and what is to be read first, have air around them."""
    if line.look is Look.HEADING:
        yield Block(" ")
    sign, style = _SIGNS.get(line.look, ("", ""))
    indent = "    " if line.inside else "" if line.look in (Look.TITLE, Look.HEADING) else "  "
    lead = f"{sign} " if sign else f"{indent}{line.label}"
    yield Block(line.text, _STYLES.get(line.look, ""), lead=lead, lead_style=style or "$muted")
    if line.look is Look.STRONG:
        yield Block(" ")
