"""The rules over single items, one file each; `RULES` is the list. The docstring of a rule's file is its documentation.

They serve twice: the prover applies them to generated items, `check` to instructors' banks.
"""

from collections.abc import Iterator

from llmquiz.core.items import Item
from llmquiz.core.problems import Severity
from llmquiz.core.rules import (
    e02_duplicate_options,
    e03_distinguishable_numbers,
    e04_exclusive_ranges,
    e05_one_kind,
    e06_combined_options,
    e07_whole_question,
    e08_marked_negative,
    e09_clang,
    e10_number_in_name,
    e11_article,
    e12_absolutes,
    e13_lengths,
    e14_order,
    e23_source,
    w15_convergence,
    w16_opposites,
)
from llmquiz.core.rules.faults import Fault, Rule

RULES = (
    Rule("E02", e02_duplicate_options.check, Severity.ERROR),
    Rule("E03", e03_distinguishable_numbers.check, Severity.ERROR),
    Rule("E04", e04_exclusive_ranges.check, Severity.ERROR),
    Rule("E05", e05_one_kind.check),
    Rule("E06", e06_combined_options.check),
    Rule("E07", e07_whole_question.check),
    Rule("E08", e08_marked_negative.check),
    Rule("E09", e09_clang.check),
    Rule("E10", e10_number_in_name.check),
    Rule("E11", e11_article.check),
    Rule("E12", e12_absolutes.check),
    Rule("E13", e13_lengths.check),
    Rule("E14", e14_order.check),
    Rule("E23", e23_source.check),
    Rule("W15", w15_convergence.check),
    Rule("W16", w16_opposites.check),
)

STRICT_RULES = tuple(rule for rule in RULES if rule.id.startswith("E"))
"""Those that no generated item may break."""


def faults_of(item: Item) -> Iterator[Fault]:
    """Everything the rules have against `item`."""
    for rule in RULES:
        yield from rule.check(item)


__all__ = ["RULES", "STRICT_RULES", "Fault", "Rule", "faults_of"]
