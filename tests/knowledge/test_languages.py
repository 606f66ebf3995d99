"""How the shipped languages write values: what a reader sees, and what he may type."""

from decimal import Decimal

import pytest

from llmquiz.core.numbers import parse_number
from llmquiz.knowledge.values import When
from tables import every_row


@pytest.fixture(scope="module")
def languages(shipped):
    return shipped.generator.knowledge.languages


NUMBERS = [
    ("128000", "short", "128k", "128k"),
    ("131072", "short", "131,072", "131,072"),
    ("175000000000", "short", "175B", "175B"),
    ("175000000000", "chinese", "175B", "1750 亿"),
    ("1800000000000", "chinese", "1.8T", "1.8 万亿"),
    ("8192", "plain", "8,192", "8,192"),
    ("0.5", "plain", "0.5", "0.5"),
    ("999", "short", "999", "999"),
    ("1000", "short", "1k", "1k"),
]


@every_row(("value", "scale", "english", "chinese"), NUMBERS)
def test_a_number_is_scaled_only_where_that_says_all_of_it(languages, value, scale, english, chinese):
    assert english == languages["en"].number(Decimal(value), scale)
    assert chinese == languages["zh"].number(Decimal(value), scale)


@every_row(("value", "scale", "english", "chinese"), NUMBERS)
def test_what_is_shown_is_read_back_as_the_same_number(value, scale, english, chinese):
    assert [Decimal(value)] * 2 == [parse_number(english), parse_number(chinese)]


def test_money_is_written_to_the_cent_in_its_own_currency(languages):
    assert "$0.50" == languages["en"].amount(Decimal("0.5"), "USD")
    assert "CN¥1,234.00" == languages["en"].amount(Decimal(1234), "CNY")
    assert "3.00 EUR" == languages["en"].amount(Decimal(3), "EUR")


@pytest.mark.parametrize(
    ("parts", "english", "chinese"),
    [
        ((2023,), "2023", "2023 年"),
        ((2023, 3), "March 2023", "2023 年 3 月"),
        ((2023, 3, 14), "14 March 2023", "2023 年 3 月 14 日"),
    ],
)
def test_a_date_is_written_in_the_precision_it_has(languages, parts, english, chinese):
    assert english == languages["en"].date(When(parts))
    assert chinese == languages["zh"].date(When(parts))


def test_a_date_may_be_typed_in_many_ways_of_the_same_precision(languages):
    spellings = languages["en"].date_spellings(When((2023, 3)))
    assert ("2023-03", "March 2023", "Mar 2023", "March, 2023", "3/2023") == spellings


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("由 Meta 开发", "由 Meta 开发"),
        ("由Meta开发", "由 Meta 开发"),
        ("由 元 开发", "由元开发"),
        ("有 128k 个词元", "有 128k 个词元"),
        ("（ Meta ）", "（Meta）"),
        ("GPT-4 Turbo", "GPT-4 Turbo"),
    ],
)
def test_chinese_has_a_space_between_a_character_and_a_latin_word_and_nowhere_else(languages, written, expected):
    assert expected == languages["zh"].spaced(written)


def test_a_sentence_may_begin_with_a_name_in_its_own_casing_but_not_with_a_small_article(languages):
    assert "The weights grow." == languages["en"].fill("{it} grow.", it="the weights")
    assert "gelu is used." == languages["en"].fill("{it} is used.", it="gelu")


def test_what_fills_a_slot_is_never_read_as_a_slot(languages):
    assert "{value} is text." == languages["en"].fill("{entity} is text.", entity="{value}", value="no")
