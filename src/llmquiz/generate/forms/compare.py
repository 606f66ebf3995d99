"""Compare: the largest or smallest among four entities, drawn anew each time. A skill card's form."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.responses import One, Option
from llmquiz.generate.choosing import shown_in_order
from llmquiz.generate.request import Request

TRAITS = FormTraits("compare", (0, 1, 2, 3), options=4)


def make(request: Request) -> Item | None:
    """Which of these has the most, or the least? The scope came with the prompt: all of it is shown."""
    prompt = request.prompt
    if len(prompt.others) != TRAITS.options - 1:
        return None
    shown = shown_in_order((prompt.key, *prompt.others), request.seeds)
    options = tuple(Option(each.id, each.text, each is prompt.key, each.because) for each in shown)
    return request.item(prompt.question, One(options))
