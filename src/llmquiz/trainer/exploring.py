"""Exploring: the knowledge itself as tables, pages, a timeline and a plot, and which cards ask about what is seen.

Everything is in one content language and nothing is logged. Archive facts are here as all others.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from llmquiz.core.text import run_together
from llmquiz.library.library import Library
from llmquiz.trainer import paging, plotting, tabling
from llmquiz.trainer.cells import Cells
from llmquiz.trainer.explored import Page, Plot, Table


class Explorer:
    """One library in one language."""

    def __init__(self, library: Library, lang: str) -> None:
        self.lang = lang
        self._library, self._cells = library, Cells(library, lang)
        self.table = lru_cache(maxsize=None)(self._table)
        """A table by its id: a kind of entity, `concepts` or `timeline`. Raises KeyError for another."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The ids of all tables: a kind each, the most numerous first, then concepts and the timeline."""
        counts = {kind.id: 0 for kind in tabling.kinds(self._cells)}
        for entity in self._cells.catalogue.entities.values():
            counts[entity.kind] += 1
        return (*sorted(counts, key=lambda kind: -counts[kind]), tabling.CONCEPTS, tabling.TIMELINE)

    def page(self, subject: str) -> Page:
        """The page of an entity or a concept. Raises KeyError for what there is not."""
        kind, _, name = subject.partition(":")
        if kind == "entity":
            return paging.entity_page(self._cells, self._cells.catalogue.entities[name])
        return paging.sheet_page(self._cells, self._cells.knowledge.sheets[name])

    def plot(self, across: str = "", up: str = "") -> Plot | None:
        """Two measures against each other; by default the price of calls against what it shares the most with."""
        return plotting.plot(self._cells, across, up)

    def next_plot(self, shown: Plot, *, across: bool) -> Plot | None:
        """The plot with the next measure on one of its axes."""
        return plotting.following(self._cells, shown, across=across)

    def cards(self, *subjects: str) -> tuple[str, ...]:
        """The cards that ask about any of these, in teaching order: what "quiz me on this" asks."""
        wanted = frozenset(subjects)
        return tuple(card.key for card in self._library.cards if card.forms and card.kin & wanted)

    def cards_in(self, attributes: Iterable[str], entities: Iterable[str]) -> tuple[str, ...]:
        """The cards that ask for some attributes of some entities, both as subjects: a column of a table."""
        columns, rows = frozenset(attributes), frozenset(entities)
        cards = self._library.cards
        return tuple(card.key for card in cards if card.forms and card.kin & columns and card.kin & rows)

    def find(self, name: str) -> tuple[str, ...]:
        """The subjects called `name`, in any language, by id or alias, with or without its spaces and hyphens."""
        wanted = run_together(name)
        return tuple(dict.fromkeys(subject for subject, names in self._named() if wanted in map(run_together, names)))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name there is, for hints."""
        return tuple(name for _, names in self._named() for name in names)

    def _named(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for table in (*self.tables[:-2], tabling.CONCEPTS):
            for row in self.table(table).rows:
                yield row.subject, (row.subject.partition(":")[2], row.name, *row.names)

    def _table(self, name: str) -> Table:
        if name == tabling.CONCEPTS:
            return tabling.concept_table(self._cells)
        if name == tabling.TIMELINE:
            return tabling.timeline(self._cells)
        return tabling.kind_table(self._cells, {kind.id: kind for kind in tabling.kinds(self._cells)}[name])
