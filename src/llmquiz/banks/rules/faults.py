"""Rules over a whole bank: they see every question that was understood, and name places by paths into the file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from llmquiz.banks.bank import Bank, Question
from llmquiz.core.problems import Severity
from llmquiz.core.wordings import Wording

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A bank before anything was left out, and where in the file each of its questions stands."""

    bank: Bank
    positions: tuple[int, ...]

    def questions(self) -> Iterator[tuple[Path, Question]]:
        """Each question with its path."""
        for position, question in zip(self.positions, self.bank.questions, strict=True):
            yield ("questions", position), question


@dataclass(frozen=True, slots=True)
class BankFault:
    """What a rule has against a place of the bank."""

    path: Path
    says: Wording
    advises: Wording


@dataclass(frozen=True, slots=True)
class BankRule:
    """One rule over banks. A warning may be silenced by its id; an error leaves the question out."""

    id: str
    severity: Severity
    check: Callable[[Draft], Iterator[BankFault]]
