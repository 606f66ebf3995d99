"""What a rule says and what a rule is: a check of one item, with the id under which ITEMS and banks know it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from llmquiz.core.items import Item
from llmquiz.core.problems import Severity
from llmquiz.core.wordings import Wording


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule broken by one item."""

    rule: str
    says: Wording
    """One sentence: what is wrong."""
    advises: Wording
    """One sentence: what to do."""
    option: int | None = None
    """The position of the option it is about; None: the question as a whole."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule over single items."""

    id: str
    check: Callable[[Item], Iterator[Fault]]
    in_banks: Severity = Severity.WARNING
    """In an instructor's bank only E01-E04 are errors: real banks break the others, and must still load."""
