"""From a bank's questions to cards and items: the same values as the generated ones, studied beside them.

The same question, language and seed give the same item anywhere.
"""

from llmquiz.banks.bank import Bank, BankOption, Question, QuestionKind
from llmquiz.core.cards import Card, bank_key
from llmquiz.core.forms import TOP_RUNG, FormTraits
from llmquiz.core.hashing import by_rank, digest
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, NumberEntry, One, Option, Response, SelfRate, TextEntry
from llmquiz.core.rules.e08_marked_negative import marks_negative
from llmquiz.core.rules.e14_order import ascending
from llmquiz.core.text import Text, is_wide, plain

_JUDGEMENT = {"en": ("True", "False"), "zh": ("正确", "错误")}
_EVERY_RUNG = tuple(range(TOP_RUNG + 1))
_FINGERPRINT = 16


def bank_cards(bank: Bank, order_from: int) -> tuple[Card, ...]:
    """One card a question, in the file's order, from `order_from` on in the teaching order."""
    return tuple(_card(bank, question, order_from + at) for at, question in enumerate(bank.questions))


def bank_traits(question: Question) -> FormTraits:
    """How a question is asked: in one form, on every rung. Nobody guesses a whole multi-choice."""
    guessable = {QuestionKind.CHOICE: len(question.options), QuestionKind.TRUE_FALSE: len(_JUDGEMENT["en"])}
    return FormTraits(question.kind.value, _EVERY_RUNG, guessable.get(question.kind, 0))


def bank_item(bank: Bank, question_id: str, lang: str, seed: int) -> Item:
    """The question in `lang` (in a bank of one language: in that). Raises KeyError for an unknown id."""
    question = bank.question(question_id)
    shown = bank.lang or lang
    stem = question.question.in_language(shown)
    return Item(
        card=bank_key(bank.id, question.id),
        form=question.kind.value,
        lang=shown,
        seed=seed,
        stem=stem,
        response=_response(bank, question, shown, seed),
        explanation=question.explanation.in_language(shown),
        source=bank.source_of(question).cite(shown),
        topic=bank.topic,
        tier=question.tier,
        tags=_tags(bank, question),
        negative=marks_negative(stem, shown),
    )


def _card(bank: Bank, question: Question, order: int) -> Card:
    key = bank_key(bank.id, question.id)
    answer = _answer_name(question)
    return Card(
        key=key,
        topic=bank.topic,
        tier=question.tier,
        order=order,
        title=question.question.in_language(bank.lang or "en"),
        tags=_tags(bank, question),
        kin=frozenset({f"answer:{answer}"} if answer and question.kind is QuestionKind.TYPED else ()),
        fact=key,
        fingerprint=digest(answer)[:_FINGERPRINT] if answer else "",
        forms=(question.kind.value,),
    )


def _tags(bank: Bank, question: Question) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*bank.tags, *question.tags)))


def _answer_name(question: Question) -> str:
    """What is asked for, as far as rewording does not change it; empty for the prose of a flashcard."""
    match question.kind:
        case QuestionKind.NUMERIC:
            return str(question.value.normalize())
        case QuestionKind.TRUE_FALSE:
            return str(question.holds)
        case QuestionKind.TYPED:
            return plain(question.answer.in_language("en"))
        case QuestionKind.FLASHCARD:
            return ""
    return "/".join(sorted(_option_name(option) for option in question.options if option.right))


def _option_name(option: BankOption) -> str:
    return plain(option.text.in_language("en")) if option.id.isdigit() else option.id


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


def _judgement(holds: bool, lang: str) -> tuple[Option, ...]:
    right, wrong = _JUDGEMENT.get(lang, _JUDGEMENT["en"])
    return Option("right", right, holds), Option("wrong", wrong, not holds)


def _text_entry(bank: Bank, question: Question, lang: str) -> TextEntry:
    """Whatever counts in any language counts; the bank's other answers are what a typo must not be nearer to."""
    answer = question.answer.in_language(lang)
    accepted = (*_all(question.answer), *question.accept.everywhere())
    typed = (other for other in bank.questions if other.kind is QuestionKind.TYPED)
    rivals = (name for other in typed for name in (*_all(other.answer), *other.accept.everywhere()))
    own = {plain(name) for name in (answer, *accepted)}
    return TextEntry(
        answer=answer,
        accept=tuple(name for name in dict.fromkeys(accepted) if name != answer),
        rivals=tuple(name for name in dict.fromkeys(rivals) if plain(name) not in own),
    )


def _all(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for _, words in text.by_language))


def _number_entry(question: Question, lang: str) -> NumberEntry:
    unit, written = question.unit.in_language(lang), question.answer.in_language(lang)
    space = "" if unit[:1] in ("", "%") or (is_wide(unit[0]) and is_wide(written[-1])) else " "
    return NumberEntry(question.value, f"{written}{space}{unit}", unit, question.tolerance)
