"""The generated half of the library: knowledge files, compiled to cards once, to a generator when an item is wanted."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from llmquiz import __version__
from llmquiz.core.cards import Card
from llmquiz.core.hashing import digest
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.text import Text
from llmquiz.knowledge.bodies import COMPILER, Body
from llmquiz.knowledge.gathering import Found, Knowledge, gather
from llmquiz.library.cache import MISFITS, Cache
from llmquiz.library.ledger import vanished
from llmquiz.library.plainly import dump_body, dump_cards, dump_problems, load_cards, load_problems

if TYPE_CHECKING:  # the first screen does without
    from llmquiz.generate.generator import Generator

_FOLDERS = ("catalogue", "concepts", "languages", "sources")
_NAME, _NAMES = "knowledge", "names"
_TOPICS = "topics.yaml"

Names = dict[str, dict[str, tuple[str, str]]]
"""Title and question by key and language."""


class Knowing:
    """What one folder of knowledge files holds. Files are read only where the cache does not know them."""

    def __init__(
        self, root: Path, cache: Cache, today: date, advance: Callable[[float], None] = lambda _: None
    ) -> None:
        """`advance` is told how much is done (0 to 1) when everything has to be compiled, which takes seconds."""
        self._root, self._cache, self._today, self._advance = root, cache, today, advance
        self.paths = tuple(_knowledge_files(root))
        self._changed: set[Path] = set()
        """The files that the cache does not know as they are now: no need to ask it again."""

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every card in teaching order, with the forms it is sound in."""
        return tuple(self._compiled["cards"])

    @cached_property
    def topics(self) -> dict[str, Text]:
        """The topics' names in teaching order."""
        return dict(self._told["topics"])

    @cached_property
    def languages(self) -> dict[str, str]:
        """The content languages, each by its own name."""
        return {lang: str(name) for lang, name in self._told["languages"].items()}

    @cached_property
    def renames(self) -> dict[str, str]:
        """The new key of cards by each key they had before."""
        renames: dict[str, str] = self._told["renames"]
        return renames

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files; where nothing is, released keys that are gone.

        A file with errors would lose every key that its broken lines declare, and advice on each would be wrong.
        """
        told: tuple[Problem, ...] = tuple(self._told["problems"])
        return told if any(each.severity is Severity.ERROR for each in told) else (*told, *self._vanished())

    def _vanished(self) -> tuple[Problem, ...]:
        cards = self.cards if self._kept is not None else self.generator.cards  # which need not know their forms
        return vanished(self._root, {*(card.key for card in cards), *self.renames})

    @cached_property
    def names(self) -> Names:
        """What each card is about and its question, by key and language. Kept apart: the first screen needs none."""
        self._compiled  # noqa: B018 -- both are compiled together
        found = self._cache.compiled(_NAMES, self._key())
        try:
            kept = json.loads(found) if found is not None else None
            return _names(self.cards, kept) if kept is not None else self._keep_names(self.cards)
        except MISFITS:
            return self._keep_names(self.cards)

    @cached_property
    def generator(self) -> "Generator":
        """Made when the first item is wanted: the first screen does without."""
        from llmquiz.generate.generator import Generator

        return Generator(self.knowledge, self._today)

    def place(self, key: str) -> Place | None:
        """Where a card stands in its file; None where no file holds it any more."""
        from llmquiz.library.placing import declares, place_in  # yaml: only when somebody wants to look

        home = next((path for path in self.paths if declares(self._read(path)[0], key)), None)
        return place_in(home, key) if home is not None else None

    @cached_property
    def knowledge(self) -> Knowledge:
        """Everything the files say."""
        return self._gathered[0]

    @cached_property
    def _gathered(self) -> tuple[Knowledge, tuple[Problem, ...], tuple[Found, ...]]:
        """The knowledge, what is wrong within files, and what does not fit together."""
        try:
            return self._gather()
        except MISFITS:
            self._changed = set(self.paths)
            return self._gather()

    def _gather(self) -> tuple[Knowledge, tuple[Problem, ...], tuple[Found, ...]]:
        read = {path: self._read(path) for path in self.paths}
        knowledge, found = gather({self._shown(path): body for path, (body, _) in read.items()})
        return knowledge, tuple(problem for _, problems in read.values() for problem in problems), found

    def _misfits(self) -> Iterator[Problem]:
        found = self._gathered[2]
        if found:
            from llmquiz.knowledge.reading import placed  # yaml and pydantic: only for what is wrong

            yield from placed(found, {self._shown(path): path for path in self.paths})

    @cached_property
    def _compiled(self) -> dict[str, Any]:
        """Everything but the knowledge itself: kept from an earlier time, or made now."""
        return self._kept if self._kept is not None else self._compile()

    @cached_property
    def _kept(self) -> dict[str, Any] | None:
        """What was compiled at an earlier time, if it still holds."""
        found = self._cache.compiled(_NAME, self._key())
        try:
            kept = _unpacked(json.loads(found)) if found is not None else None
            return kept if kept is not None and self._today.isoformat() < kept["until"] else None
        except MISFITS:
            return None

    @cached_property
    def _told(self) -> dict[str, Any]:
        """What is compiled but for the cards: which forms are sound is not found out for its sake."""
        return self._kept if self._kept is not None else self._tell()

    def _key(self) -> str:
        """Names the state of all files together."""
        digests = self._digests()
        self._changed = {path for path, known in digests.items() if known is None}
        if self._changed:
            self._gathered  # noqa: B018 -- reading what changed makes every digest known
            digests = self._digests()
        state = [
            __version__,
            COMPILER,
            *(f"{self._shown(path)}={digests[path]}" for path in self.paths),
        ]
        return digest("\n".join(state))

    def _digests(self) -> dict[Path, str | None]:
        return {path: self._cache.fresh(path, COMPILER) for path in self.paths}

    def _compile(self) -> dict[str, Any]:
        cards = list(self._with_forms())
        compiled = self._told | {"cards": cards}
        self._cache.keep_compiled(_NAME, self._key(), json.dumps(_packed(compiled), ensure_ascii=False))
        self._keep_names(cards)
        return compiled

    def _tell(self) -> dict[str, Any]:
        from llmquiz.generate.cards import next_ageing
        from llmquiz.generate.renames import renames

        knowledge, own, _ = self._gathered
        problems = sorted((*own, *self._misfits()), key=lambda problem: problem.place)
        cards = self.generator.cards
        return {
            "until": (next_ageing(knowledge, self._today) or date.max).isoformat(),
            "topics": dict(knowledge.topics),
            "languages": {lang: language.name for lang, language in knowledge.languages.items()},
            "renames": renames(cards, knowledge),
            "problems": problems,
        }

    def _with_forms(self) -> Iterator[Card]:
        cards = self.generator.cards
        for done, card in enumerate(cards):
            self._advance(done / len(cards))
            yield replace(card, forms=self.generator.sound_forms(card.key))
        self._advance(1.0)

    def _keep_names(self, cards: Iterable[Card]) -> Names:
        languages = self.knowledge.languages
        names = {card.key: {lang: self.generator.named(card.key, lang) for lang in languages} for card in cards}
        self._cache.keep_compiled(_NAMES, self._key(), json.dumps(names, ensure_ascii=False))
        return names

    def _read(self, path: Path) -> tuple[Body, tuple[Problem, ...]]:
        stored = None if path in self._changed else self._cache.document(path, COMPILER)
        try:
            if stored is not None:
                return Body(**json.loads(stored.body)), load_problems(stored.problems)
        except MISFITS:
            self._changed.add(path)
        from llmquiz.knowledge.reading import read_body  # yaml and pydantic: only for what changed

        body, problems = read_body(path, self._shown(path))
        self._cache.keep(path, COMPILER, dump_body(body), dump_problems(problems))
        return body, problems

    def _shown(self, path: Path) -> str:
        return f"{self._root.name}/{path.relative_to(self._root).as_posix()}"


def _packed(compiled: dict[str, Any]) -> dict[str, Any]:
    """What was compiled, as plain data."""
    topics = {topic: dict(name.by_language) for topic, name in compiled["topics"].items()}
    cards, problems = dump_cards(compiled["cards"]), dump_problems(compiled["problems"])
    return compiled | {"topics": topics, "cards": cards, "problems": problems}


def _unpacked(kept: dict[str, Any]) -> dict[str, Any]:
    """What `_packed` made `kept` of."""
    topics = {topic: Text.of(name) for topic, name in kept["topics"].items()}
    cards, problems = load_cards(kept["cards"]), load_problems(kept["problems"])
    told = {name: kept[name] for name in ("until", "languages", "renames")}
    return told | {"topics": topics, "cards": cards, "problems": problems}


def _names(cards: Iterable[Card], kept: dict[str, Any]) -> Names:
    return {card.key: {lang: (title, question) for lang, (title, question) in kept[card.key].items()} for card in cards}


def topics_of(root: Path) -> frozenset[str]:
    """The topics that a folder of knowledge declares, from that one file alone."""
    from llmquiz.knowledge.reading import read_body

    body, _ = read_body(root / _TOPICS, _TOPICS)
    return frozenset(gather({_TOPICS: body})[0].topics)


def _knowledge_files(root: Path) -> list[Path]:
    found = [root / _TOPICS]
    for folder in _FOLDERS:
        found += sorted((root / folder).glob("*.yaml"))
    return [path for path in found if path.exists()]
