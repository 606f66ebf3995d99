"""E23: every question says where its answer can be looked up; a bank may say it once for all.

Passes: `source: Vaswani et al., Attention Is All You Need, 2017` in the bank's head or at the question.
Fails: neither has one.
"""

from collections.abc import Iterator

from llmquiz.banks.bank import NO_SOURCE
from llmquiz.banks.rules.faults import BankFault, Draft
from llmquiz.core.wordings import worded

_HINT = worded("Add `source:`, once to the bank or to each question.")


def check(draft: Draft) -> Iterator[BankFault]:
    """Questions without a source; one fault for the bank when none of them has one."""
    bare = [path for path, question in draft.questions() if draft.bank.source_of(question) == NO_SOURCE]
    if len(bare) > 1 and len(bare) == len(draft.positions):
        yield BankFault((), worded("No question of this bank has a source."), _HINT)
        return
    for path in bare:
        yield BankFault(path, worded("The question has no source."), _HINT)
