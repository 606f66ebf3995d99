"""From an item to its replay code, and from a code back to the very item, as long as the knowledge still makes it."""

from collections.abc import Container

from llmquiz.core.cards import kind_of
from llmquiz.core.items import Item
from llmquiz.core.replay import ReplayCode, code_of, mark, packed, unpacked
from llmquiz.library.library import Library


def replay_code(library: Library, item: Item, known: Container[str] | None = None) -> ReplayCode:
    """The code of an item; `known`: the entities that its skill could draw from."""
    drawn = known if kind_of(item.card) == "skill" else item.preferred or None
    if drawn is None:
        return code_of(item)
    among = library.generator.drawn_from(item.card, item.lang)
    return code_of(item, packed([name for name in among if name in drawn], among))


def replayed(library: Library, code: ReplayCode) -> Item | None:
    """The item of a code; None where the library has changed since, and makes another one or none."""
    generated = kind_of(code.card) != "bank"
    if library.card(code.card) is None or (generated and code.lang not in library.languages):
        return None
    drawn = unpacked(code.drawn, library.generator.drawn_from(code.card, code.lang)) if code.drawn else None
    skill = kind_of(code.card) == "skill"
    item = library.item(code.card, code.form, code.lang, code.seed, drawn if skill else None, drawn or ())
    same = item is not None and (item.form, item.lang, mark(item)) == (code.form, code.lang, code.mark)
    return item if same else None
