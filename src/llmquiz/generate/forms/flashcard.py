"""Flashcard: the learner says the answer, looks, and rates the memory."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.responses import SelfRate
from llmquiz.generate.request import Request

TRAITS = FormTraits("flashcard", (2, 3))


def make(request: Request) -> Item | None:
    """Front and back. Only for what cannot fairly be typed: a machine's judgement is worth more than one's own."""
    front, back = request.prompt.card_sides
    return request.item(front, SelfRate(back)) if front and back else None
