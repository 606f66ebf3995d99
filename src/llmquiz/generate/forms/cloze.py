"""Cloze: the statement with its key left out, to be typed."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.generate.prompts import GAP
from llmquiz.generate.request import Request

TRAITS = FormTraits("cloze", (2, 3))


def make(request: Request) -> Item | None:
    """Fill the gap."""
    prompt, language = request.prompt, request.language
    if not prompt.gapped or prompt.typed is None:
        return None
    statement = language.spaced(prompt.gapped.replace(GAP, language.gap))
    stem = language.frame("cloze", statement=statement) + prompt.gap_hint
    return request.item(stem, prompt.typed)
