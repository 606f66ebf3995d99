"""Rules over the whole corpus. C24 to C28: no blind strategy may beat guessing by more than five points.

These bound the size of an effect over all items with the same number of options; a tie counts as a shared win. Cards
are counted, not seeds: a card asked twenty times has one key. Where they are few, the bound is as wide as chance.
C30 is not of shares: what is typed for one card is no misspelt answer to another (`typed_answers.py`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt

from llmquiz.core.items import Item
from llmquiz.core.marking import N_
from llmquiz.core.predicates import ValueOf
from llmquiz.core.responses import One
from llmquiz.core.rules.e14_order import ascending
from llmquiz.core.text import width
from llmquiz.core.wordings import Wording, worded
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.typed_answers import TypedAnswers

_POINTS = 0.05
_RANK_POINTS = 0.10
_LEAST = 60
"""Fewer cards than this say nothing about a share."""
_CHANCE = 3
"""How many standard deviations a share of so many cards may be off by chance alone."""
_MODE = 0.40
"""The most that answering with a template's commonest key may win (C27)."""
_CARDS = 8
"""Fewer cards than this are no template whose commonest key could be known."""
_LONGEST = N_("key is the longest ({lang}, {count} options)")
_SHORTEST = N_("key is the shortest ({lang}, {count} options)")
_COMMONEST = N_("the commonest value of {attribute} ({lang}) answers {share:.0%} of its cards.")
_UNEVEN = N_("{what}: {share:.1%} of {items} items of {cards} cards, expected {even:.1%} within {bound:.1%}.")


@dataclass(slots=True)
class Template:
    """The keys of all cards that ask one thing (an attribute's value), by card."""

    keys: dict[str, str] = field(default_factory=dict)

    @property
    def mode_share(self) -> float:
        """How many cards the commonest key answers."""
        return max(Counter(self.keys.values()).values()) / len(self.keys)


@dataclass(slots=True)
class Sample:
    """What a share is of: items, and the cards they ask, which alone are independent of each other."""

    items: int = 0
    cards: set[str] = field(default_factory=set)

    def add(self, item: Item) -> None:
        """Count one item."""
        self.items += 1
        self.cards.add(item.card)

    def add_all(self, other: "Sample") -> None:
        """Count what another sample has counted."""
        self.items += other.items
        self.cards |= other.cards

    def by_chance(self, share: float) -> float:
        """How far off `share` so many cards may lie by chance; all of it, where they are too few to say anything."""
        few = len(self.cards) < _LEAST
        return 1.0 if few else _CHANCE * sqrt(share * (1 - share) / len(self.cards))


@dataclass(slots=True)
class Tally:
    """Counts over the items with `options` options in one language."""

    options: int
    positions: Counter[int] = field(default_factory=Counter)
    ranked: Sample = field(default_factory=Sample)
    ranks: Counter[int] = field(default_factory=Counter)
    worded: Sample = field(default_factory=Sample)
    longest: float = 0.0
    shortest: float = 0.0

    def add_all(self, other: "Tally") -> None:
        """Count what another tally of the same kind has counted."""
        self.positions += other.positions
        self.ranked.add_all(other.ranked)
        self.ranks += other.ranks
        self.worded.add_all(other.worded)
        self.longest += other.longest
        self.shortest += other.shortest


@dataclass(slots=True)
class Choices:
    """What is shown together, and which of it is right."""

    sample: Sample = field(default_factory=Sample)
    shown: list[tuple[tuple[str, ...], int]] = field(default_factory=list)

    def add(self, item: Item, texts: tuple[str, ...], place: int) -> None:
        """Count one item."""
        self.sample.add(item)
        self.shown.append((texts, place))

    def add_all(self, other: "Choices") -> None:
        """Count what others have counted."""
        self.sample.add_all(other.sample)
        self.shown.extend(other.shown)


class Corpus:
    """Collects items; says which shares are out of bounds, and which answers are taken for each other."""

    def __init__(self) -> None:
        self.tallies: dict[tuple[str, int], Tally] = {}
        self.templates: dict[tuple[str, str], Template] = {}
        self._choices: dict[tuple[str, int], Choices] = {}
        self._typed = TypedAnswers()

    def add(self, item: Item) -> None:
        """Count one item. True/false has its options in a fixed order and is no choice among texts."""
        if item.seed == 0:  # no seed varies what counts
            self._typed.add(item)
        count = len(item.options)
        if not isinstance(item.response, One) or count < 3:
            return
        tally = self.tallies.setdefault((item.lang, count), Tally(count))
        place = next(place for place, option in enumerate(item.options) if option.right)
        texts = tuple(option.text for option in item.options)
        if item.seed == 0:  # once a card: its key is in each of its items, and met often for that alone
            self._choices.setdefault((item.lang, count), Choices()).add(item, texts, place)
        if isinstance(item.predicate, ValueOf):
            template = self.templates.setdefault((item.predicate.attribute, item.lang), Template())
            template.keys[item.card] = texts[place]
        if all(ascending(option.text) is not None for option in item.options):
            tally.ranked.add(item)
            tally.ranks[place] += 1
        else:
            tally.positions[place] += 1
            tally.worded.add(item)
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
            self._choices.setdefault(kind, Choices()).add_all(choices)
        self._typed.add_all(other._typed)

    def findings(self) -> Iterator[Finding]:
        """Every share that is out of bounds, and every answer that is taken for another, by rule."""
        yield from self._guesses()
        for lang, count in sorted(self._choices):
            yield from self._familiar(lang, count)
        for (lang, count), tally in sorted(self.tallies.items()):
            what = worded("key position ({lang}, {count} options)", lang=lang, count=count)
            yield from _uneven("C24", what, tally.positions, tally.worded, count, _POINTS)
            what = worded("key rank among numbers ({lang}, {count} options)", lang=lang, count=count)
            yield from _uneven("C25", what, tally.ranks, tally.ranked, count, _RANK_POINTS)
            for template, wins in ((_LONGEST, tally.longest), (_SHORTEST, tally.shortest)):
                what = worded(template, lang=lang, count=count)
                yield from _uneven("C26", what, {0: wins}, tally.worded, count, _POINTS, two_sided=False)
        yield from self._typed.findings()

    def _guesses(self) -> Iterator[Finding]:
        """C27: answering every question of a template with its commonest key."""
        for (attribute, lang), template in sorted(self.templates.items()):
            if len(template.keys) >= _CARDS and (share := template.mode_share) > _MODE:
                yield "C27", worded(_COMMONEST, attribute=attribute, lang=lang, share=share)

    def _familiar(self, lang: str, count: int) -> Iterator[Finding]:
        """C28: picking the option that one has met most often, as key or not (the most famous name)."""
        choices = self._choices[lang, count]
        met = Counter(text for texts, _ in choices.shown for text in texts)
        wins = sum(_share([met[text] for text in texts], place, max) for texts, place in choices.shown)
        what = worded("key is the most familiar option ({lang}, {count} options)", lang=lang, count=count)
        yield from _uneven("C28", what, {0: wins}, choices.sample, count, _POINTS, two_sided=False)


def _share(values: list[int], place: int, extreme: Callable[[list[int]], int]) -> float:
    """How often picking the extreme would have hit the key: 1, a share of a tie, or 0."""
    best = extreme(values)
    return 1 / values.count(best) if values[place] == best else 0.0


def _uneven(
    rule: str,
    what: Wording,
    wins: Mapping[int, float],
    sample: Sample,
    count: int,
    points: float,
    *,
    two_sided: bool = True,
) -> Iterator[Finding]:
    """What wins more (or, two-sided, less) often than one in `count`, by more than `points` and more than chance."""
    even = 1 / count
    bound = max(points, sample.by_chance(even))
    for place in range(count) if two_sided else (0,):
        share = wins.get(place, 0.0) / max(1, sample.items)
        off = abs(share - even) if two_sided else share - even
        if off > bound:
            named = worded("{what} {place}", what=what, place=place + 1) if two_sided else what
            of = {"items": sample.items, "cards": len(sample.cards)}
            yield rule, worded(_UNEVEN, what=named, share=share, even=even, bound=bound, **of)
