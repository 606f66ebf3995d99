"""Recall: a whole list from memory, in any order. Practice only: it stands on no rung of the ladder."""

from llmquiz.core.forms import FormTraits
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, TextEntry
from llmquiz.generate.request import Request
from llmquiz.generate.showing import typeable

TRAITS = FormTraits("recall", ())
_MOST = 8


def make(request: Request) -> Item | None:
    """Name them all. Only complete lists of names that can be typed."""
    prompt = request.prompt
    texts = [each.text for each in prompt.members]
    if not prompt.whole or not 1 < len(texts) <= _MOST or not all(typeable(text) for text in texts):
        return None
    entries = tuple(TextEntry(each.text, each.accept, prompt.rivals) for each in prompt.members)
    stem = request.language.frame("recall", name=prompt.name, count=str(len(texts)))
    return request.item(stem, ListEntry(entries, prompt.beside))
