"""E01: a choice has exactly one right option; a multi-choice has one at least, and one that is wrong.

Passes: `options: [{text: a, right: true}, {text: b}]`.
Fails: no option is `right: true`; in a choice, two are.
"""

from collections.abc import Iterator

from llmquiz.banks.bank import QuestionKind
from llmquiz.banks.rules.faults import BankFault, Draft
from llmquiz.core.wordings import worded

_NONE_RIGHT = (worded("No option is right."), worded("Write `right: true` at the right one."))
_ALL_RIGHT = (worded("Every option is right."), worded("Add one that is wrong."))
_SECOND_HINT = worded("Leave `right: true` at one option, or make it `kind: multi-choice`.")


def check(draft: Draft) -> Iterator[BankFault]:
    """Choices without a key, or with too many."""
    for path, question in draft.questions():
        keys = [at for at, option in enumerate(question.options) if option.right]
        if question.options and not keys:
            yield BankFault((*path, "options"), *_NONE_RIGHT)
        elif question.kind is QuestionKind.CHOICE and len(keys) > 1:
            says = worded("A choice has one right option, and this has {number}.", number=len(keys))
            yield BankFault((*path, "options", keys[1], "right"), says, _SECOND_HINT)
        elif question.options and len(keys) == len(question.options):
            yield BankFault((*path, "options"), *_ALL_RIGHT)
