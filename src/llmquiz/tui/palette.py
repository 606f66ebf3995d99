"""The command palette: the commands that act now, by name or by what others call them, and those that act elsewhere.

It never shows a blank list: what is called nothing here says so.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from llmquiz.tui import keyboard, search_words, wording
from llmquiz.tui.content import plain
from llmquiz.tui.keys import COMMANDS, Command
from llmquiz.tui.page import Page
from llmquiz.tui.speech import _

_BY_WORD, _ELSEWHERE, _NOTHING = 0.5, 0.2, 0.1
"""How well they match; what the palette's own matcher finds in a name counts up to 1."""


class _Entry(NamedTuple):
    command: Command
    name: str
    help: str
    run: Callable[[], Any]


class Commands(Provider):
    """What can be done on the screen below the palette."""

    async def discover(self) -> Hits:
        """Everything that acts here, before something is typed."""
        for entry in self._here():
            yield DiscoveryHit(plain(entry.name), entry.run, text=entry.name, help=entry.help)

    async def search(self, query: str) -> Hits:
        """What matches by name or by another word; else that nothing does."""
        matcher, found = self.matcher(query), False
        for entry in self._here():
            by_word = _BY_WORD if search_words.means(entry.command, query) else 0.0
            score = max(matcher.match(entry.name), by_word)
            if score > 0:
                found = True
                yield Hit(score, plain(entry.name), entry.run, text=entry.name, help=entry.help)
        for entry in self._elsewhere():
            if search_words.means(entry.command, query):
                found = True
                yield Hit(_ELSEWHERE, plain(entry.name), entry.run, text=entry.name, help=entry.help)
        if not found:
            nothing = _("Nothing is called “{text}”.").format(text=query)
            yield Hit(_NOTHING, plain(nothing), self._help, text=nothing, help=_("Enter shows every key, by place."))

    def _here(self) -> Iterator[_Entry]:
        page = self.screen
        if not isinstance(page, Page):
            return
        for command in keyboard.acting(page.mode):
            if command.palette:
                yield _Entry(command, _name(command), _(command.tooltip), partial(page.run_action, command.action))

    def _elsewhere(self) -> Iterator[_Entry]:
        page = self.screen
        if not isinstance(page, Page):
            return
        here = {(command.label, command.action) for command in keyboard.acting(page.mode)}
        for command in COMMANDS:
            if command.palette and (command.label, command.action) not in here:
                where = wording.listed(_(place) for place in command.where[:3])
                told = _("Not here, but there: {places}").format(places=where)
                yield _Entry(command, _name(command), told, partial(page.remark, told))

    async def _help(self) -> None:
        await self.app.run_action("app.help")


def _name(command: Command) -> str:
    return f"{_(command.label)}  ({keyboard.all_keys(command)})"
