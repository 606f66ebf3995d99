"""The rules over banks and over items, applied to one bank: each fault becomes a problem with a place in the file.

A bank may silence warnings by name, errors never.
"""

from collections.abc import Iterable, Iterator

from llmquiz.banks.bank import Bank, Question
from llmquiz.banks.items import bank_item
from llmquiz.banks.rules import RULES as BANK_RULES
from llmquiz.banks.rules import Draft
from llmquiz.banks.rules.faults import Path
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.rules import RULES as ITEM_RULES
from llmquiz.core.text import is_wide
from llmquiz.files.documents import Document

_SEED = 0
"""The rules do not depend on the order of options; any seed will do."""
_OF_ITEMS = tuple(rule for rule in ITEM_RULES if rule.id not in {rule.id for rule in BANK_RULES})


def rule_problems(document: Document, draft: Draft) -> list[Problem]:
    """What the rules say, but for what the bank silences; the same fault in two languages is told once."""
    silenced = set(draft.bank.silence)
    told: dict[tuple[str, Place], Problem] = {}
    for problem in (*_of_bank(document, draft), *_of_items(document, draft)):
        if problem.severity is Severity.ERROR or problem.code not in silenced:
            told.setdefault((problem.code, problem.place), problem)
    return list(told.values())


def _of_bank(document: Document, draft: Draft) -> Iterator[Problem]:
    for rule in BANK_RULES:
        for fault in rule.check(draft):
            yield Problem(document.place(*fault.path), rule.id, fault.says, fault.advises, rule.severity)


def _of_items(document: Document, draft: Draft) -> Iterator[Problem]:
    for path, question in draft.questions():
        for lang in _languages(draft.bank, question):
            yield from _of_item(document, draft.bank, question, path, lang)


def _of_item(document: Document, bank: Bank, question: Question, path: Path, lang: str) -> Iterator[Problem]:
    item = bank_item(bank, question, lang, _SEED)
    positions = {option.id: at for at, option in enumerate(question.options)}
    for rule in _OF_ITEMS:
        for fault in rule.check(item):
            inside: Path = ("question",)
            if fault.option is not None and question.options:
                inside = ("options", positions[item.options[fault.option].id], "text")
            place = document.place(*path, *inside)
            yield Problem(place, rule.id, fault.says, fault.advises, rule.in_banks)


def _languages(bank: Bank, question: Question) -> Iterable[str]:
    """The languages a question is asked in; where the file does not say, its script does."""
    if bank.lang or question.question.languages:
        return (bank.lang,) if bank.lang else question.question.languages
    return ("zh",) if any(is_wide(char) for char in question.question.in_language("")) else ("en",)
