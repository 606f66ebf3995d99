"""The last look at an item before it is given out: one that would break a rule is not given out.

The prover applies the same rules again to what was given out, and forms its own opinion of the truth.
"""

from llmquiz.core.items import Item
from llmquiz.core.responses import NumberEntry, One, TextEntry
from llmquiz.core.rules import STRICT_RULES
from llmquiz.generate.clang import counted_back, readable_from
from llmquiz.generate.prompts import Prompt


def broken_rule(item: Item, prompt: Prompt) -> str | None:
    """The first rule that `item` would break, or None."""
    if _given_away(item, prompt):
        return "E10"
    for rule in STRICT_RULES:
        for _ in rule.check(item):
            return rule.id
    return None


def _given_away(item: Item, prompt: Prompt) -> bool:
    """Whether the key stands in the name of what is asked about, and options do not all share it; or is the name but
    for its number."""
    if counted_back(prompt.subject, prompt.key.text) or counted_back(prompt.key.text, prompt.subject):
        return True
    if isinstance(item.response, One):
        if item.options and {option.id for option in item.options} <= {"right", "wrong"}:
            return False
        wrong = [option.text for option in item.options if not option.right]
        return (
            readable_from(prompt.subject, prompt.key.text)
            and not all(readable_from(prompt.subject, text) for text in wrong)
        ) or readable_from(prompt.key.text, prompt.subject)
    if isinstance(item.response, TextEntry | NumberEntry):
        return bool(prompt.subject) and readable_from(prompt.subject, item.response.answer)
    return False
