"""Running text, wrapped to the width there is, Chinese too. Shows what it is given and nothing else."""

from textual.content import Content
from textual.geometry import Size

from llmquiz.tui.content import Block, paragraphs
from llmquiz.tui.widgets.bases import Leaf


class Prose(Leaf):
    """Blocks under each other. Takes no room while it has none."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.blocks: tuple[Block, ...] = ()
        """What is shown."""

    def show(self, *blocks: Block | str) -> None:
        """Show these; plain strings are unadorned paragraphs, empty ones are left out."""
        made = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
        shown = tuple(block for block in made if block.text or block.lead)
        self.display = bool(shown)
        if shown != self.blocks:
            self.blocks = shown
            self.refresh(layout=True)

    @property
    def text(self) -> str:
        """What it says, unwrapped."""
        return "\n".join(f"{block.lead}{block.text}{block.tail}" for block in self.blocks)

    def render(self) -> Content:
        """The lines for the width there is."""
        return paragraphs(self.blocks, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text wraps to."""
        return paragraphs(self.blocks, width).plain.count("\n") + 1
