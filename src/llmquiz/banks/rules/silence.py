"""unknown-silence: `silence:` names rules that exist and that may be silenced.

Passes: `silence: [E12, no-explanation]`.
Fails: `silence: [E99]`; `silence: [E01]` (two right options are never a matter of taste).
"""

from collections.abc import Iterator

from llmquiz.banks.rules.faults import BankFault, Draft
from llmquiz.core.problems import Severity
from llmquiz.core.rules import RULES as ITEM_RULES
from llmquiz.core.wordings import worded

_OF_BANKS = ("E23", "no-explanation", "missing-translation")
ON_SHELVES = ("unknown-topic", "topic-taken")
"""What can be said of a bank only beside the topics that there are."""
_OF_ITEMS = tuple(rule.id for rule in ITEM_RULES if rule.in_banks is Severity.WARNING)
SILENCEABLE = tuple(dict.fromkeys((*_OF_ITEMS, *_OF_BANKS, *ON_SHELVES)))
"""The ids that `silence:` may name."""


def check(draft: Draft) -> Iterator[BankFault]:
    """What is named under `silence:` and cannot be silenced."""
    for at, name in enumerate(draft.bank.silence):
        if name not in SILENCEABLE:
            says = worded("`{name}` is no rule that can be silenced.", name=name)
            yield BankFault(("silence", at), says, worded("These can be: {rules}.", rules=SILENCEABLE))
