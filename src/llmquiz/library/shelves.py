"""The hand-written half of the library: bank files, each compiled once; one broken bank leaves the others alone."""

from collections.abc import Iterable
from pathlib import Path

from llmquiz.core.cards import Card
from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.problems import Problem
from llmquiz.core.text import Text
from llmquiz.library.cache import Cache


class Shelves:
    """Banks."""

    def __init__(self, banks: Iterable[Path], cache: Cache, order_from: int, topics: frozenset[str]) -> None:
        self.paths: tuple[Path, ...] = ()
        self.cards: tuple[Card, ...] = ()
        self.topics: dict[str, Text] = {}
        self.problems: tuple[Problem, ...] = ()

    def forms(self, key: str) -> tuple[FormTraits, ...]:
        return ()

    def item(self, key: str, lang: str, seed: int) -> Item | None:
        return None
