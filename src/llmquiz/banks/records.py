"""Banks as plain dicts and back: what the index keeps, so that the first screen needs neither YAML nor pydantic.

`from_json(to_json(bank)) == bank`, also through `json.dumps`.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from llmquiz.banks.bank import NO_TEXT, Bank, BankOption, Question, QuestionKind
from llmquiz.banks.rivals import Rivals
from llmquiz.core.cards import Tier
from llmquiz.core.sources import Source
from llmquiz.core.text import Text, Texts

Record = dict[str, Any]


def to_json(bank: Bank) -> Record:
    """`bank` as dicts, lists and strings."""
    return {
        "bank": bank.id,
        "title": dict(bank.title.by_language),
        "lang": bank.lang,
        "topic": bank.topic,
        "tags": list(bank.tags),
        "silence": list(bank.silence),
        "source": _source_record(bank.source),
        "rivals": list(bank.rivals.names),
        "id_at": list(bank.id_at),
        "topic_at": list(bank.topic_at) if bank.topic_at else None,
        "questions": [_question_record(question) for question in bank.questions],
    }


def from_json(record: Record) -> Bank:
    """The bank that `to_json` made `record` of."""
    return replace(_head(record), questions=tuple(_question(question) for question in record["questions"]))


class PackedBank:
    """A bank of which each question is made when it is asked for: the first question does not wait for all others."""

    def __init__(self, record: Record) -> None:
        self.head = _head(record)
        """The bank without its questions."""
        self._records: dict[str, Record] = {question["id"]: question for question in record["questions"]}

    def question(self, question_id: str) -> Question | None:
        """The question of this id; None when there is none."""
        record = self._records.get(question_id)
        return _question(record) if record is not None else None

    def stem(self, question_id: str) -> Text:
        """What is asked, in every language it is written in; empty when there is no such question."""
        record = self._records.get(question_id)
        return _text(record["question"]) if record is not None else NO_TEXT


def _head(record: Record) -> Bank:
    line, column = record["id_at"]
    return Bank(
        id=record["bank"],
        title=_text(record["title"]),
        lang=record["lang"],
        topic=record["topic"],
        tags=tuple(record["tags"]),
        silence=tuple(record["silence"]),
        source=_source(record["source"]),
        questions=(),
        rivals=Rivals(tuple(record["rivals"])),
        id_at=(line, column),
        topic_at=tuple(record["topic_at"]) if record["topic_at"] else None,
    )


def _question_record(question: Question) -> Record:
    """What differs from the least that a question can be: most fields of most questions are empty."""
    return {name: value for name, value in _whole_record(question).items() if value != _LEAST[name]}


def _whole_record(question: Question) -> Record:
    return {
        "id": question.id,
        "kind": str(question.kind),
        "question": dict(question.question.by_language),
        "options": [_option_record(option) for option in question.options],
        "answer": dict(question.answer.by_language),
        "accept": {lang: list(texts) for lang, texts in question.accept.by_language},
        "value": str(question.value),
        "unit": dict(question.unit.by_language),
        "tolerance": str(question.tolerance),
        "holds": question.holds,
        "explanation": dict(question.explanation.by_language),
        "tags": list(question.tags),
        "tier": str(question.tier),
        "source": _source_record(question.source),
    }


def _question(given: Record) -> Question:
    record = _LEAST | given
    return Question(
        id=record["id"],
        kind=QuestionKind(record["kind"]),
        question=_text(record["question"]),
        options=tuple(_option(option) for option in record["options"]),
        answer=_text(record["answer"]),
        accept=Texts(tuple((lang, tuple(texts)) for lang, texts in record["accept"].items())),
        value=Decimal(record["value"]),
        unit=_text(record["unit"]),
        tolerance=Decimal(record["tolerance"]),
        holds=record["holds"],
        explanation=_text(record["explanation"]),
        tags=tuple(record["tags"]),
        tier=Tier(record["tier"]),
        source=_source(record["source"]),
    )


def _option_record(option: BankOption) -> Record:
    return {
        "id": option.id,
        "text": dict(option.text.by_language),
        "right": option.right,
        "because": dict(option.because.by_language),
    }


def _option(record: Record) -> BankOption:
    return BankOption(record["id"], _text(record["text"]), record["right"], _text(record["because"]))


def _source_record(source: Source) -> Record:
    return {
        "id": source.id,
        "title": dict(source.title.by_language),
        "publisher": dict(source.publisher.by_language),
        "date": source.date,
        "url": source.url,
    }


def _source(record: Record) -> Source:
    title, publisher = _text(record["title"]), _text(record["publisher"])
    return Source(record["id"], title, publisher, record["date"], record["url"])


def _text(record: dict[str, str]) -> Text:
    return Text(tuple(record.items()))


_LEAST = _whole_record(Question("", QuestionKind.CHOICE, NO_TEXT))
