"""The hand-written half of the library: banks on the shelves of their topics; a broken one leaves the others alone."""

from collections.abc import Callable, Iterable, Set
from pathlib import Path

from llmquiz.banks.contents import Contents, Entry, contents_cards, entry_traits
from llmquiz.banks.items import bank_item
from llmquiz.banks.records import PackedBank
from llmquiz.core.cards import Card
from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.problems import Place, Problem
from llmquiz.core.text import Text
from llmquiz.core.wordings import worded
from llmquiz.library.bank_files import BankFiles, bank_files
from llmquiz.library.cache import Cache
from llmquiz.library.standing import misplaced

_SEVERAL = 2


class Shelves:
    """The banks of several folders, in the order of their paths."""

    def __init__(
        self,
        places: Iterable[Path],
        cache: Cache,
        order_from: int,
        topics: Set[str],
        advance: Callable[[float], None] = lambda _: None,
    ) -> None:
        """`places`: bank files and folders of them. `topics`: those shelves exist. `advance`: see Library."""
        self.paths = tuple(dict.fromkeys(path for place in places for path in bank_files(place)))
        self.topics: dict[str, Text] = {}
        """The shelves that banks bring along: each bank without a known topic stands on its own."""
        self._files = BankFiles(cache)
        self._homes: dict[str, Path] = {}
        """The file of each bank."""
        self._entries: dict[str, Entry] = {}
        """By the keys of cards."""
        cards: list[Card] = []
        problems: list[Problem] = []
        for path, contents, faults in self._files.listed(self.paths, advance):
            problems += faults
            if contents is not None:
                problems += self._misfits(contents, path, topics)
            if contents is not None and contents.bank not in self._homes:
                cards += self._added(contents, path, topics, order_from + len(cards))
        self.cards, self.problems = tuple(cards), tuple(problems)

    def forms(self, key: str) -> tuple[FormTraits, ...]:
        """The one way in which a question is asked."""
        return (entry_traits(self._entries[key]),)

    def item(self, key: str, lang: str, seed: int) -> Item | None:
        """A question as an item; None when its file has changed and holds it no longer."""
        bank, _, question_id = key.removeprefix("bank:").partition("/")

        def asked(opened: PackedBank) -> Item | None:
            question = opened.question(question_id) if opened.head.id == bank else None
            return bank_item(opened.head, question, lang, seed) if question is not None else None

        return self._files.told(self._homes[bank], asked)

    def place(self, key: str) -> Place:
        """Where a question stands in its file."""
        from llmquiz.library.placing import place_in  # yaml: only when somebody wants to look

        return place_in(self._homes[key.removeprefix("bank:").partition("/")[0]], key)

    def languages(self, key: str) -> tuple[str, ...]:
        """The languages a question is written in; none: it serves every language."""
        return tuple(self._entries[key].languages)

    def is_translated(self, key: str) -> bool:
        """Whether a question is written in several languages; else its title says it, and its bank stays closed."""
        return len(self._entries[key].languages) >= _SEVERAL

    def stem(self, key: str, lang: str) -> str:
        """What a question asks, in a language."""
        bank, _, question_id = key.removeprefix("bank:").partition("/")
        stem = self._files.told(self._homes[bank], lambda opened: opened.stem(question_id))
        return stem.in_language(lang) if stem is not None else ""

    def _misfits(self, contents: Contents, path: Path, topics: Set[str]) -> tuple[Problem, ...]:
        """What is wrong with a bank beside others and the topics."""
        if contents.bank not in self._homes:
            return misplaced(contents, path, topics)
        problem = Problem(
            Place(str(path), *contents.id_at),
            "duplicate-bank",
            worded("There is another bank `{bank}`; this one is left out.", bank=contents.bank),
            worded("Give one of the two another id."),
        )
        return (problem,)

    def _added(self, contents: Contents, path: Path, topics: Set[str], order_from: int) -> tuple[Card, ...]:
        self._homes[contents.bank] = path
        if contents.topic not in topics:
            self.topics.setdefault(contents.topic, contents.title)
        cards = tuple(contents_cards(contents, order_from))
        self._entries.update((card.key, entry) for card, entry in zip(cards, contents.entries, strict=True))
        return cards
