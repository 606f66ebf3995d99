"""Rules over the whole corpus (C24 to C28): no blind strategy may beat guessing by more than five points.

They bound the size of an effect over all items with the same number of options; a tie counts as a shared win.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from llmquiz.core.items import Item
from llmquiz.core.predicates import ValueOf
from llmquiz.core.responses import One
from llmquiz.core.rules.e14_order import ascending
from llmquiz.core.text import width

_POINTS = 0.05
_RANK_POINTS = 0.10
_LEAST = 200
"""Fewer items than this say nothing about a share."""
_MODE = 0.40
"""The most that answering with a template's commonest key may win (C27)."""
_CARDS = 8
"""Fewer cards than this are no template whose commonest key could be known."""


@dataclass(slots=True)
class Template:
    """The keys of all cards that ask one thing (an attribute's value), by card."""

    keys: dict[str, str] = field(default_factory=dict)

    @property
    def mode_share(self) -> float:
        """How many cards the commonest key answers."""
        return max(Counter(self.keys.values()).values()) / len(self.keys)


@dataclass(slots=True)
class Tally:
    """Counts over the items with `options` options in one language."""

    options: int
    items: int = 0
    positions: Counter[int] = field(default_factory=Counter)
    ranked: int = 0
    ranks: Counter[int] = field(default_factory=Counter)
    worded: int = 0
    longest: float = 0.0
    shortest: float = 0.0

    def add_all(self, other: "Tally") -> None:
        """Count what another tally of the same kind has counted."""
        self.items += other.items
        self.positions += other.positions
        self.ranked += other.ranked
        self.ranks += other.ranks
        self.worded += other.worded
        self.longest += other.longest
        self.shortest += other.shortest


class Corpus:
    """Collects items; says which shares are out of bounds."""

    def __init__(self) -> None:
        self.tallies: dict[tuple[str, int], Tally] = {}
        self.templates: dict[tuple[str, str], Template] = {}
        self._choices: dict[tuple[str, int], list[tuple[tuple[str, ...], int]]] = {}

    def add(self, item: Item) -> None:
        """Count one item. True/false has its options in a fixed order and is no choice among texts."""
        count = len(item.options)
        if not isinstance(item.response, One) or count < 3:
            return
        tally = self.tallies.setdefault((item.lang, count), Tally(count))
        place = next(place for place, option in enumerate(item.options) if option.right)
        tally.items += 1
        texts = tuple(option.text for option in item.options)
        if item.seed == 0:  # once a card: its key is in each of its items, and met often for that alone
            self._choices.setdefault((item.lang, count), []).append((texts, place))
        if isinstance(item.predicate, ValueOf):
            template = self.templates.setdefault((item.predicate.attribute, item.lang), Template())
            template.keys[item.card] = texts[place]
        if all(ascending(option.text) is not None for option in item.options):
            tally.ranked += 1
            tally.ranks[place] += 1
        else:
            tally.positions[place] += 1
            tally.worded += 1
            widths = [width(option.text) for option in item.options]
            tally.longest += _share(widths, place, max)
            tally.shortest += _share(widths, place, min)

    def add_all(self, other: "Corpus") -> None:
        """Count the items of another corpus, too."""
        for (lang, count), tally in other.tallies.items():
            self.tallies.setdefault((lang, count), Tally(count)).add_all(tally)
        for name, template in other.templates.items():
            self.templates.setdefault(name, Template()).keys.update(template.keys)
        for kind, choices in other._choices.items():
            self._choices.setdefault(kind, []).extend(choices)

    def findings(self) -> Iterator[tuple[str, str]]:
        """Every share that is out of bounds, by rule."""
        yield from self._guesses()
        for lang, count in sorted(self._choices):
            yield from self._familiar(lang, count)
        for (lang, count), tally in sorted(self.tallies.items()):
            where = f"{lang}, {count} options"
            yield from _uneven("C24", f"key position ({where})", tally.positions, tally.worded, count, _POINTS)
            yield from _uneven(
                "C25", f"key rank among numbers ({where})", tally.ranks, tally.ranked, count, _RANK_POINTS
            )
            for name, wins in (("longest", tally.longest), ("shortest", tally.shortest)):
                yield from _uneven(
                    "C26", f"key is the {name} ({where})", {0: wins}, tally.worded, count, _POINTS, two_sided=False
                )

    def _guesses(self) -> Iterator[tuple[str, str]]:
        """C27: answering every question of a template with its commonest key."""
        for (attribute, lang), template in sorted(self.templates.items()):
            if len(template.keys) >= _CARDS and template.mode_share > _MODE:
                yield (
                    "C27",
                    f"the commonest value of {attribute} ({lang}) answers {template.mode_share:.0%} of its cards.",
                )

    def _familiar(self, lang: str, count: int) -> Iterator[tuple[str, str]]:
        """C28: picking the option that one has met most often, as key or not (the most famous name)."""
        choices = self._choices[lang, count]
        met = Counter(text for texts, _ in choices for text in texts)
        wins = sum(_share([met[text] for text in texts], place, max) for texts, place in choices)
        what = f"key is the most familiar option ({lang}, {count} options)"
        yield from _uneven("C28", what, {0: wins}, len(choices), count, _POINTS, two_sided=False)


def _share(values: list[int], place: int, extreme: Callable[[list[int]], int]) -> float:
    """How often picking the extreme would have hit the key: 1, a share of a tie, or 0."""
    best = extreme(values)
    return 1 / values.count(best) if values[place] == best else 0.0


def _uneven(
    rule: str,
    what: str,
    wins: Mapping[int, float],
    items: int,
    count: int,
    points: float,
    *,
    two_sided: bool = True,
) -> Iterator[tuple[str, str]]:
    if items < _LEAST:
        return
    for place in range(count) if two_sided else (0,):
        share = wins.get(place, 0.0) / items
        off = abs(share - 1 / count) if two_sided else share - 1 / count
        if off > points:
            name = f" {place + 1}" if two_sided else ""
            yield rule, f"{what}{name}: {share:.1%} of {items} items, expected {1 / count:.1%} within {points:.0%}."
