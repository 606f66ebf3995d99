"""Cost of a call: arithmetic with two prices, with fresh numbers each time. A skill card's form."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("cost", (0, 1, 2, 3), options=4)


def make(request: Request) -> Item | None:
    """What does it cost? The wrong options are what the usual mistakes come to."""
    return request.choice(TRAITS.options, hard=True)
