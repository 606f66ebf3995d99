"""Choice with four options, the wrong ones as close to the key as the knowledge has them."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("choice-4", (1,), options=4)


def make(request: Request) -> Item | None:
    """Which of four?"""
    return request.choice(TRAITS.options, hard=True)
