"""Explain aloud: tell it as to a friend, then tick what was said and rate the memory."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.responses import SelfRate
from llmquiz.generate.request import Request

TRAITS = FormTraits("explain", (3,))
_FEWEST = 2


def make(request: Request) -> Item | None:
    """The strongest memories are asked for more than a word."""
    aloud = request.prompt.aloud
    if aloud is None or len(aloud.points) < _FEWEST:
        return None
    return request.item(aloud.task, SelfRate(aloud.definition, aloud.points))
