"""A bank's table of contents: what the queue and the first screen need of it. The bank stays closed until it is asked.

`recorded(contents_record(contents)) == contents`, also through `json.dumps`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from llmquiz.banks.bank import Bank, Question, QuestionKind
from llmquiz.core.cards import Card, Tier, bank_key
from llmquiz.core.forms import TOP_RUNG, FormTraits
from llmquiz.core.hashing import digest
from llmquiz.core.text import Text, plain

_EVERY_RUNG = tuple(range(TOP_RUNG + 1))
_FINGERPRINT = 16
_TRUTH_VALUES = 2
_TIERS = {tier.value: tier for tier in Tier}
"""Looked up twenty times as fast as an enumeration."""
_FORMS = {kind.value: (kind.value,) for kind in QuestionKind}
"""One for all questions of a kind: each is asked in the form of its name."""
_ALONE: frozenset[str] = frozenset()
"""One for all that share nothing with others."""
_NONE: Sequence[str] = []


class Entry(NamedTuple):
    """One question, in what JSON has; what is empty most often stands last."""

    id: str
    kind: str
    tier: str
    title: str = ""
    languages: Sequence[str] = _NONE
    """The languages it is asked in; none: it serves every language."""
    guesses: int = 0
    """Among how many options a guess is made; 0 where nobody guesses."""
    fingerprint: str = ""
    tags: Sequence[str] = _NONE
    kin: Sequence[str] = _NONE


@dataclass(frozen=True, slots=True)
class Contents:
    """One bank, without the words of its questions."""

    bank: str
    title: Text
    topic: str
    silence: tuple[str, ...]
    id_at: tuple[int, int]
    topic_at: tuple[int, int] | None
    entries: tuple[Entry, ...]


def contents_of(bank: Bank) -> Contents:
    """The table of contents of a bank."""
    entries = tuple(_entry(bank, question) for question in bank.questions)
    return Contents(bank.id, bank.title, bank.topic, bank.silence, bank.id_at, bank.topic_at, entries)


def contents_cards(contents: Contents, order_from: int) -> Iterator[Card]:
    """One card a question, in the file's order, from `order_from` on in the teaching order.

    Taken apart and put together by place: by name, a hundred thousand take twice as long.
    """
    topic = contents.topic
    for order, (name, kind, tier, title, _, _, fingerprint, tags, kin) in enumerate(contents.entries, order_from):
        key = bank_key(contents.bank, name)
        shared = frozenset(kin) if kin else _ALONE
        yield Card(key, topic, _TIERS[tier], order, title, tuple(tags), (), shared, key, fingerprint, _FORMS[kind])


def entry_traits(entry: Entry) -> FormTraits:
    """How a question is asked: in one form, on every rung."""
    return _traits(entry.kind, entry.guesses)


def contents_record(contents: Contents) -> dict[str, Any]:
    """`contents` as dicts, lists and strings."""
    return {
        "bank": contents.bank,
        "title": dict(contents.title.by_language),
        "topic": contents.topic,
        "silence": contents.silence,
        "id_at": contents.id_at,
        "topic_at": contents.topic_at,
        "entries": [_used(entry) for entry in contents.entries],
    }


def recorded(record: dict[str, Any]) -> Contents:
    """The contents that `contents_record` made `record` of."""
    line, column = record["id_at"]
    return Contents(
        bank=record["bank"],
        title=Text(tuple(record["title"].items())),
        topic=record["topic"],
        silence=tuple(record["silence"]),
        id_at=(line, column),
        topic_at=tuple(record["topic_at"]) if record["topic_at"] else None,
        entries=tuple([Entry(*used) for used in record["entries"]]),
    )


def _used(entry: Entry) -> Sequence[Any]:
    """An entry without what is empty at its end: empty lists are most of what there would be to read."""
    return entry[: max(place for place, value in enumerate(entry, 1) if value)]


def _entry(bank: Bank, question: Question) -> Entry:
    return Entry(
        id=question.id,
        kind=question.kind.value,
        guesses=_guesses(question),
        tier=question.tier.value,
        title=question.question.in_language(bank.lang or "en"),
        tags=list(bank.tags_of(question)),
        kin=_kin(question),
        fingerprint=_fingerprint(question),
        languages=[bank.lang] if bank.lang else list(question.question.languages),
    )


def _guesses(question: Question) -> int:
    """Nobody guesses a whole multi-choice."""
    of_kind = {QuestionKind.CHOICE: len(question.options), QuestionKind.TRUE_FALSE: _TRUTH_VALUES}
    return of_kind.get(question.kind, 0)


def _kin(question: Question) -> list[str]:
    """Questions with one typed answer are kept apart: the first would give the second away."""
    answer = plain(question.answer.in_language("en")) if question.kind is QuestionKind.TYPED else ""
    return [f"answer:{answer}"] if answer else []


def _fingerprint(question: Question) -> str:
    """Follows what is right, and no wording of it: mending a text is no news. Prose has none."""
    match question.kind:
        case QuestionKind.TYPED | QuestionKind.FLASHCARD:
            return ""
        case QuestionKind.NUMERIC:
            right = str(question.value.normalize())
        case QuestionKind.TRUE_FALSE:
            right = str(question.holds)
        case _:
            right = "/".join(sorted(option.id for option in question.options if option.right))
    return digest(right)[:_FINGERPRINT]


@cache
def _traits(kind: str, guesses: int) -> FormTraits:
    return FormTraits(kind, _EVERY_RUNG, guesses)
