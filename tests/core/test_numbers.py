"""Numbers as people write them, and nothing that merely looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.numbers import parse_number, plain_decimal
from tables import every_row
from texts import any_text

READ = [
    ("0", "0"),
    ("128k", "128000"),
    ("128 K", "128000"),
    ("1.8T", "1800000000000"),
    ("175B", "175000000000"),
    ("175 billion", "175000000000"),
    ("175 bn", "175000000000"),
    ("1.4tn", "1400000000000"),
    ("2 million", "2000000"),
    ("15 trillion", "15000000000000"),
    ("1e6", "1000000"),
    ("1.5E-3", "0.0015"),
    ("1,536", "1536"),
    ("1_536", "1536"),
    ("128,000", "128000"),
    ("0.25", "0.25"),
    (".5", "0.5"),
    ("-3", "-3"),
    ("+3", "3"),
    ("$0.50", "0.5"),
    ("¥ 20", "20"),
    ("5 USD", "5"),
    ("5 美元", "5"),
    ("60 %", "60"),
    ("60％", "60"),
    ("１２８ｋ", "128000"),
    ("12.8 万", "128000"),
    ("12.8万", "128000"),
    ("1750 亿", "175000000000"),
    ("1.8 万亿", "1800000000000"),
    ("7 千", "7000"),
    ("  42  ", "42"),
]


@every_row(("text", "value"), READ)
def test_people_write_numbers_in_many_ways(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


NOT_READ = [
    "", " ", "k", "many", "1.2.3", "1,23", "12,34,567", "0x10", "4-8", "128kb", "3 models", "4o", "4-bit", "1e",
    "1e999", "nan", "inf", "Infinity", "--3", "5 apples", "2024-01-01", "12:30", "1 2", "五", "1/2", "$", "%",
]  # fmt: skip


@every_row("text", NOT_READ)
def test_what_is_not_wholly_understood_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "units", "value"),
    [
        ("128k tokens", ("tokens", "token"), "128000"),
        ("128k Tokens", ("tokens",), "128000"),
        ("12.8 万个词元", ("个词元",), "128000"),
        ("96 layers", ("layers",), "96"),
        ("5 m", ("m",), "5000000"),
        ("96 layers", ("tokens",), None),
        ("96 tokens tokens", ("tokens",), None),
    ],
)
def test_only_the_units_that_are_named_may_follow(text: str, units: tuple[str, ...], value: str | None) -> None:
    assert parse_number(text, units) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.50", "0.5"), ("8192", "8192"), ("1E+6", "1000000"), ("-0", "0"), ("0.000", "0"), ("100", "100")],
)
def test_a_decimal_is_written_without_exponent_and_idle_zeros(value: str, text: str) -> None:
    assert plain_decimal(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert parse_number(plain_decimal(value)) == value


@given(any_text(30))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    number = parse_number(text)

    assert number is None or number.is_finite()
