"""Explain aloud: tell it as to a friend, then tick what was said and rate the memory."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.responses import SelfRate
from llmquiz.generate.request import Request

TRAITS = FormTraits("explain", (3,))
_FEWEST = 2


def make(request: Request) -> Item | None:
    """The strongest memories are asked for more than a word."""
    prompt = request.prompt
    if not prompt.topic_word or len(prompt.checklist) < _FEWEST:
        return None
    stem = request.language.frame("explain", term=prompt.topic_word)
    return request.item(stem, SelfRate(prompt.explanation, prompt.checklist))
