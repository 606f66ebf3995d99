"""True or false: a sentence that holds, or one that does not, as often the one as the other."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank, draw
from llmquiz.core.items import Item
from llmquiz.core.responses import One, Option
from llmquiz.generate.request import Request

TRAITS = FormTraits("true-false", (1,), options=2)


def make(request: Request) -> Item | None:
    """Does this sentence hold? None unless the card has sentences of both sorts: one sort alone could be guessed."""
    claims = request.prompt.claims
    if len({claim.holds for claim in claims if claim.near}) < 2:
        return None
    wanted = bool(draw(2, *request.seeds, "holds"))
    fitting = [claim for claim in claims if claim.holds is wanted]
    mixed_up = [claim for claim in fitting if not claim.holds and claim.id in request.preferred]
    near = [claim for claim in fitting if claim.near]
    claim = by_rank(mixed_up or near, lambda claim: claim.id, *request.seeds)[0]
    words = request.language.words
    options = tuple(
        Option(word, words[word], (word == "right") is claim.holds, claim.because) for word in ("right", "wrong")
    )
    stem = request.language.frame("true-false", statement=claim.text)
    return request.item(
        stem,
        One(options),
        explanation=claim.explanation,
        source=claim.source,
        asks=claim.asks,
        preferred=request.preferred,
    )
