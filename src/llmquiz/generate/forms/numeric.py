"""Numeric: the question alone, answered with a number within the attribute's tolerance."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("numeric", (2, 3))


def make(request: Request) -> Item | None:
    """The answer as a number."""
    number = request.prompt.number
    return None if number is None else request.item(request.prompt.question, number)
