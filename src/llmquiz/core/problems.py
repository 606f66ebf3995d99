"""A user's mistake is a value with a place: path, line, column, code, one sentence, a hint. It is never raised."""

from dataclasses import dataclass
from enum import StrEnum

from llmquiz.core.wordings import SILENCE, Wording


class Severity(StrEnum):
    """An error keeps the thing it is about from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in which file; line and column count from 1, and 0 means "the file as a whole"."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place, and what to do about it."""

    place: Place
    code: str
    """A slug such as `duplicate-key`, or a rule's id such as `E02`."""
    says: Wording
    """One sentence: what is wrong."""
    advises: Wording = SILENCE
    """One sentence: what to do now."""
    severity: Severity = Severity.ERROR

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.says.told()

    @property
    def hint(self) -> str:
        """What to do now, in English."""
        return self.advises.told()
