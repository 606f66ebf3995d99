"""Bank files in; banks and all problems out. A broken question is reported and left out, the rest stays usable.

Imports YAML and pydantic: what the first screen needs comes from the index instead.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from llmquiz.banks.bank import NO_SOURCE, Bank, Question, QuestionKind
from llmquiz.banks.checking import rule_problems
from llmquiz.banks.drafting import draft_head, draft_question, form_of
from llmquiz.banks.format import BankForm
from llmquiz.banks.rivals import Rivals
from llmquiz.banks.rules import Draft
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.files.documents import Document
from llmquiz.files.reading import read
from llmquiz.files.validating import validate


def read_bank(path: Path, shown_as: str | None = None) -> tuple[Bank | None, tuple[Problem, ...]]:
    """The bank without its broken questions, and everything that is wrong; no bank where its head is broken."""
    document, unread = read(path, shown_as)
    if document is None:
        return None, unread
    head, wrong_head = validate(document, BankForm)
    questions, wrong = _questions(document)
    bank = _bank(document, head or draft_head(document), questions.values())
    problems = [*unread, *wrong_head, *wrong, *rule_problems(document, Draft(bank, tuple(questions)))]
    if head is None:
        return None, _sorted(problems)
    spoiled = _spoiled(document, problems)
    kept = tuple(question for at, question in questions.items() if at not in spoiled)
    return replace(bank, questions=kept, rivals=_rivals(kept)), _sorted(problems)


def check_bank(path: Path, shown_as: str | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with a bank file."""
    return read_bank(path, shown_as)[1]


def _questions(document: Document) -> tuple[dict[int, Question], list[Problem]]:
    """What is understood of the questions, by their position in the file, and where they do not keep to the format."""
    found: dict[int, Question] = {}
    problems: list[Problem] = []
    listed = document.at("questions")
    for at in range(len(listed) if isinstance(listed, list) else 0):
        path = ("questions", at)
        written = document.at(*path)
        form = form_of(written)
        question, wrong = validate(document, form, path)
        problems += wrong
        question = question or draft_question(written, form)
        if question is not None:
            found[at] = question.made()
    return found, problems


def _bank(document: Document, head: BankForm, questions: Iterable[Question]) -> Bank:
    return Bank(
        id=head.bank,
        title=head.title,
        lang=head.lang or "",
        topic=head.topic or head.bank,
        tags=head.tags,
        silence=head.silence,
        source=head.source.source() if head.source else NO_SOURCE,
        questions=tuple(questions),
        id_at=_at(document, "bank"),
        topic_at=_at(document, "topic") if head.topic else None,
    )


def _at(document: Document, field: str) -> tuple[int, int]:
    place = document.place(field)
    return place.line, place.column


def _rivals(questions: Iterable[Question]) -> Rivals:
    typed = (question for question in questions if question.kind is QuestionKind.TYPED)
    return Rivals(tuple(dict.fromkeys(name for question in typed for name in question.names)))


def _spoiled(document: Document, problems: Iterable[Problem]) -> set[int]:
    """The positions of the questions in which an error stands."""
    listed = document.at("questions")
    starts = [document.place("questions", at) for at in range(len(listed) if isinstance(listed, list) else 0)]
    errors = (problem.place for problem in problems if problem.severity is Severity.ERROR)
    return {at for place in errors if (at := _question_at(starts, place)) is not None}


def _question_at(starts: list[Place], place: Place) -> int | None:
    """The question that begins last before `place`; what stands further to the left than it is none of it."""
    at = bisect(starts, place) - 1
    if at < 0 or (place.line > starts[at].line and place.column < starts[at].column):
        return None
    return at


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.place))
