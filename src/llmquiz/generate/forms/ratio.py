"""Ratio: how many times as much? What lasts when the figures themselves have aged. A skill card's form."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("ratio", (0, 1, 2, 3), options=4)


def make(request: Request) -> Item | None:
    """How many times as much? The wrong options are ratios of other pairs."""
    return request.choice(TRAITS.options, hard=True)
