"""What is missing: all members of a complete list but one are shown; which one is it?"""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.request import Request

TRAITS = FormTraits("missing", (1,), options=4)
_FEWEST, _MOST = 2, 7


def make(request: Request) -> Item | None:
    """Which one is missing? Only where the list is complete, and short enough to be taken in."""
    prompt = request.prompt
    shown = [each.text for each in prompt.members if each.id != prompt.key.id]
    if not prompt.whole or not _FEWEST <= len(shown) <= _MOST:
        return None
    stem = request.language.frame("missing", name=prompt.name, shown=request.language.join(shown))
    return request.choice(TRAITS.options, hard=True, stem=stem)
