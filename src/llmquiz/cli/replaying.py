"""An item as lines of text with everything that is known of it: what is right, each reason, the source. Pure."""

from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.responses import Option
from llmquiz.trainer.records import answers
from llmquiz.tui import wording
from llmquiz.tui.speech import _


def item_lines(item: Item) -> Iterator[str]:
    """The question, its options with their reasons, the answer, why, where that was read, how it is asked."""
    yield item.stem
    yield from (_option(number, option) for number, option in enumerate(item.shown, 1))
    yield ""
    yield f"{_('The answer: ')}{' / '.join(answers(item))}"
    if item.explanation:
        yield item.explanation
    if item.source:
        yield f"{_('Source: ')}{item.source}"
    yield f"{item.card}  {item.form}  {item.lang}  {item.seed}"


def _option(number: int, option: Option) -> str:
    sign = "+" if option.right else "-"
    told = wording.reason(option) if option.because else option.text
    return f"  {sign} {number}. {told}"
