"""Match: four entities and their values, to be brought together. A skill card's form."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.responses import Match, Option
from llmquiz.generate.prompts import Candidate
from llmquiz.generate.request import Request

TRAITS = FormTraits("match", (1, 2, 3))


def make(request: Request) -> Item | None:
    """Which belongs to which?"""
    prompt = request.prompt
    left = by_rank((one for one, _ in prompt.pairs), lambda each: each.id, *request.seeds, "left")
    right = by_rank((other for _, other in prompt.pairs), lambda each: each.id, *request.seeds, "right")
    belongs = {one.id: other.id for one, other in prompt.pairs}
    pairs = tuple((each.id, belongs[each.id]) for each in left)
    return request.item(prompt.question, Match(_options(left), _options(right), pairs))


def _options(candidates: list[Candidate]) -> tuple[Option, ...]:
    return tuple(Option(each.id, each.text, True, each.because) for each in candidates)
