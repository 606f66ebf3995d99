"""Every name there is in one body of knowledge: what a typing error must not be nearer to than to the right answer.

One tuple for all items, the names of their own answers among them: grading passes over those.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from llmquiz.core.text import Text
from llmquiz.generate.showing import spellings, typeable
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.sheets import Element, Sheet


class Vocabulary:
    """Collected when the first typed answer is made: the first screen asks for none."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Of sheets, of what is typed or stands beside it, of entities and of declared values, in every language."""
        catalogue, sheets = self._knowledge.catalogue, self._knowledge.sheets.values()
        values = (value for attribute in catalogue.attributes.values() for value in attribute.values)
        declared = (*map(spellings, catalogue.entities.values()), *map(spellings, values))
        return tuple(dict.fromkeys(chain(*map(_of_sheet, sheets), *declared)))


def names_of(sheet: Sheet) -> tuple[str, ...]:
    """The sheet's term and every other name of it, once each."""
    return tuple(dict.fromkeys((*_every(sheet.term), *sheet.aliases.everywhere())))


def _of_sheet(sheet: Sheet) -> Iterator[str]:
    yield from names_of(sheet)
    for element in sheet.elements.values():
        if element.typed:
            yield from filter(typeable, _of_element(element))


def _of_element(element: Element) -> Iterator[str]:
    yield from _every(element.answer)
    yield from element.accept.everywhere()
    for wrong in element.wrong:
        yield from _every(wrong.text)


def _every(text: Text) -> tuple[str, ...]:
    return tuple(words for _, words in text.by_language)
