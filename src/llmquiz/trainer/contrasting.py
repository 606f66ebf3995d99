"""What is mixed up, with the names and pages of both things, and the cards that tell them apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from llmquiz.core.cards import Card, kind_of
from llmquiz.library.library import Library
from llmquiz.study.confusions import Confusion, Thing

_ENTITY, _SHEET, _VALUE, _POINT = "entity", "sheet", "value", "point"
_ATTRIBUTE, _ANSWER = "attribute:", "answer:"


@dataclass(frozen=True, slots=True)
class Named:
    """One of two things, in the language that is spoken."""

    name: str
    page: str = ""
    """The subject of its page; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that are mixed up."""

    one: Named
    other: Named
    confusion: Confusion

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages there are."""
        return tuple(dict.fromkeys(named.page for named in (self.one, self.other) if named.page))


class Contrasts:
    """Reads pairs in one library and one language."""

    def __init__(self, library: Library, lang: str) -> None:
        self._library, self._lang = library, lang
        self._knowledge = library.generator.knowledge

    def pair(self, confusion: Confusion) -> Pair:
        """The pair by its names; what the library knows no longer keeps the words it was shown in."""
        one, other = (self._named(thing) for thing in confusion.things)
        return Pair(one, other, confusion)

    def cards(self, pair: Pair) -> Mapping[str, tuple[str, ...]]:
        """The cards that tell both apart, those where it happened first, each with the wrong options that do it."""
        found: dict[str, tuple[str, ...]] = {}
        for key in pair.confusion.cards:
            if self._library.card(key) is not None:
                found[key] = self._drawn(key, {thing.subject for thing in pair.confusion.things}, "")
        if len(pair.pages) > 1:
            found |= {key: rivals for key, rivals in self._telling(*pair.pages) if key not in found}
        return found

    def _telling(self, one: str, other: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Cards about either that can be asked with the other among the options, or that are about the difference."""
        answers = self._answers({one, other})
        for card in self._library.cards:
            if card.forms and kind_of(card.key) in ("fact", "concept") and len(card.kin & {one, other}) == 1:
                rival = other if one in card.kin else one
                rivals = self._drawn(card.key, {rival}, answers.get((rival, _attribute(card)), ""))
                if rivals or self._contrasts(card, rival):
                    yield card.key, rivals

    def _drawn(self, key: str, subjects: set[str], value: str) -> tuple[str, ...]:
        """Those wrong options of a card that are one of the subjects, or the value."""
        wanted = {subject.partition(":")[2].rpartition("/")[2] for subject in subjects} | {value}
        drawn = self._library.generator.drawn_from(key, self._lang) if kind_of(key) != "bank" else ()
        return tuple(name for name in drawn if name in wanted)

    def _answers(self, subjects: set[str]) -> dict[tuple[str, str], str]:
        """The value of each attribute of some entities, as the kin of their cards have it."""
        return {
            (subject, _attribute(card)): name.removeprefix(_ANSWER)
            for card in self._library.cards
            for subject in card.kin & subjects
            for name in card.kin
            if name.startswith(_ANSWER)
        }

    def _contrasts(self, card: Card, rival: str) -> bool:
        """Whether the card asks for the difference between its sheet and the other."""
        sheet, _, element = card.key.partition(":")[2].partition("/")
        known = self._knowledge.sheets.get(sheet)
        declared = known.elements.get(element) if known is not None else None
        return declared is not None and bool(declared.against) and f"{_SHEET}:{declared.against}" == rival

    def _named(self, thing: Thing) -> Named:
        kind, _, name = thing.subject.partition(":")
        entities, sheets = self._knowledge.catalogue.entities, self._knowledge.sheets
        if kind == _VALUE:
            attribute, _, name = name.partition("/")
            declared = self._knowledge.catalogue.attributes.get(attribute)
            kind = _ENTITY if declared is not None and declared.values_from else ""
        if kind == _ENTITY and name in entities:
            return Named(entities[name].name.in_language(self._lang), f"{_ENTITY}:{name}")
        if kind == _SHEET and name in sheets:
            return Named(sheets[name].term.in_language(self._lang), f"{_SHEET}:{name}")
        return self._point(thing) if kind == _POINT else Named(thing.text)

    def _point(self, thing: Thing) -> Named:
        """An answer or a wrong option of a sheet."""
        about, place, name = thing.subject.partition(":")[2].split("/")
        sheet = self._knowledge.sheets.get(about)
        element = sheet.elements.get(place) if sheet is not None else None
        if element is None:
            return Named(thing.text, f"{_SHEET}:{about}" if sheet is not None else "")
        said = {wrong.id: wrong.text for wrong in element.wrong} | {element.id: element.answer}
        return Named(said[name].in_language(self._lang) if name in said else thing.text, f"{_SHEET}:{about}")


def _attribute(card: Card) -> str:
    return next((name for name in card.kin if name.startswith(_ATTRIBUTE)), "")
