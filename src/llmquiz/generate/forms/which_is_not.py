"""Which is NOT: three that have a named property, and one that is known not to have it."""

from dataclasses import replace

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.predicates import EntityWith, ListedIn, MemberOf, Negated
from llmquiz.core.responses import One, Option
from llmquiz.generate.choosing import choose, shown_in_order
from llmquiz.generate.request import Request

TRAITS = FormTraits("which-is-not", (1,), options=4)


def make(request: Request) -> Item | None:
    """Which of these is NOT so? The card's own entity is always among the others."""
    prompt = request.prompt
    if not prompt.not_question or not isinstance(prompt.asks, MemberOf | EntityWith | ListedIn):
        return None
    own = tuple(each for each in prompt.members if each.id == prompt.key.id)
    rest = tuple(each for each in prompt.members if each.id != prompt.key.id)
    for outsider in by_rank(prompt.others, lambda each: each.id, *request.seeds, "outsider"):
        turned = replace(prompt, question=prompt.not_question, key=outsider, others=rest)
        others = choose(turned, TRAITS.options - 1 - len(own), request.seeds, hard=True)
        if others is not None:
            shown = shown_in_order((outsider, *own, *others), request.seeds)
            options = tuple(Option(each.id, each.text, each is outsider, each.because) for each in shown)
            asks = Negated(prompt.asks)
            return request.item(
                prompt.not_question, One(options), explanation=outsider.because, asks=asks, negative=True
            )
    return None
