"""The rules over banks, one file each; `RULES` is the list. The docstring of a rule's file is its documentation."""

from llmquiz.banks.rules import duplicate_ids, e01_one_key, e23_source, explanations, silence, translations
from llmquiz.banks.rules.faults import BankFault, BankRule, Draft
from llmquiz.core.problems import Severity

RULES = (
    BankRule("duplicate-id", Severity.ERROR, duplicate_ids.check),
    BankRule("E01", Severity.ERROR, e01_one_key.check),
    BankRule("E23", Severity.WARNING, e23_source.check),
    BankRule("no-explanation", Severity.WARNING, explanations.check),
    BankRule("missing-translation", Severity.WARNING, translations.check),
    BankRule("unknown-silence", Severity.WARNING, silence.check),
)

__all__ = ["RULES", "BankFault", "BankRule", "Draft"]
