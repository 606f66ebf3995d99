"""The bank format, declared once: fields, defaults and kinds. docs/banks.md tells the same to people.

One form a kind, so that each kind knows exactly its own fields. Imports pydantic: `reading` alone needs this module.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Context, Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from llmquiz.banks.bank import NO_SOURCE, NO_TEXT, BankOption, Question, QuestionKind
from llmquiz.core.cards import Tier
from llmquiz.core.numbers import parse_number
from llmquiz.core.sources import Source
from llmquiz.core.text import Text, Texts
from llmquiz.core.wordings import worded
from llmquiz.files.fields import Declared, Flag, Line, Slug, TextField, TextsField, refusal

_NUMBER_HINT = worded("Write it as 4096, 0.25, 128k, 1.8T or 12.8 万, and the unit under `unit:`.")
_UPWARDS = Context(prec=12, rounding=ROUND_CEILING)
"""A share that was rounded down would refuse the answer at the very edge."""


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number, and how it was written."""

    value: Decimal
    written: str


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far off an answer may be: a share of the value, or an amount."""

    amount: Decimal
    is_share: bool


NO_TOLERANCE = Tolerance(Decimal(0), is_share=True)
"""Exactly this number."""


def _written_number(value: object) -> WrittenNumber:
    number = parse_number(value) if isinstance(value, str) else None
    if number is None or not isinstance(value, str):
        raise refusal("not-a-number", worded("The answer is not a number."), _NUMBER_HINT)
    return WrittenNumber(number, value.strip())


def _tolerance(value: object) -> Tolerance:
    number = parse_number(value) if isinstance(value, str) else None
    if number is None or number < 0 or not isinstance(value, str):
        advises = worded("Write a share, `5%`, or an amount, `0.5`.")
        raise refusal("not-a-tolerance", worded("This is not a tolerance."), advises)
    is_share = value.strip().endswith(("%", "％"))
    return Tolerance(number / 100 if is_share else number, is_share)


_Tolerance = Annotated[Tolerance, PlainValidator(_tolerance), WithJsonSchema({"type": "string"})]


class SourceForm(Declared):
    """Where an answer can be looked up."""

    title: TextField
    publisher: TextField | None = None
    date: Line = ""
    url: Line = ""

    @model_validator(mode="before")
    @classmethod
    def _from_title(cls, value: object) -> Any:
        return {"title": value} if isinstance(value, str) else value

    def source(self) -> Source:
        """As the program uses it."""
        return Source("", self.title, self.publisher or NO_TEXT, self.date, self.url)


class OptionForm(Declared):
    """One option of a choice."""

    text: TextField
    id: Slug | None = None
    right: Flag = False
    because: TextField | None = None

    def option(self, position: int) -> BankOption:
        """As the program uses it; without an id of its own it is called by its position."""
        return BankOption(self.id or str(position), self.text, self.right, self.because or NO_TEXT)


_Options = Annotated[tuple[OptionForm, ...], Field(min_length=2, max_length=9)]


class QuestionForm(Declared):
    """What every question has."""

    id: Slug
    kind: QuestionKind
    question: TextField
    explanation: TextField | None = None
    tags: tuple[Line, ...] = ()
    tier: Tier = Tier.CORE
    source: SourceForm | None = None

    def made(self) -> Question:
        """As the program uses it."""
        return Question(
            id=self.id,
            kind=self.kind,
            question=self.question,
            explanation=self.explanation or NO_TEXT,
            tags=self.tags,
            tier=self.tier,
            source=self.source.source() if self.source else NO_SOURCE,
            **self.answers(),
        )

    def answers(self) -> dict[str, Any]:
        """The fields of the question that only this kind has."""
        return {}


class ChoiceForm(QuestionForm):
    """choice: exactly one option is right. multi-choice: each option is right or wrong by itself."""

    options: _Options

    def answers(self) -> dict[str, Any]:
        """The options, those without an id called by their position."""
        return {"options": tuple(option.option(at) for at, option in enumerate(self.options, 1))}


class TypedForm(QuestionForm):
    """typed: the learner types the answer."""

    answer: TextField
    accept: TextsField = Texts()

    def answers(self) -> dict[str, Any]:
        """The answer and what else counts."""
        return {"answer": self.answer, "accept": self.accept}


class NumericForm(QuestionForm):
    """numeric: the learner types a number."""

    answer: Annotated[WrittenNumber, PlainValidator(_written_number), WithJsonSchema({"type": "string"})]
    unit: TextField | None = None
    tolerance: _Tolerance = NO_TOLERANCE

    @model_validator(mode="after")
    def _tolerance_has_something_to_measure(self) -> "NumericForm":
        if self.answer.value == 0 and self.tolerance.amount and self.tolerance.is_share:
            says, advises = worded("A share of 0 is 0."), worded("Write an amount, `0.5`.")
            raise refusal("not-a-tolerance", says, advises, ("tolerance",))
        return self

    def answers(self) -> dict[str, Any]:
        """The value, how it was written, and the tolerance as a share of it (of 0: as it is)."""
        tolerance = self.tolerance.amount
        if tolerance and not self.tolerance.is_share and self.answer.value:
            tolerance = _UPWARDS.divide(tolerance, abs(self.answer.value))
        answer = Text.of(self.answer.written)
        return {"value": self.answer.value, "answer": answer, "unit": self.unit or NO_TEXT, "tolerance": tolerance}


class TrueFalseForm(QuestionForm):
    """true-false: the question is a statement, and the answer says whether it is true."""

    answer: Flag

    def answers(self) -> dict[str, Any]:
        """Whether the statement is true."""
        return {"holds": self.answer}


class FlashcardForm(QuestionForm):
    """flashcard: the learner recalls, looks, and rates."""

    answer: TextField

    def answers(self) -> dict[str, Any]:
        """The back of the card."""
        return {"answer": self.answer}


class UnknownKindForm(QuestionForm):
    """A question whose kind is missing or unknown: never used, but checked as far as all kinds agree."""

    options: _Options = ()
    answer: Any = None
    accept: TextsField = Texts()
    unit: TextField | None = None
    tolerance: _Tolerance = NO_TOLERANCE


class BankForm(Declared):
    """The head of a bank; its questions are checked one by one, so that a broken one leaves the others alone."""

    bank: Slug
    title: TextField
    lang: Literal["en", "zh"] | None = None
    topic: Slug | None = None
    source: SourceForm | None = None
    tags: tuple[Line, ...] = ()
    silence: tuple[Line, ...] = ()
    questions: Annotated[tuple[Any, ...], Field(min_length=1)]


FORMS: dict[str, type[QuestionForm]] = {
    QuestionKind.CHOICE: ChoiceForm,
    QuestionKind.MULTI_CHOICE: ChoiceForm,
    QuestionKind.TYPED: TypedForm,
    QuestionKind.NUMERIC: NumericForm,
    QuestionKind.TRUE_FALSE: TrueFalseForm,
    QuestionKind.FLASHCARD: FlashcardForm,
}
"""The form of each kind."""
