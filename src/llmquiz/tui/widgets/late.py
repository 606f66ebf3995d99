"""A group whose pieces are made when they are first needed: what a sitting never shows costs its opening nothing."""

from collections.abc import Iterable

from textual.widget import Widget

from llmquiz.tui.widgets.bases import Group


class Late(Group):
    """Empty until something is to be shown in it."""

    def pieces(self) -> Iterable[Widget]:
        """What it consists of."""
        raise NotImplementedError

    @property
    def made(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.children)

    def make(self) -> None:
        """Have the pieces, from now on."""
        if not self.made:
            self.mount(*self.pieces())
