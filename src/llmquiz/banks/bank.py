"""A bank as it is used: frozen values without YAML and pydantic. The index stores them (see `records`).

Every text still holds all its languages; `items` picks one.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from llmquiz.banks.rivals import Rivals
from llmquiz.core.cards import Tier
from llmquiz.core.sources import Source
from llmquiz.core.text import Text, Texts

NO_TEXT = Text(())
"""A text that was not given."""
NO_TEXTS = Texts()
"""No further texts."""
NO_SOURCE = Source("", NO_TEXT, NO_TEXT)
"""A source that was not given."""
NO_RIVALS = Rivals()
"""No typed answer."""


class QuestionKind(StrEnum):
    """How a bank's question is asked; also the name of its form."""

    CHOICE = "choice"
    MULTI_CHOICE = "multi-choice"
    TYPED = "typed"
    NUMERIC = "numeric"
    TRUE_FALSE = "true-false"
    FLASHCARD = "flashcard"


@dataclass(frozen=True, slots=True)
class BankOption:
    """One option of a choice."""

    id: str
    """A slug, or else its position in the file, from 1."""
    text: Text
    right: bool
    because: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which of the answers counts depends on its kind."""

    id: str
    kind: QuestionKind
    question: Text
    options: tuple[BankOption, ...] = ()
    """For the two choices."""
    answer: Text = NO_TEXT
    """For typed and flashcard; for numeric, the number as it was written."""
    accept: Texts = NO_TEXTS
    """For typed: what else counts."""
    value: Decimal = Decimal(0)
    """For numeric."""
    unit: Text = NO_TEXT
    """For numeric."""
    tolerance: Decimal = Decimal(0)
    """For numeric, as a share of the value; where that is 0, as an amount."""
    holds: bool = False
    """For true-false: whether the statement is true."""
    explanation: Text = NO_TEXT
    tags: tuple[str, ...] = ()
    tier: Tier = Tier.CORE
    source: Source = NO_SOURCE
    """Its own source; none: the bank's."""

    @property
    def names(self) -> tuple[str, ...]:
        """For typed: whatever counts in any language, each once."""
        answers = (words for _, words in self.answer.by_language)
        return tuple(dict.fromkeys((*answers, *self.accept.everywhere())))


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank: what all its questions share, and the questions that can be used, in the file's order."""

    id: str
    title: Text
    lang: str
    """The language of all its texts; empty: each text says its own."""
    topic: str
    """The shelf its cards stand on: a declared topic, or the bank itself."""
    tags: tuple[str, ...]
    silence: tuple[str, ...]
    """The ids of the rules whose warnings are not told."""
    source: Source
    questions: tuple[Question, ...]
    rivals: Rivals = NO_RIVALS
    """The names of all typed answers in the file."""
    id_at: tuple[int, int] = (1, 1)
    """Line and column of its id in the file."""
    topic_at: tuple[int, int] | None = None
    """Line and column of its topic; None where the file names none."""

    def source_of(self, question: Question) -> Source:
        """The question's own source, else the bank's."""
        return question.source if question.source != NO_SOURCE else self.source

    def tags_of(self, question: Question) -> tuple[str, ...]:
        """The bank's tags and the question's own."""
        return tuple(dict.fromkeys((*self.tags, *question.tags)))
