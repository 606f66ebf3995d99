"""Multi-choice: all members of a set or list that are shown are to be chosen, and nothing else."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.hashing import by_rank, draw
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, Option
from llmquiz.generate.choosing import shown_in_order
from llmquiz.generate.request import Request

SHOWN = 5
TRAITS = FormTraits("multi-choice", (1,))


def make(request: Request) -> Item | None:
    """Which of these belong? At least two that do and one that does not."""
    prompt = request.prompt
    most = min(len(prompt.members), SHOWN - 1)
    least = max(2, SHOWN - len(prompt.others))
    if most < least:
        return None
    right = least + draw(most - least + 1, *request.seeds, "right")
    members = by_rank(prompt.members, lambda each: each.id, *request.seeds)[:right]
    outside = by_rank(prompt.others, lambda each: each.id, *request.seeds)[: SHOWN - right]
    shown = shown_in_order((*members, *outside), request.seeds)
    options = tuple(Option(each.id, each.text, each in members, each.because) for each in shown)
    return request.item(request.language.frame("choose-all", question=prompt.question), Many(options))
