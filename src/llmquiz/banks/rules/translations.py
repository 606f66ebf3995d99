"""missing-translation: what is said in one language of a question is said in its other languages as well.

Passes: `question: {en: ..., zh: ...}` with `explanation: {en: ..., zh: ...}`, or plain strings throughout.
Fails: `question: {en: ..., zh: ...}` with `explanation: {en: ...}`.
"""

from collections.abc import Iterator

from llmquiz.banks.bank import NO_TEXT, Question
from llmquiz.banks.rules.faults import BankFault, Draft, Path
from llmquiz.core.text import Text
from llmquiz.core.wordings import worded

_HINT = worded("Add it, or leave the other language out everywhere.")


def check(draft: Draft) -> Iterator[BankFault]:
    """Texts that lack a language which another text of the question has."""
    for path, question in draft.questions():
        texts = [(where, text) for where, text in _texts(question) if text != NO_TEXT]
        languages = (
            (draft.bank.lang,)
            if draft.bank.lang
            else dict.fromkeys(lang for _, text in texts for lang in text.languages)
        )
        for where, text in texts:
            missing = [lang for lang in languages if not text.has(lang)]
            if missing:
                says = worded("The text is missing in: {languages}.", languages=tuple(missing))
                yield BankFault((*path, *where), says, _HINT)


def _texts(question: Question) -> Iterator[tuple[Path, Text]]:
    yield ("question",), question.question
    for at, option in enumerate(question.options):
        yield ("options", at, "text"), option.text
        yield ("options", at, "because"), option.because
    yield ("answer",), question.answer
    yield ("unit",), question.unit
    yield ("explanation",), question.explanation
