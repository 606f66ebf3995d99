"""From a bank's questions to items: the same values as the generated ones, studied beside them.

The same question, language and seed give the same item anywhere.
"""

from llmquiz.banks.bank import Bank, Question, QuestionKind
from llmquiz.core.cards import bank_key
from llmquiz.core.hashing import by_rank
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, NumberEntry, One, Option, Response, SelfRate, TextEntry
from llmquiz.core.rules.e08_marked_negative import marks_negative
from llmquiz.core.rules.e14_order import ascending
from llmquiz.core.text import sentences, with_unit

_JUDGEMENT = {"en": ("True", "False"), "zh": ("正确", "错误")}


def bank_item(bank: Bank, question: Question, lang: str, seed: int) -> Item:
    """A question of `bank` in `lang` (in a bank of one language: in that)."""
    shown = bank.lang or lang
    stem = question.question.in_language(shown)
    return Item(
        card=bank_key(bank.id, question.id),
        form=question.kind.value,
        lang=shown,
        seed=seed,
        stem=stem,
        response=_response(bank, question, shown, seed),
        explanation=question.explanation.in_language(shown) or _reasons(question, shown),
        source=bank.source_of(question).cite(shown),
        topic=bank.topic,
        tier=question.tier,
        tags=bank.tags_of(question),
        negative=marks_negative(stem, shown),
    )


def _response(bank: Bank, question: Question, lang: str, seed: int) -> Response:
    match question.kind:
        case QuestionKind.CHOICE:
            return One(_options(bank, question, lang, seed))
        case QuestionKind.MULTI_CHOICE:
            return Many(_options(bank, question, lang, seed))
        case QuestionKind.TYPED:
            return _text_entry(bank, question, lang)
        case QuestionKind.NUMERIC:
            return _number_entry(question, lang)
        case QuestionKind.TRUE_FALSE:
            return One(_judgement(question.holds, lang))
        case QuestionKind.FLASHCARD:
            return SelfRate(question.answer.in_language(lang))


def _options(bank: Bank, question: Question, lang: str, seed: int) -> tuple[Option, ...]:
    """Numbers and dates ascending, everything else in hash order."""
    shown = [
        Option(option.id, option.text.in_language(lang), option.right, option.because.in_language(lang))
        for option in question.options
    ]
    ranked = [(rank, option) for option in shown if (rank := ascending(option.text)) is not None]
    if len(ranked) == len(shown) and len({rank[0] for rank, _ in ranked}) == 1:
        return tuple(option for _, option in sorted(ranked, key=lambda pair: pair[0]))
    key = bank_key(bank.id, question.id)
    return tuple(by_rank(shown, lambda option: option.id, key, question.kind.value, seed))


def _reasons(question: Question, lang: str) -> str:
    """Why the right options are right, in the file's order, whatever order they are shown in."""
    return sentences(*dict.fromkeys(option.because.in_language(lang) for option in question.options if option.right))


def _judgement(holds: bool, lang: str) -> tuple[Option, ...]:
    right, wrong = _JUDGEMENT.get(lang, _JUDGEMENT["en"])
    return Option("right", right, holds), Option("wrong", wrong, not holds)


def _text_entry(bank: Bank, question: Question, lang: str) -> TextEntry:
    """Whatever counts in any language counts; the bank's other answers are what a typo must not be nearer to."""
    answer = question.answer.in_language(lang)
    accept = tuple(name for name in question.names if name != answer)
    return TextEntry(answer, accept, bank.rivals.of(question.names))


def _number_entry(question: Question, lang: str) -> NumberEntry:
    unit, written = question.unit.in_language(lang), question.answer.in_language(lang)
    return NumberEntry(question.value, with_unit(written, unit), unit, question.tolerance)
