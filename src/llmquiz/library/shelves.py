"""The hand-written half of the library: bank files, each compiled once; one broken bank leaves the others alone."""

import json
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from pathlib import Path

from llmquiz.banks.bank import Bank
from llmquiz.banks.items import bank_cards, bank_item, bank_traits
from llmquiz.banks.records import from_json, to_json
from llmquiz.core.cards import Card
from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.problems import Place, Problem
from llmquiz.core.text import Text
from llmquiz.library.cache import Cache
from llmquiz.library.plainly import dump_problems, load_problems

COMPILER = "bank 1"
"""Raised when banks change their shape: older ones in the index are then compiled anew."""
_ENDINGS = (".yaml", ".yml")


class Shelves:
    """The banks of several folders, in the order of their paths."""

    def __init__(self, places: Iterable[Path], cache: Cache, order_from: int, topics: Set[str]) -> None:
        """`places`: bank files and folders of them. `topics`: the shelves that exist already."""
        self._cache = cache
        self.paths = tuple(path for place in places for path in bank_files(place))
        self.problems: tuple[Problem, ...] = ()
        self.topics: dict[str, Text] = {}
        """The shelves that banks bring along: each bank without a known topic stands on its own."""
        self._banks: dict[str, Bank] = {}
        self._question = lru_cache(maxsize=None)(self._find)
        for bank, path in self._read_all():
            self._add(bank, path, topics)
        self.cards = tuple(self._cards(order_from))

    def forms(self, key: str) -> tuple[FormTraits, ...]:
        """The one way in which a question is asked."""
        bank, question = self._question(key)
        return (bank_traits(bank.question(question)),)

    def item(self, key: str, lang: str, seed: int) -> Item:
        """A question as an item."""
        bank, question = self._question(key)
        return bank_item(bank, question, lang, seed)

    def languages(self, key: str) -> tuple[str, ...]:
        """The languages a question is written in; none: it serves every language."""
        bank, question = self._question(key)
        return (bank.lang,) if bank.lang else bank.question(question).question.languages

    def _add(self, bank: Bank, path: Path, topics: Set[str]) -> None:
        if bank.id in self._banks:
            problem = Problem(
                Place(str(path), 1, 1),
                "duplicate-bank",
                f"There is another bank `{bank.id}`; this one is left out.",
                "Give one of the two another id.",
            )
            self.problems += (problem,)
            return
        if bank.topic not in topics:
            self.topics.setdefault(bank.topic, bank.title)
        self._banks[bank.id] = bank

    def _cards(self, order_from: int) -> Iterator[Card]:
        order = order_from
        for bank in self._banks.values():
            yield from bank_cards(bank, order)
            order += len(bank.questions)

    def _read_all(self) -> Iterator[tuple[Bank, Path]]:
        for path in self.paths:
            bank, problems = self._read(path)
            self.problems += problems
            if bank is not None:
                yield bank, path

    def _read(self, path: Path) -> tuple[Bank | None, tuple[Problem, ...]]:
        stored = self._cache.document(path, COMPILER)
        if stored is not None:
            raw = json.loads(stored.body)
            return from_json(raw) if raw is not None else None, load_problems(stored.problems)
        from llmquiz.banks.reading import read_bank  # yaml and pydantic: only for what changed

        bank, problems = read_bank(path, str(path))
        body = json.dumps(to_json(bank) if bank is not None else None, ensure_ascii=False)
        self._cache.keep(path, COMPILER, body, dump_problems(problems))
        return bank, problems

    def _find(self, key: str) -> tuple[Bank, str]:
        """The bank and the question's id behind a card's key."""
        bank, _, question = key.removeprefix("bank:").partition("/")
        return self._banks[bank], question


def bank_files(place: Path) -> list[Path]:
    """The bank files at `place`: itself, or all in the folder and below, in order."""
    if not place.is_dir():
        return [place] if place.exists() else []
    return sorted(path for path in place.rglob("*") if path.suffix in _ENDINGS)
