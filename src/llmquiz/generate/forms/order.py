"""Order: four entities to be put into the order of time, size or price. A skill card's form."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.responses import Option, Order
from llmquiz.generate.request import Request

TRAITS = FormTraits("order", (1, 2, 3))


def make(request: Request) -> Item | None:
    """Which comes first, and which after it? Shown in hash order, but never in the right one."""
    prompt = request.prompt
    right = tuple(each.id for each in prompt.members)
    shown = by_rank(prompt.members, lambda each: each.id, *request.seeds)
    if tuple(each.id for each in shown) == right:
        shown.reverse()
    options = tuple(Option(each.id, each.text, True, each.because) for each in shown)
    return request.item(prompt.question, Order(options, right))
