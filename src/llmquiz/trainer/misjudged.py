"""Which options deserve a word after an answer: those that were taken for right or passed over, with what is new.

A reason that the explanation, or another option, gives already is not given again.
"""

from collections.abc import Iterator

from llmquiz.core.answers import Chosen, Matched
from llmquiz.core.items import Item
from llmquiz.core.responses import Match, Option
from llmquiz.trainer.views import FeedbackView

_TRUE_FALSE = 2
"""Options, where "True: ..." before the reason would read as its opposite."""


def misjudged(view: FeedbackView) -> tuple[Option, ...]:
    """The options to explain, the wrong ones that were chosen first."""
    said = [view.question.item.explanation]
    kept = []
    for option in _candidates(view):
        if option.because and not any(option.because in words for words in said):
            said.append(option.because)
            kept.append(option)
    return tuple(kept)


def names_its_option(item: Item, option: Option) -> bool:
    """Whether the text of an option belongs before its reason, which does not say it itself."""
    return len(item.shown) > _TRUE_FALSE and option.text not in option.because


def _candidates(view: FeedbackView) -> Iterator[Option]:
    item, answer = view.question.item, view.answer
    if isinstance(answer, Matched) and isinstance(item.response, Match):
        right = frozenset(item.response.pairs)
        mistaken = {left for left, partner in answer.pairs if (left, partner) not in right}
        yield from (left for left in item.response.left if left.id in mistaken)
    elif isinstance(answer, Chosen):
        chosen = frozenset(answer.options)
        yield from (option for option in item.options if not option.right and option.id in chosen)
        if sum(option.right for option in item.options) > 1:
            yield from (option for option in item.options if option.right and option.id not in chosen)
