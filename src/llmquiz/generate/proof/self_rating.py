"""Answers that the learner compares and rates: the shown answer and each point to tick must be what the sheet says."""

from collections.abc import Iterator
from dataclasses import replace

from llmquiz.core.items import Item
from llmquiz.core.predicates import Completes, Names, Stands
from llmquiz.core.responses import SelfRate
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.finding import Finding
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.wordings import squeezed

_FEWEST = 2
"""What is explained aloud has more than one point."""


def check_self_rating(item: Item, judge: Judge) -> Iterator[Finding]:
    """A wrong answer shown here would be learned: nobody grades it."""
    assert isinstance(item.response, SelfRate)
    if not _is_answer(item, item.response.answer, judge):
        yield "E01", worded("`{answer}` cannot be shown to be the answer.", answer=item.response.answer)
    points = item.response.checklist
    if isinstance(item.predicate, Names) and len({squeezed(point) for point in points}) < max(_FEWEST, len(points)):
        yield "E01", worded("There is too little to tick off, or the same thing twice.")
    for point in points:
        if not _stands(item, point, judge):
            yield "E01", worded("The point `{point}` is no statement of the sheet.", point=point)


def _is_answer(item: Item, shown: str, judge: Judge) -> bool:
    """A term is told with its definition; everything else by the answer alone."""
    if not isinstance(item.predicate, Names):
        return judge.truth(item, shown) is True
    words, sheet = judge.words[item.lang], judge.knowledge.sheets[item.predicate.sheet]
    told = words.row(words.term(sheet.id), sheet.definition.in_language(item.lang))
    return squeezed(told) == squeezed(shown)


def _stands(item: Item, point: str, judge: Judge) -> bool:
    if not isinstance(item.predicate, Names | Completes):
        return False
    return judge.truth(replace(item, predicate=Stands(item.predicate.sheet)), point) is True
