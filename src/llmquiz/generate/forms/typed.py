"""Typed: the question alone, answered in words; aliases in any language count."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("typed", (2, 3))


def make(request: Request) -> Item | None:
    """The answer in words."""
    typed = request.prompt.typed
    return None if typed is None else request.item(request.prompt.question, typed)
