"""A user's mistake is a value with a place: path, line, column, code, one sentence, a hint. It is never raised."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


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
class Wording:
    """A problem's sentences as templates for `fields`, to be told in another language."""

    says: str
    advises: str
    fields: Mapping[str, object]
    subject: str = ""
    """What stands before the first sentence, in any language."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place, and what to do about it."""

    place: Place
    code: str
    """A slug such as `duplicate-key`, or a rule's id such as `E02`."""
    message: str
    """One sentence: what is wrong."""
    hint: str = ""
    """One sentence: what to do now."""
    severity: Severity = Severity.ERROR
    wording: Wording | None = field(default=None, compare=False)
    """Where a learner who knows no English may meet it."""

    def translated(self, translate: Callable[[str], str]) -> "Problem":
        """The same in another language, as far as it has a wording."""
        words = self.wording
        if words is None:
            return self
        says, advises = (translate(template).format(**words.fields) for template in (words.says, words.advises))
        return replace(self, message=words.subject + says, hint=advises)

    def __str__(self) -> str:
        where = f"{self.place.path}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.code}: {self.message}"
