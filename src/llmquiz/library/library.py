"""The library: every card there is, and the way from a card to its items and lesson, whoever wrote it."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from llmquiz.core.cards import Card, kind_of
from llmquiz.core.forms import FormTraits
from llmquiz.core.hints import Clue, stages
from llmquiz.core.items import Item, Lesson
from llmquiz.core.pictures import Picture
from llmquiz.core.problems import Place, Problem
from llmquiz.core.text import Text, plain_each
from llmquiz.library.cache import Cache, NoCache
from llmquiz.library.knowing import Knowing
from llmquiz.library.shelves import Shelves

if TYPE_CHECKING:  # the first screen does without
    from llmquiz.generate.generator import Generator

_GENERATED = frozenset({"fact", "concept", "skill"})


class Library:
    """Cards in teaching order: what is generated first, then each bank."""

    def __init__(
        self,
        questions: Path,
        banks: Iterable[Path],
        today: date,
        cache: Cache | None = None,
        advance: Callable[[float], None] = lambda _: None,
    ) -> None:
        """`questions`: a folder of knowledge files. `banks`: bank files, or folders of them.

        `advance` is told how far (0 to 1) what is new or changed is compiled: the knowledge first, then the banks.
        """
        cache = cache or NoCache()
        self._knowing = Knowing(questions, cache, today, advance)
        self._shelves = Shelves(banks, cache, len(self._knowing.cards), frozenset(self._knowing.topics), advance)
        cache.forget_others((*self._knowing.paths, *self._shelves.paths))
        self._cards = {card.key: card for card in (*self._knowing.cards, *self._shelves.cards)}
        self.topics: dict[str, Text] = {**self._knowing.topics, **self._shelves.topics}
        """Every topic by id: the shipped ones in teaching order, then those of banks."""
        self.languages: dict[str, str] = self._knowing.languages
        """The content languages by id, with the names they call themselves."""
        self.renames: dict[str, str] = self._knowing.renames
        """The new key of cards by each key they had before."""
        self.problems: tuple[Problem, ...] = (*self._knowing.problems, *self._shelves.problems)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card in teaching order, dormant ones included."""
        return tuple(self._cards.values())

    def card(self, key: str) -> Card | None:
        """The card with this key; None when the library has it no longer."""
        return self._cards.get(key)

    def named(self, key: str, lang: str) -> tuple[str, str]:
        """What a card is about, and its question, in the language."""
        card = self._cards[key]
        if kind_of(key) in _GENERATED:
            title, stem = self._knowing.names[key][lang]
            return title, stem
        stem = self._shelves.stem(key, lang) if self._shelves.is_translated(key) else card.title
        return stem, stem

    @cached_property
    def searched(self) -> list[str]:
        """What each card is found by, folded, in the order of the cards: titles, questions, tags, in every language."""
        return plain_each(self._wordings())

    def forms(self, key: str) -> tuple[FormTraits, ...]:
        """The ways in which a card can be asked."""
        if kind_of(key) in _GENERATED:
            from llmquiz.generate.forms import FORMS

            return tuple(FORMS[form].traits for form in self._cards[key].forms if form in FORMS)
        return self._shelves.forms(key)

    def item(
        self,
        key: str,
        form: str,
        lang: str,
        seed: int,
        known: Container[str] | None = None,
        preferred: Container[str] = (),
    ) -> Item | None:
        """The item of a card; None where no sound one exists.

        `known`: the entities a skill may draw from. `preferred`: the ids of wrong options that come before others.
        """
        if kind_of(key) in _GENERATED:
            made = self.generator.item(key, form, lang, seed, known, preferred)
            return made if isinstance(made, Item) else None
        return self._shelves.item(key, lang, seed)

    def lesson(self, key: str, lang: str) -> Lesson | None:
        """What is taught before the card is asked for the first time; None for skills and banks."""
        return self.generator.lesson(key, lang) if kind_of(key) in _GENERATED else None

    def picture(self, item: Item) -> Picture | None:
        """The item's fact among its like; None for what no picture helps."""
        return self.generator.picture(item) if kind_of(item.card) in _GENERATED else None

    def hints(self, item: Item) -> tuple[Clue, ...]:
        """The hints of an item, the gentle one before the strong one; none where there is nothing to give."""
        return stages(item, self.generator.hint(item) if kind_of(item.card) in _GENERATED else None)

    def place(self, key: str) -> Place | None:
        """Where a card stands in the file it comes from; None where none holds it any more."""
        return self._knowing.place(key) if kind_of(key) in _GENERATED else self._shelves.place(key)

    def changed_since(self, key: str) -> str:
        """Until when an earlier value of the card's fact held; empty where none is declared."""
        return self.generator.changed_since(key) if kind_of(key) in _GENERATED else ""

    @property
    def generator(self) -> "Generator":
        """The generator behind the generated cards."""
        return self._knowing.generator

    def _wordings(self) -> Iterator[str]:
        names, shelves = self._knowing.names, self._shelves
        for card in self._cards.values():
            own = names.get(card.key)
            if own is not None:
                yield " ".join((*(text for name in own.values() for text in name), *card.tags))
            elif shelves.is_translated(card.key):
                yield " ".join((*(shelves.stem(card.key, lang) for lang in self.languages), *card.tags))
            else:
                yield " ".join((card.title, *card.tags))
