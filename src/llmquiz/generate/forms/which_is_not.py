"""Which is NOT: three that have a named property, and one that is known not to have it."""

from dataclasses import replace

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.predicates import EntityWith, ListedIn, MemberOf, Negated
from llmquiz.core.responses import One, Option
from llmquiz.generate.choosing import choose, shown_in_order
from llmquiz.generate.clang import tokens
from llmquiz.generate.prompts import Candidate
from llmquiz.generate.request import Request

TRAITS = FormTraits("which-is-not", (1,), options=4, negative=True)


def make(request: Request) -> Item | None:
    """Which of these is NOT so? The card's own entity is always among the others."""
    prompt = request.prompt
    if not prompt.not_question:
        return None
    own = tuple(each for each in prompt.members if each.id == prompt.key.id)
    rest = tuple(each for each in prompt.members if each.id != prompt.key.id)
    for outsider in by_rank(prompt.others, lambda each: each.id, *request.seeds, "outsider"):
        turned = replace(prompt, question=prompt.not_question, key=outsider, others=rest)
        others = choose(turned, TRAITS.options - 1 - len(own), request.seeds, hard=True)
        if others is not None and not _stands_out(outsider, (*own, *others)):
            return _item(request, outsider, (*own, *others))
    return None


def _item(request: Request, outsider: Candidate, insiders: tuple[Candidate, ...]) -> Item | None:
    asks = request.prompt.asks
    if not isinstance(asks, MemberOf | EntityWith | ListedIn):
        return None
    shown = shown_in_order((outsider, *insiders), request.seeds)
    options = tuple(Option(each.id, each.text, each is outsider, each.because) for each in shown)
    told = request.prompt.explanation if isinstance(asks, MemberOf) else ""
    return request.item(
        request.prompt.not_question,
        One(options),
        explanation=request.language.joined(told, outsider.because),
        source=outsider.source,
        asks=Negated(asks),
        negative=True,
    )


def _stands_out(outsider: Candidate, insiders: tuple[Candidate, ...]) -> bool:
    """Whether the others share a name that the outsider lacks: a Llama, two CodeLlamas and a stranger need no
    knowledge."""
    names = [each.text.casefold() for each in insiders]
    return any(
        all(token in name for name in names) and token not in outsider.text.casefold()
        for token in frozenset().union(*map(tokens, names))
    )
