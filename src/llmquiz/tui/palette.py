"""The command palette's entries: the commands that act now, and the topics. Names from files are only text."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from llmquiz.tui import keyboard
from llmquiz.tui.content import plain
from llmquiz.tui.page import Page
from llmquiz.tui.speech import _


class Commands(Provider):
    """What can be done on the screen below the palette."""

    async def discover(self) -> Hits:
        """Everything, before something is typed."""
        for name, help_, run in self._entries():
            yield DiscoveryHit(plain(name), run, text=name, help=help_)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for name, help_, run in self._entries():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, plain(name), run, text=name, help=help_)

    def _entries(self) -> Iterator[tuple[str, str, Callable[[], Any]]]:
        page = self.screen
        if not isinstance(page, Page):
            return
        for command in keyboard.acting(page.mode):
            if command.palette:
                name = f"{_(command.label)}  ({keyboard.all_keys(command)})"
                yield name, _(command.tooltip), partial(page.run_action, command.action)
