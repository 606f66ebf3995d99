"""Items of a bank, and the bank's way through plain dicts."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from llmquiz.banks.bank import NO_TEXT, Bank, BankOption, Question
from llmquiz.banks.items import bank_item
from llmquiz.banks.reading import read_bank
from llmquiz.banks.records import PackedBank, from_json, to_json
from llmquiz.banks.rivals import Rivals
from llmquiz.core.responses import Many, NumberEntry, One, Option, SelfRate, TextEntry
from llmquiz.core.text import Text

BANK = """\
bank: b
title: {en: Bank, zh: 题库}
source: {title: {en: A paper, zh: 一篇论文}, publisher: Somebody, date: 2017, url: https://example.org}
tags: [t]
questions:
  - id: one
    kind: choice
    question: {en: Which of these is NOT so?, zh: 下列哪一项【不】对？}
    explanation: {en: Because., zh: 因为。}
    options:
      - {id: a, text: {en: this, zh: 这个}, right: true, because: {en: So., zh: 对。}}
      - {text: {en: that, zh: 那个}}
      - {text: {en: other, zh: 别的}}
  - id: sizes
    kind: choice
    question: {en: How large?, zh: 多大？}
    explanation: e
    options: [{text: 70B}, {text: 7B, right: true}, {text: 13B}]
  - id: many
    kind: multi-choice
    question: {en: Which of them?, zh: 哪些？}
    explanation: e
    options: [{text: A, right: true}, {text: B, right: true}, {text: C}]
  - id: name
    kind: typed
    question: {en: Who?, zh: 谁？}
    answer: {en: Transformer, zh: 变换器}
    accept: {en: [the Transformer], zh: [转换器]}
    explanation: e
  - id: rival
    kind: typed
    question: {en: Who else?, zh: 还有谁？}
    answer: Perceiver
    explanation: e
  - id: number
    kind: numeric
    question: {en: How many?, zh: 多少？}
    answer: 128k
    unit: {en: tokens, zh: 个词元}
    tolerance: 5%
    explanation: e
  - id: amount
    kind: numeric
    question: {en: How much?, zh: 多少钱？}
    answer: 3
    tolerance: 0.1
    explanation: e
    source: Its own source
  - id: judged
    kind: true-false
    question: {en: It is so., zh: 是这样。}
    answer: false
    explanation: e
  - id: flash
    kind: flashcard
    tier: detail
    tags: [t, u]
    question: {en: "[MASK]", zh: "[MASK]"}
    answer: |
      two
      lines
    explanation: e
"""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    path = tmp_path_factory.mktemp("banks") / "b.yaml"
    path.write_text(BANK, encoding="utf-8")
    found, problems = read_bank(path)
    assert found is not None
    assert problems == ()
    return found


def asked(bank: Bank, question_id: str) -> Question:
    """The question with this id."""
    return next(question for question in bank.questions if question.id == question_id)


def test_a_bank_survives_json(bank: Bank) -> None:
    assert from_json(json.loads(json.dumps(to_json(bank)))) == bank


def test_a_packed_bank_gives_one_question_at_a_time(bank: Bank) -> None:
    packed = PackedBank(to_json(bank))

    assert packed.head == replace(bank, questions=())
    assert [packed.question(question.id) for question in bank.questions] == list(bank.questions)
    assert packed.question("nobody") is None


def test_a_choice_is_shown_in_hash_order_in_the_language_asked_for(bank: Bank) -> None:
    english, chinese = (bank_item(bank, asked(bank, "one"), lang, 1) for lang in ("en", "zh"))

    assert english.stem == "Which of these is NOT so?"
    assert (english.negative, chinese.negative) == (True, True)
    assert chinese.stem == "下列哪一项【不】对？"
    assert [option.id for option in english.options] == [option.id for option in chinese.options]
    assert Option("a", "this", True, "So.") in english.options
    assert {option.id for option in english.options} == {"a", "2", "3"}
    assert (english.explanation, chinese.explanation) == ("Because.", "因为。")
    assert english.source == "A paper · Somebody · 2017 · https://example.org"
    assert chinese.source == "一篇论文 · Somebody · 2017 · https://example.org"


def test_without_an_explanation_it_is_what_the_right_option_says_of_itself(bank: Bank) -> None:
    bare = replace(asked(bank, "one"), explanation=NO_TEXT)

    assert [bank_item(bank, bare, lang, 1).explanation for lang in ("en", "zh")] == ["So.", "对。"]
    assert bank_item(bank, replace(asked(bank, "judged"), explanation=NO_TEXT), "en", 1).explanation == ""


def test_several_right_options_explain_one_after_the_other_as_the_file_has_them(bank: Bank) -> None:
    many = replace(asked(bank, "many"), explanation=NO_TEXT, options=(
        BankOption("a", Text.of("A"), True, Text.of({"en": "It leads", "zh": "它在前"})),
        BankOption("b", Text.of("B"), True, Text.of({"en": "It follows.", "zh": "它在后。"})),
        BankOption("c", Text.of("C"), True),
        BankOption("d", Text.of("D"), False, Text.of("It is none.")),
    ))  # fmt: skip

    said = {lang: {bank_item(bank, many, lang, seed).explanation for seed in range(9)} for lang in ("en", "zh")}

    assert said == {"en": {"It leads. It follows."}, "zh": {"它在前。它在后。"}}


def test_the_key_of_a_choice_stands_everywhere_over_many_seeds(bank: Bank) -> None:
    at = [
        [option.right for option in bank_item(bank, asked(bank, "one"), "en", seed).options].index(True)
        for seed in range(600)
    ]

    assert all(170 < at.count(position) < 230 for position in range(3))


@pytest.mark.parametrize("seed", range(5))
def test_the_same_seed_gives_the_same_item_and_numbers_ascend(bank: Bank, seed: int) -> None:
    assert bank_item(bank, asked(bank, "one"), "en", seed) == bank_item(bank, asked(bank, "one"), "en", seed)
    assert [option.text for option in bank_item(bank, asked(bank, "sizes"), "en", seed).options] == ["7B", "13B", "70B"]


def test_each_kind_has_its_response(bank: Bank) -> None:
    responses = {question.id: bank_item(bank, question, "zh", 0).response for question in bank.questions}

    assert isinstance(responses["one"], One)
    assert isinstance(responses["many"], Many)
    assert responses["name"] == TextEntry("变换器", ("Transformer", "the Transformer", "转换器"), ("Perceiver",))
    assert responses["number"] == NumberEntry(Decimal(128000), "128k 个词元", "个词元", Decimal("0.05"))
    assert responses["judged"] == One((Option("right", "正确", False), Option("wrong", "错误", True)))
    assert responses["flash"] == SelfRate("two\nlines")


def test_an_amount_as_tolerance_reaches_exactly_to_its_edge(bank: Bank) -> None:
    response = bank_item(bank, asked(bank, "amount"), "en", 0).response

    assert isinstance(response, NumberEntry)
    assert Decimal("0.1") <= response.tolerance * response.value < Decimal("0.1000001")
    assert (response.answer, response.unit) == ("3", "")


def test_a_question_of_its_own_source_cites_it(bank: Bank) -> None:
    assert bank_item(bank, asked(bank, "amount"), "en", 0).source == "Its own source"


def test_a_bank_of_one_language_is_asked_in_it(bank: Bank) -> None:
    record = to_json(bank) | {"lang": "en"}

    item = bank_item(from_json(record), asked(bank, "judged"), "zh", 0)

    assert (item.lang, item.stem) == ("en", "It is so.")
    assert [option.text for option in item.options] == ["True", "False"]


def test_rivals_are_the_other_typed_answers_of_the_whole_bank_whichever_are_asked(bank: Bank) -> None:
    alone = replace(bank, questions=())

    response = bank_item(alone, asked(bank, "rival"), "en", 0).response

    assert response == TextEntry("Perceiver", (), ("Transformer", "变换器", "the Transformer", "转换器"))


def test_an_answer_of_two_questions_is_no_rival_of_either() -> None:
    rivals = Rivals(("BERT", "GPT", "bert", "T5"))

    assert rivals.of(("Bert",)) == ("GPT", "T5")
    assert rivals.of(("ELMo",)) == ("BERT", "GPT", "bert", "T5")


def test_what_the_first_screen_needs_loads_neither_yaml_nor_pydantic() -> None:
    import subprocess
    import sys

    code = (
        "import sys, llmquiz.banks.items, llmquiz.banks.contents, llmquiz.banks.records, llmquiz.files.settings, "
        "llmquiz.files.paths, llmquiz.files.device, llmquiz.core.rules; "
        "print([name for name in ('yaml', 'pydantic', 'platformdirs', 'difflib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
