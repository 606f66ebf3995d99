"""Every row of the table from answer to rating."""

from decimal import Decimal

import pytest

from llmquiz.core.answers import Chosen, DontKnow, Hint, Rated, Rating, Typed, Verdict
from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, NumberEntry, One, Option, SelfRate, TextEntry
from llmquiz.study.grading import grade, understand
from tables import every_row

AGAIN, HARD, GOOD, EASY = Rating
A, B, C, D = (Option(letter, letter.upper(), letter in "ac") for letter in "abcd")
ONE = One((A, B, D))
MANY = Many((A, B, C, D))
NONE_RIGHT = Many((B, D))
TEXT = TextEntry("Claude 3 Opus", ("Opus", "克劳德"), ("Claude 3 Sonnet", "Claude 3 Haiku"))
TOKENS = NumberEntry(Decimal(128_000), "128k", "tokens", Decimal("0.05"))
YEAR = NumberEntry(Decimal(2017), "2017")
EITHER = NumberEntry(Decimal(8_000), "8k", "tokens", Decimal("0.05"), also=(Decimal(32_000),))
NOUGHT = NumberEntry(Decimal(0), "0", tolerance=Decimal("0.5"))
CARD = SelfRate("because")


def item(response) -> Item:
    return Item("bank:a/b", "form", "en", 0, "stem", response, "why", "source", "topic", Tier.CORE)


def wrong(score=0.0, understood=""):
    return Verdict(False, AGAIN, score, understood=understood)


def right(rating=GOOD, spelling="", understood=""):
    return Verdict(True, rating, 1.0, spelling, understood)


@every_row(
    ("response", "answer", "verdict"),
    [
        # wrong, "don't know"
        (ONE, Chosen(("b",)), wrong()),
        (ONE, Chosen(()), wrong()),
        (ONE, Chosen(("a", "b")), wrong()),
        (ONE, DontKnow(), wrong()),
        (MANY, DontKnow(), wrong()),
        (TEXT, DontKnow(), wrong()),
        (TOKENS, DontKnow(), wrong()),
        (CARD, DontKnow(), wrong()),
        (TEXT, Typed("Claude 3 Sonnet"), wrong()),
        (TEXT, Typed(""), wrong()),
        (TEXT, Typed("?!"), wrong()),
        (TOKENS, Typed("8k"), wrong(understood="8000 tokens")),
        (TOKENS, Typed("many"), wrong()),
        # choice, true/false, multi-choice all right
        (ONE, Chosen(("a",)), right()),
        (MANY, Chosen(("a", "c")), right()),
        (MANY, Chosen(("c", "a")), right()),
        (NONE_RIGHT, Chosen(()), right()),
        # typed or numeric right
        (TEXT, Typed("Claude 3 Opus"), right()),
        (TEXT, Typed("opus"), right()),
        (TEXT, Typed("克劳德"), right()),
        (TOKENS, Typed("128k"), right(understood="128,000 tokens")),
        (TOKENS, Typed("131,072 tokens"), right(understood="131,072 tokens")),
        (TOKENS, Typed("12.8 万"), right(understood="128,000 tokens")),
        (TOKENS, Typed("134400.1"), wrong(understood="134,400.1 tokens")),
        (YEAR, Typed(" 2017. "), right(understood="2017")),
        (YEAR, Typed("2018"), wrong(understood="2018")),
        (EITHER, Typed("8k"), right(understood="8000 tokens")),
        (EITHER, Typed("32,768"), right(understood="32,768 tokens")),
        (EITHER, Typed("16k"), wrong(understood="16,000 tokens")),
        (NOUGHT, Typed("0.5"), right(understood="0.5")),
        (NOUGHT, Typed("-0.5"), right(understood="-0.5")),
        (NOUGHT, Typed("0.51"), wrong(understood="0.51")),
        # typed with a typo
        (TEXT, Typed("Claude 3 Opsu"), right(spelling="Claude 3 Opus")),
        # partly right
        (MANY, Chosen(("a",)), wrong(0.5)),
        (MANY, Chosen(("a", "b")), wrong(0.0)),
        (MANY, Chosen(("a", "b", "c")), wrong(0.5)),
        (MANY, Chosen(("a", "b", "c", "d")), wrong(0.0)),
        (MANY, Chosen(()), wrong(0.0)),
        (NONE_RIGHT, Chosen(("b",)), wrong(0.0)),
        # flashcard: the learner rates
        (CARD, Rated(AGAIN), Verdict(False, AGAIN, 0.0)),
        (CARD, Rated(HARD), right(HARD)),
        (CARD, Rated(GOOD), right(GOOD)),
        (CARD, Rated(EASY), right(EASY)),
    ],
)
def test_an_answer_gets_its_rating(response, answer, verdict):
    assert grade(item(response), answer) == verdict


RIGHT_ANSWERS = [
    (ONE, Chosen(("a",))),
    (MANY, Chosen(("a", "c"))),
    (TEXT, Typed("opus")),
    (TEXT, Typed("Claude 3 Opsu")),
    (TOKENS, Typed("128k")),
]


@every_row(("response", "answer"), RIGHT_ANSWERS)
@every_row(("hint", "rating"), [(Hint.NONE, GOOD), (Hint.CATEGORY, HARD), (Hint.REVEALING, AGAIN)])
def test_a_hint_lowers_the_rating_of_a_right_answer(response, answer, hint, rating):
    verdict = grade(item(response), answer, hint=hint)
    assert (verdict.right, verdict.rating, verdict.score) == (True, rating, 1.0)


@pytest.mark.parametrize("hint", Hint)
def test_a_wrong_answer_is_again_whatever_the_hint(hint):
    assert grade(item(ONE), Chosen(("b",)), hint=hint) == wrong()


@pytest.mark.parametrize(("response", "answer"), RIGHT_ANSWERS)
def test_known_before_the_lesson_is_easy_on_a_choice_alone(response, answer):
    expected = EASY if isinstance(response, One | Many) else GOOD
    assert grade(item(response), answer, known_before=True).rating == expected


@pytest.mark.parametrize(
    ("answer", "hint", "rating"),
    [(Chosen(("b",)), Hint.NONE, AGAIN), (Chosen(("a",)), Hint.CATEGORY, HARD), (DontKnow(), Hint.NONE, AGAIN)],
)
def test_known_before_helps_neither_a_wrong_answer_nor_one_with_a_hint(answer, hint, rating):
    assert grade(item(ONE), answer, hint=hint, known_before=True).rating == rating


@pytest.mark.parametrize(
    ("response", "answer"),
    [(ONE, Typed("A")), (TEXT, Chosen(("a",))), (TOKENS, Rated(GOOD)), (CARD, Typed("x")), (MANY, Rated(EASY))],
)
def test_an_answer_of_another_kind_cannot_be_graded(response, answer):
    with pytest.raises(TypeError, match="cannot be answered"):
        grade(item(response), answer)


@every_row(
    ("entry", "text", "understood"),
    [
        (TOKENS, "1.5k", "1500 tokens"),
        (TOKENS, "128K tokens", "128,000 tokens"),
        (TOKENS, "1 token", "1 tokens"),
        (TOKENS, "1e6", "1,000,000 tokens"),
        (TOKENS, "128k parameters", ""),
        (TOKENS, "ca. 128k", "128,000 tokens"),
        (TOKENS, "more than 128k", ""),
        (NumberEntry(Decimal("0.5"), "$0.50", "USD"), "$0.50", "0.5 USD"),
        (NumberEntry(Decimal("0.5"), "$0.50", "USD"), "$0.50.", "0.5 USD"),
        (NumberEntry(Decimal(1_800_000_000_000), "1.8T"), "1.8 万亿", "1,800,000,000,000"),
        (NumberEntry(Decimal(60), "60%", "%"), "60%", "60%"),
        (NumberEntry(Decimal(60), "60%", "%"), "60", "60%"),
        (NumberEntry(Decimal(3), "US$3", "US dollars"), "3 dollars", "3 US dollars"),
        (NumberEntry(Decimal(3), "3 美元", "美元"), "$3", "3 美元"),
        (NumberEntry(Decimal("0.12"), "12 元", "元"), "0.5%", ""),
        (TOKENS, "$128k", ""),
        (TOKENS, "128k dollars", ""),
        (TOKENS, "128k%", ""),
        (YEAR, "", ""),
    ],
)
def test_a_typed_number_is_shown_as_it_is_understood(entry, text, understood):
    assert understand(entry, text) == understood


def test_a_tolerance_reaches_both_ways_and_to_its_very_edge():
    edges = ["121600", "134400", "121599", "134401"]
    assert [grade(item(TOKENS), Typed(text)).right for text in edges] == [True, True, False, False]


@every_row("typed", ["8k", "8k 个词元", "8k词元", "8,000 个词元。", "８k 词元"])
@every_row("unit", ["个词元", "词元"])
def test_a_chinese_unit_counts_with_and_without_its_measure_word(typed, unit):
    entry = NumberEntry(Decimal(8000), "8k", unit)
    assert grade(item(entry), Typed(typed)).right


RAG = TextEntry("retrieval-augmented generation", ("RAG", "检索增强生成"), ("RLHF", "RAG 检索增强生成"))


@every_row(
    ("typed", "counts"),
    [
        ("retrieval-augmented generation (RAG)", True),
        ("Retrieval Augmented Generation(rag).", True),
        ("RAG (retrieval-augmented generation)", True),
        ("检索增强生成（RAG）", True),
        ("RAG (RLHF)", False),
        ("RLHF (RAG)", False),
        ("RAG (retrieval)", False),
        ("RAG (RAG) (RAG)", False),
        ("RAG, RLHF", False),
        ("RAG（检索增强生成）", False),  # here the name of something else
    ],
)
def test_a_name_with_another_name_of_it_in_brackets_counts(typed, counts):
    assert grade(item(RAG), Typed(typed)).right == counts


def test_two_dates_that_both_count_do_not_count_together():
    entry = TextEntry("March 2023", ("2023-03", "February 2023", "2023-02"))
    texts = ["February 2023", "14 Feb 2023", "March 2023 (February 2023)"]
    assert [grade(item(entry), Typed(text)).right for text in texts] == [True, True, False]


GAP = TextEntry("about eighteen months", ("18 months", "1.5 years", "约一年半", "10 亿"))


@every_row(
    ("typed", "counts"),
    [
        ("around 18 months", True),
        ("approx. 18 months", True),
        ("1.5 years or so", True),
        ("大约一年半", True),
        ("一年半左右", True),
        ("10 亿左右", True),
        ("around 19 months", False),
        ("大约两年半", False),
        ("about", False),
    ],
)
def test_a_quantity_counts_with_about_and_without_it(typed, counts):
    assert counts == grade(item(GAP), Typed(typed)).right


def test_about_is_a_word_like_others_where_there_is_no_quantity():
    assert not grade(item(TextEntry("束缚", ())), Typed("约束缚")).right
