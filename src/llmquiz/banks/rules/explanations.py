"""no-explanation: a wrong answer teaches only when something explains the right one.

Passes: a question with `explanation:`, or with a `because:` at each right option, or at each wrong one.
Fails: a question with neither.
"""

from collections.abc import Iterator

from llmquiz.banks.bank import NO_TEXT, BankOption, Question
from llmquiz.banks.rules.faults import BankFault, Draft
from llmquiz.core.wordings import worded

_HINT = worded("Add `explanation:`, or `because:` to the right option or to each wrong one.")


def check(draft: Draft) -> Iterator[BankFault]:
    """Questions that explain nothing; one fault for the bank when all of them do not."""
    bare = [path for path, question in draft.questions() if not _explains(question)]
    if len(bare) > 1 and len(bare) == len(draft.positions):
        yield BankFault((), worded("No question of this bank has an explanation."), _HINT)
        return
    for path in bare:
        yield BankFault(path, worded("The question has no explanation."), _HINT)


def _explains(question: Question) -> bool:
    right = [option for option in question.options if option.right]
    wrong = [option for option in question.options if not option.right]
    return question.explanation != NO_TEXT or _gives_reasons(right) or _gives_reasons(wrong)


def _gives_reasons(options: list[BankOption]) -> bool:
    return bool(options) and all(option.because != NO_TEXT for option in options)
