"""Why a card is not asked in a form: the name of the rule that forbids it, for the report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """No sound item exists; `rule` says which rule would be broken, or what is missing."""

    rule: str
