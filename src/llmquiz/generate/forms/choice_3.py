"""Choice with three options: the first question after a lesson, with wrong options that lie far from the key."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("choice-3", (0,), options=3)


def make(request: Request) -> Item | None:
    """Which of three?"""
    return request.choice(TRAITS.options, hard=False)
