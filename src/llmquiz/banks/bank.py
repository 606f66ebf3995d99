"""A bank as it is used: frozen values without YAML and pydantic. The index stores them (see `records`).

Every text still holds all its languages; `items` picks one.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from llmquiz.core.cards import Tier
from llmquiz.core.sources import Source
from llmquiz.core.text import Text, Texts

NO_TEXT = Text(())
"""A text that was not given."""
NO_TEXTS = Texts()
"""No further texts."""
NO_SOURCE = Source("", NO_TEXT, NO_TEXT)
"""A source that was not given."""


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
    """For numeric, as a share of the value."""
    holds: bool = False
    """For true-false: whether the statement is true."""
    explanation: Text = NO_TEXT
    tags: tuple[str, ...] = ()
    tier: Tier = Tier.CORE
    source: Source = NO_SOURCE
    """Its own source; none: the bank's."""


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

    def question(self, question_id: str) -> Question:
        """The question of this id. Raises KeyError when there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def source_of(self, question: Question) -> Source:
        """The question's own source, else the bank's."""
        return question.source if question.source != NO_SOURCE else self.source
